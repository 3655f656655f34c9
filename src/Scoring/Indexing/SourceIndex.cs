using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>All sources in ordinal order: those that assert, those that are relayed, those that are declared.</summary>
/// <param name="Ids">Source ids, ordinal ascending.</param>
/// <param name="Rank">Index into <paramref name="Ids"/> of each source as it was interned; <see cref="UnknownOrigin"/> for the word for an unknown lineage.</param>
/// <param name="Declarations">What is declared of each, or <see langword="null"/>.</param>
internal sealed record SourceIndex(string[] Ids, int[] Rank, SourceDeclaration?[] Declarations)
{
    /// <summary>Stands in an origin column for reports whose lineage nobody knows.</summary>
    public const int UnknownOrigin = -2;

    private const string UnknownWord = "unknown";

    public static SourceIndex Of(AssertionTable table, IReadOnlyList<SourceDeclaration> declarations)
    {
        foreach (var declaration in declarations)
        {
            table.Sources.Add(declaration.Source);
        }

        var speaks = new bool[table.Sources.Count];
        foreach (var (sources, count) in table.Source.Parts)
        {
            foreach (var source in sources.AsSpan(0, count))
            {
                speaks[source] = true;
            }
        }

        foreach (var declaration in declarations)
        {
            speaks[table.Sources.Find(declaration.Source)] = true;
        }

        var ranking = Ranking.Of(table.Sources, table.Store);
        var isWord = new bool[ranking.Texts.Length];
        for (var source = 0; source < speaks.Length; source++)
        {
            isWord[ranking.Rank[source]] = !speaks[source] && IsUnknown(table.Sources[source]);
        }

        var shift = new int[isWord.Length];
        for (int i = 0, kept = 0; i < isWord.Length; i++)
        {
            shift[i] = isWord[i] ? UnknownOrigin : kept++;
        }

        var ids = ranking.Texts.Where((_, index) => !isWord[index]).ToArray();
        var declared = new SourceDeclaration?[ids.Length];
        foreach (var declaration in declarations)
        {
            declared[Array.BinarySearch(ids, declaration.Source, StringComparer.Ordinal)] = declaration;
        }

        return new SourceIndex(ids, Array.ConvertAll(ranking.Rank, rank => shift[rank]), declared);
    }

    /// <summary>Whether an origin column's text says that the lineage is not known.</summary>
    public static bool IsUnknown(string origin) => origin.Equals(UnknownWord, StringComparison.OrdinalIgnoreCase);
}
