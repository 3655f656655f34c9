using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Indexing;

/// <summary>Corpora of a few rows.</summary>
internal static class SmallCorpus
{
    public static Corpus Of(params Assertion[] rows) => Build(rows).Corpus;

    public static (Corpus Corpus, List<string> Warnings) Build(
        IEnumerable<Assertion> rows, IReadOnlyList<SourceDeclaration>? sources = null, IReadOnlyList<RelationDeclaration>? relations = null)
    {
        var (table, log) = (new AssertionTable(ColumnStore.InMemory), new ReadingLog(lenient: false));
        foreach (var row in rows)
        {
            table.Add(row);
        }

        return (CorpusBuilder.Build(table, sources ?? [], relations ?? [], log), log.Warnings);
    }

    /// <summary>Index of the only assertion by this source.</summary>
    public static int AssertionOf(this Corpus corpus, string source) =>
        Enumerable.Range(0, corpus.AssertionCount).Single(assertion => corpus.Sources[corpus.SourceOfAssertion[assertion]] == source);

    public static int ClaimOfAssertion(this Corpus corpus, int assertion) =>
        Enumerable.Range(0, corpus.ClaimCount).Single(claim => corpus.FirstAssertion[claim] <= assertion && assertion < corpus.FirstAssertion[claim + 1]);
}
