using System.Globalization;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>What a reviewer should see in the lineage and the values of all items: how much of each kind, and the first of each kind.</summary>
internal sealed class FindingList
{
    private readonly int[] counts;

    private FindingList(int[] counts, IReadOnlyList<Finding> findings) => (this.counts, Findings) = (counts, findings);

    /// <summary>The findings kept: by kind, then by item.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Number of findings of a kind, kept or not.</summary>
    public int CountOf(FindingKind kind) => counts[(int)kind];

    /// <summary>Looks for findings: counts them in all items, then puts into words those that are kept.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="copying">Sources that repeat one another.</param>
    /// <param name="mostOfEach">How many of each kind are kept; the others are only counted.</param>
    public static FindingList Of(Evidence evidence, IReadOnlyList<CopyPair> copying, int mostOfEach = int.MaxValue)
    {
        var blocks = evidence.Corpus.Blocks;
        var counted = new FindingTally[blocks.Length];
        Parallel.For(0, blocks.Length, evidence.Corpus.Store.ThreadLimit, () => new ItemFindings(evidence), (block, _, detector) =>
        {
            counted[block] = detector.Count(blocks[block], mostOfEach);
            return detector;
        }, _ => { });

        var (counts, kept) = (new int[FindingTally.Kinds], new SortedSet<int>());
        for (var kind = 0; kind < counts.Length; kind++)
        {
            counts[kind] = counted.Sum(block => block.Counts[kind]);
            kept.UnionWith(counted.SelectMany(block => block.Items[kind]).Take(mostOfEach));
        }

        var findings = new ItemFindings(evidence).Find(kept, mostOfEach);
        Keep(FindingKind.CircularReporting, evidence.Lineage.Circles.Select(circle => Circle(evidence.Corpus, circle.Item, circle.Sources)), evidence.Lineage.Circles.Count);
        Keep(FindingKind.Copying, copying.Select(pair => Copying(evidence.Corpus, pair)), copying.Count);
        return new FindingList(counts, [.. findings.OrderBy(finding => finding.Kind)]);

        void Keep(FindingKind kind, IEnumerable<Finding> more, int count)
        {
            counts[(int)kind] += count;
            findings.AddRange(more.Take(mostOfEach));
        }
    }

    private static Finding Circle(Corpus corpus, int item, int[] sources) => new(
        FindingKind.CircularReporting, corpus.Items[item], null, [.. sources.Distinct().Order().Select(source => corpus.Sources[source])],
        "cite one another in a circle, so nobody is the origin: they count as one voice");

    private static Finding Copying(Corpus corpus, CopyPair pair)
    {
        var (source, of) = (Shortened.Text(corpus.Sources[pair.Source]), Shortened.Text(corpus.Sources[pair.Of]));
        var who = pair.IsDirected ? $"{source} repeats {of}" : $"{source} and {of} repeat one another";
        var message = string.Create(
            CultureInfo.InvariantCulture, $"{who}: {pair.SharedErrors:0.#} shared errors, {pair.ByChance:0.#} expected, on {pair.Items} items");
        string[] sources = [corpus.Sources[pair.Source], corpus.Sources[pair.Of]];
        return new Finding(FindingKind.Copying, "", null, [.. sources.Order(StringComparer.Ordinal)], message);
    }
}
