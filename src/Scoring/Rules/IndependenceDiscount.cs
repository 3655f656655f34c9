using Scoring.Indexing;

namespace Scoring.Rules;

/// <summary>How much of an independent voice each assertion is: the design effect of correlated errors (Kish 1965), nested and layered.</summary>
/// <remarks>
/// n equally strong voices of correlation ρ count as n / (1 + (n − 1)ρ). Where strengths differ (rule factors × expected
/// log-odds of the speaker), a voice of strength s is cut into layers: where n voices are at least as strong, the layer
/// counts 1 / (1 + (n − 1)ρ), and the share of the voice is the mean over its layers. So a weak voice takes only from the
/// layer it reaches, and one more voice for a claim never lowers it. Applied thrice: among the relays of one origin, among
/// the origins of one affiliation, among all that nothing links. Of what is learnt it depends on the correlation of the last alone.
/// </remarks>
/// <param name="corpus">The assertions.</param>
/// <param name="lineage">Who repeats whom, as declared.</param>
/// <param name="rule">How far linked voices err together.</param>
/// <param name="sources">Strength and affiliation of each source.</param>
/// <param name="unrelated">How far unrelated voices on an item do.</param>
internal sealed class IndependenceDiscount(Corpus corpus, Lineage lineage, IndependenceRule rule, SourceVoices sources, Func<int, double> unrelated)
{
    private readonly SeenNumbers seen = new();
    private readonly List<Voice> voices = [];
    private readonly List<Cluster> assertions = [];
    private readonly List<Cluster> origins = [];
    private readonly List<Cluster> parties = [];
    private (int Count, double Strength) further;

    /// <summary>Fills the shares of one item's assertions, in [0, 1]; those whose weight is 0 get none.</summary>
    /// <param name="item">Item index.</param>
    /// <param name="ruleWeight">Rule factors of each assertion of the item, 0 where it does not count.</param>
    /// <param name="speaker">Source that weighs each assertion of the corpus.</param>
    /// <param name="shares">Receives the share of an independent voice of each assertion of the item.</param>
    /// <param name="linked">Receives the shares that known links alone leave, unrelated voices counting in full; may be empty.</param>
    /// <returns>Number of clusters that nothing links: the independent voices on the item.</returns>
    public int SharesOf(int item, ReadOnlySpan<double> ruleWeight, ReadOnlySpan<int> speaker, Span<double> shares, Span<double> linked = default)
    {
        var start = corpus.AssertionsOfItem(item).Start.Value;
        if (further.Count == 0 && AreAlike(start, ruleWeight, speaker))
        {
            shares.Fill(ShareOfAlike(unrelated(item), ruleWeight.Length, ruleWeight.Length == 0 ? 0 : ruleWeight[0] * sources.Strength[speaker[start]]));
            linked.Fill(1);
            return ruleWeight.Length;
        }

        voices.Clear();
        shares.Clear();
        for (var a = 0; a < ruleWeight.Length; a++)
        {
            if (ruleWeight[a] > 0)
            {
                var root = lineage.Root[start + a];
                voices.Add(new Voice(a, root == Lineage.UnknownRoot ? root : sources.Affiliation[root], root, ruleWeight[a] * sources.Strength[speaker[start + a]]));
                shares[a] = 1;
            }
        }

        voices.Sort(Voice.ByCluster);
        assertions.Clear();
        for (var i = 0; i < voices.Count; i++)
        {
            assertions.Add(new Cluster(i, i + 1, voices[i].Strength));
        }

        Join(assertions, origins, voice => voice.Root, rule.SameOrigin.Correlation, shares);
        Join(origins, parties, voice => voice.Affiliation, rule.SameAffiliation.Correlation, shares);
        if (!linked.IsEmpty)
        {
            shares.CopyTo(linked);
        }

        for (var stranger = 0; stranger < further.Count; stranger++)
        {
            parties.Add(new Cluster(voices.Count, voices.Count, further.Strength));
        }

        Discount(parties, 0, parties.Count, unrelated(item), shares);
        return parties.Count;
    }

    /// <summary>The shares of one item's assertions if further voices spoke on it that nothing links to anybody, and the share of each of those.</summary>
    /// <param name="further">How many, at least 1.</param>
    /// <param name="strength">Expected log-odds of each.</param>
    /// <param name="item">Item index.</param>
    /// <param name="ruleWeight">Rule factors of each assertion of the item, 0 where it does not count.</param>
    /// <param name="speaker">Source that weighs each assertion of the corpus.</param>
    /// <param name="shares">Receives the share of an independent voice of each assertion of the item.</param>
    public double SharesBeside(int further, double strength, int item, ReadOnlySpan<double> ruleWeight, ReadOnlySpan<int> speaker, Span<double> shares)
    {
        this.further = (further, strength);
        SharesOf(item, ruleWeight, speaker, shares);
        this.further = default;
        double layered = 0, below = 0, correlation = unrelated(item);
        for (var c = 0; c < parties.Count && below < strength; c++)
        {
            layered += (parties[c].Strength - below) / (1 + ((parties.Count - c - 1) * correlation));
            below = parties[c].Strength;
        }

        return layered / strength;
    }

    /// <summary>Whether all assertions of an item count, are equally strong, and nothing links any two.</summary>
    private bool AreAlike(int start, ReadOnlySpan<double> ruleWeight, ReadOnlySpan<int> speaker)
    {
        var roots = lineage.Root.AsSpan(start, ruleWeight.Length);
        var speakers = speaker.Slice(start, ruleWeight.Length);
        var strength = ruleWeight.Length == 0 ? 0 : ruleWeight[0] * sources.Strength[speakers[0]];
        seen.Clear();
        for (var a = 0; a < roots.Length; a++)
        {
            if (roots[a] == Lineage.UnknownRoot || ruleWeight[a] <= 0 || ruleWeight[a] * sources.Strength[speakers[a]] != strength)
            {
                return false;
            }

            if (!seen.Add(sources.Affiliation[roots[a]]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the layers come to where there is only one.</summary>
    private static double ShareOfAlike(double correlation, int count, double strength) =>
        count <= 1 ? 1 : ShareOf(strength / (1 + ((count - 1) * correlation)), strength);

    /// <summary>What is left of a strength as a share of it; none where the product of tiny factors came to 0.</summary>
    private static double ShareOf(double left, double strength) => strength > 0 ? left / strength : 0;

    /// <summary>Joins neighbouring clusters of one key into larger ones and discounts them among themselves.</summary>
    private void Join(List<Cluster> parts, List<Cluster> wholes, Func<Voice, int> key, double correlation, Span<double> shares)
    {
        wholes.Clear();
        for (int first = 0, last; first < parts.Count; first = last)
        {
            for (last = first + 1; last < parts.Count && key(voices[parts[last].First]) == key(voices[parts[first].First]);)
            {
                last++;
            }

            var (firstVoice, lastVoice) = (parts[first].First, parts[last - 1].Last);
            wholes.Add(new Cluster(firstVoice, lastVoice, Discount(parts, first, last, correlation, shares)));
        }
    }

    /// <summary>Multiplies the shares of the clusters' voices by what correlation leaves of each cluster.</summary>
    /// <returns>Strength of all together.</returns>
    private double Discount(List<Cluster> clusters, int first, int last, double correlation, Span<double> shares)
    {
        if (last - first == 1)
        {
            return clusters[first].Strength;
        }

        clusters.Sort(first, last - first, Cluster.ByStrength);
        double layered = 0, below = 0, together = 0;
        for (var c = first; c < last; c++)
        {
            var cluster = clusters[c];
            layered += (cluster.Strength - below) / (1 + ((last - c - 1) * correlation));
            below = cluster.Strength;
            together += layered;
            for (var i = cluster.First; i < cluster.Last; i++)
            {
                shares[voices[i].Assertion] *= ShareOf(layered, cluster.Strength);
            }
        }

        return together;
    }

    private readonly record struct Voice(int Assertion, int Affiliation, int Root, double Strength)
    {
        public static readonly Comparison<Voice> ByCluster = (x, y) =>
            (x.Affiliation, x.Root, x.Assertion).CompareTo((y.Affiliation, y.Root, y.Assertion));
    }

    /// <summary>A run of voices that count as one strength.</summary>
    private readonly record struct Cluster(int First, int Last, double Strength)
    {
        public static readonly Comparer<Cluster> ByStrength = Comparer<Cluster>.Create((x, y) =>
            (x.Strength, x.First).CompareTo((y.Strength, y.First)));
    }
}
