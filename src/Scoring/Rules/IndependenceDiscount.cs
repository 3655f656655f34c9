using Scoring.Indexing;

namespace Scoring.Rules;

/// <summary>How much of an independent voice each assertion is: the design effect of correlated errors (Kish 1965), nested.</summary>
/// <remarks>
/// Assertions of one origin are one voice, shared among them; origins of one affiliation are nearly one. With strength s
/// (rule factors × the expected log-odds of the speaker) and correlation ρ, m = Σs / max s voices of a cluster count as
/// m / (1 + (m − 1)ρ). Clusters that nothing links discount each other by 1 / (1 + ρ Σ min(1, s′/s)) over the other
/// clusters: for voices of equal strength this is the design effect of the item, and a weak voice takes little from a
/// strong one, so that more support never lowers a claim. Depends on the rules alone, not on what is learnt.
/// </remarks>
internal sealed class IndependenceDiscount(Corpus corpus, Lineage lineage, IndependenceRule rule, double[] typeWeight)
{
    private readonly int[] affiliation = AffiliationOf(corpus);
    private readonly List<Voice> voices = [];
    private readonly List<Cluster> clusters = [];

    /// <summary>Fills the shares of one item's assertions, in [0, 1]; those whose weight is 0 are left as they are.</summary>
    /// <param name="item">Item index.</param>
    /// <param name="ruleWeight">Rule factors of each assertion, 0 where it does not count.</param>
    /// <param name="speaker">Source that weighs each assertion.</param>
    /// <param name="shares">Receives the share of an independent voice of each assertion.</param>
    /// <returns>Number of clusters that nothing links: the independent voices on the item.</returns>
    public int SharesOf(int item, ReadOnlySpan<double> ruleWeight, ReadOnlySpan<int> speaker, Span<double> shares)
    {
        voices.Clear();
        var (start, end) = (corpus.AssertionsOfItem(item).Start.Value, corpus.AssertionsOfItem(item).End.Value);
        for (var a = start; a < end; a++)
        {
            if (ruleWeight[a] > 0)
            {
                var root = lineage.Root[a];
                voices.Add(new Voice(a, root == Lineage.UnknownRoot ? root : affiliation[root], root, ruleWeight[a] * typeWeight[speaker[a]]));
            }
        }

        voices.Sort(Voice.ByCluster);
        clusters.Clear();
        for (int first = 0, last; first < voices.Count; first = last)
        {
            for (last = first + 1; last < voices.Count && voices[last].Affiliation == voices[first].Affiliation;)
            {
                last++;
            }

            clusters.Add(new Cluster(first, last, ShareWithinAffiliation(first, last, shares)));
        }

        DiscountUnrelated(shares);
        return clusters.Count;
    }

    /// <summary>Shares one party's voice among its origins, and each origin's among its relays.</summary>
    /// <returns>Strength of the strongest voice.</returns>
    private double ShareWithinAffiliation(int first, int last, Span<double> shares)
    {
        double sum = 0, strongest = 0;
        for (int from = first, to; from < last; from = to)
        {
            double sumOfOrigin = 0, strongestOfOrigin = 0;
            for (to = from; to < last && voices[to].Root == voices[from].Root; to++)
            {
                sumOfOrigin += voices[to].Strength;
                strongestOfOrigin = Math.Max(strongestOfOrigin, voices[to].Strength);
            }

            var share = ShareOfOne(sumOfOrigin / strongestOfOrigin, rule.SameOrigin.Correlation);
            for (var i = from; i < to; i++)
            {
                shares[voices[i].Assertion] = share;
            }

            sum += strongestOfOrigin;
            strongest = Math.Max(strongest, strongestOfOrigin);
        }

        var ofAffiliation = ShareOfOne(sum / strongest, rule.SameAffiliation.Correlation);
        for (var i = first; i < last; i++)
        {
            shares[voices[i].Assertion] *= ofAffiliation;
        }

        return strongest;
    }

    private void DiscountUnrelated(Span<double> shares)
    {
        clusters.Sort((x, y) => x.Strength.CompareTo(y.Strength));
        double sumOfWeaker = 0;
        for (int from = 0, to; from < clusters.Count; from = to)
        {
            var strength = clusters[from].Strength;
            for (to = from + 1; to < clusters.Count && clusters[to].Strength <= strength;)
            {
                to++;
            }

            var others = (sumOfWeaker / strength) + (clusters.Count - from - 1);
            var share = 1 / (1 + (rule.Unrelated.Correlation * others));
            for (var c = from; c < to; c++)
            {
                for (var i = clusters[c].First; i < clusters[c].Last; i++)
                {
                    shares[voices[i].Assertion] *= share;
                }
            }

            sumOfWeaker += strength * (to - from);
        }
    }

    private static double ShareOfOne(double voices, double correlation) => 1 / (1 + ((voices - 1) * correlation));

    private static int[] AffiliationOf(Corpus corpus)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var of = new int[corpus.SourceCount];
        for (var source = 0; source < of.Length; source++)
        {
            of[source] = source;
            if (corpus.Declarations[source]?.Affiliation is { } name && !first.TryAdd(name, source))
            {
                of[source] = first[name];
            }
        }

        return of;
    }

    private readonly record struct Voice(int Assertion, int Affiliation, int Root, double Strength)
    {
        public static readonly Comparison<Voice> ByCluster = (x, y) =>
            (x.Affiliation, x.Root, x.Assertion).CompareTo((y.Affiliation, y.Root, y.Assertion));
    }

    private readonly record struct Cluster(int First, int Last, double Strength);
}
