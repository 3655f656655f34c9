using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Rules;

/// <summary>The type of every source of a corpus.</summary>
/// <param name="Names">Names of the rule set's types, in its order.</param>
/// <param name="Rules">Rule of each type.</param>
/// <param name="OfSource">Index of each source's type.</param>
internal sealed record SourceTypes(string[] Names, SourceTypeRule[] Rules, int[] OfSource)
{
    /// <summary>
    /// Takes the type from the source's declaration, else from its rows (the most frequent, ties by name), else the
    /// fallback. Unknown types fall back too, with a warning.
    /// </summary>
    public static SourceTypes Of(Corpus corpus, RuleSet rules, List<string> warnings)
    {
        var names = rules.SourceTypes.Keys.ToArray();
        var known = rules.SourceTypes
            .SelectMany((type, index) => type.Value.Also.Append(type.Key).Select(name => (Name: Normalize(name), index)))
            .ToDictionary(name => name.Name, name => name.index, StringComparer.Ordinal);
        var fallback = Array.IndexOf(names, rules.FallbackType);
        var inRows = TypesInRows(corpus, name => known.TryGetValue(Normalize(name), out var type) ? names[type] : name, warnings);
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var ofSource = new int[corpus.SourceCount];
        for (var source = 0; source < ofSource.Length; source++)
        {
            var name = corpus.Declarations[source]?.Type ?? inRows[source];
            if (name is not null && known.TryGetValue(Normalize(name), out var type))
            {
                ofSource[source] = type;
                continue;
            }

            ofSource[source] = fallback;
            if (name is not null)
            {
                unknown.Add(name);
            }
        }

        ReadingLog.WarnOfEach(warnings, [.. unknown.Select(name =>
            $"source type '{Shortened.Text(name)}' is not in the rule set: taken as '{rules.FallbackType}' ({Unknown.DidYouMean(Normalize(name), known.Keys) ?? $"known: {string.Join(", ", names)}"})")]);
        return new SourceTypes(names, [.. rules.SourceTypes.Values], ofSource);
    }

    /// <summary>Expected reliability of a source before its record: its declaration's, else its type's.</summary>
    public double ExpectedReliability(int source, SourceDeclaration? declaration) => declaration?.Reliability ?? Rules[OfSource[source]].Reliability;

    public static string Normalize(string name) => NormalForm.Of(name).Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    private static string?[] TypesInRows(Corpus corpus, Func<string, string> typeOf, List<string> warnings)
    {
        var types = new string?[corpus.SourceCount];
        if (corpus.Details.SourceType is not { } column)
        {
            return types;
        }

        // Nearly all sources name one type in all their rows; only the others are counted.
        var (word, isMixed) = (new int[corpus.SourceCount], new bool[corpus.SourceCount]);
        Array.Fill(word, AssertionDetails.None);
        for (var a = 0; a < corpus.AssertionCount; a++)
        {
            var source = corpus.SourceOfAssertion[a];
            isMixed[source] |= column[a] != AssertionDetails.None && word[source] != AssertionDetails.None && word[source] != column[a];
            word[source] = column[a] != AssertionDetails.None ? column[a] : word[source];
        }

        for (var source = 0; source < types.Length; source++)
        {
            types[source] = word[source] == AssertionDetails.None ? null : typeOf(corpus.Details.Words[word[source]]);
        }

        var several = new List<string>();
        var named = Enumerable.Range(0, isMixed.Contains(true) ? corpus.AssertionCount : 0)
            .Where(assertion => column[assertion] != AssertionDetails.None && isMixed[corpus.SourceOfAssertion[assertion]])
            .GroupBy(assertion => corpus.SourceOfAssertion[assertion]);
        foreach (var ofSource in named)
        {
            var byType = ofSource.GroupBy(assertion => typeOf(corpus.Details.Words[column[assertion]]), StringComparer.Ordinal)
                .OrderByDescending(type => type.Count()).ThenBy(type => type.Key, StringComparer.Ordinal)
                .Select(type => type.Key)
                .ToArray();
            types[ofSource.Key] = byType[0];
            if (byType.Length > 1 && corpus.Declarations[ofSource.Key]?.Type is null)
            {
                several.Add($"source '{Shortened.Text(corpus.Sources[ofSource.Key])}' has several types ({Shortened.List(byType.Select(Shortened.Text), ", ")}): taken as '{Shortened.Text(byType[0])}'");
            }
        }

        for (var source = 0; source < types.Length; source++)
        {
            if (types[source] is { } inRows && !isMixed[source] && corpus.Declarations[source]?.Type is { } declared && typeOf(declared) != inRows)
            {
                several.Add($"source '{Shortened.Text(corpus.Sources[source])}' is declared as '{Shortened.Text(declared)}' but called '{Shortened.Text(inRows)}' in its rows: taken as declared");
            }
        }

        ReadingLog.WarnOfEach(warnings, several);
        return types;
    }
}
