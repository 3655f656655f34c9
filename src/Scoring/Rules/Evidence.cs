using Scoring.Indexing;

namespace Scoring.Rules;

/// <summary>The assertions as the rules weigh them: whose voice each is, and how much of a full, independent voice.</summary>
internal sealed record Evidence
{
    public required Corpus Corpus { get; init; }

    public required RuleSet Rules { get; init; }

    public required SourceTypes Types { get; init; }

    public required Lineage Lineage { get; init; }

    public required RuleFactors Factors { get; init; }

    /// <summary>Source whose reliability weighs each assertion; length assertions.</summary>
    public required int[] Speaker { get; init; }

    /// <summary>Product of the rule factors of each assertion, 0 where it does not count; length assertions.</summary>
    public required double[] RuleWeight { get; init; }

    /// <summary>Share of an independent voice of each assertion, in [0, 1]; length assertions.</summary>
    public required double[] Share { get; init; }

    /// <summary>The share that known links alone leave (one origin, one affiliation), unrelated voices counting in full; length assertions.</summary>
    public required double[] LinkedShare { get; init; }

    /// <summary>Voices on each item that nothing is known to link; length items.</summary>
    public required int[] IndependentVoices { get; init; }

    /// <summary>What is remembered of the sources from earlier corpora; <see langword="null"/> if nothing is.</summary>
    public Remembered? Remembered { get; init; }

    /// <summary>Number of unnamed hypotheses of an item, as its prior weight counts them; 0 where all are named.</summary>
    public double UnnamedAlternatives(int item) => Corpus.UnnamedHypotheses[item] != Corpus.Open
        ? Corpus.UnnamedHypotheses[item]
        : Math.Max(Rules.OpenWorld.UnnamedAlternatives, 2 - Corpus.NamedCount(item));

    /// <summary>Number of false alternatives of an item whatever its truth is: all hypotheses but one.</summary>
    public double FalseAlternatives(int item) => Math.Max(1, Corpus.NamedCount(item) - 1 + UnnamedAlternatives(item));

    /// <summary>Weighs all assertions of a corpus.</summary>
    public static Evidence Of(Corpus corpus, RuleSet rules, DateTimeOffset? asOf, List<string> warnings, Remembered? remembered = null)
    {
        var types = SourceTypes.Of(corpus, rules, warnings);
        var lineage = Lineage.Of(corpus, asOf?.UtcTicks);
        var factors = new RuleFactors(corpus, lineage, types, rules, asOf?.UtcTicks, warnings);
        var speaker = new int[corpus.AssertionCount];
        var weight = new double[corpus.AssertionCount];
        for (var a = 0; a < speaker.Length; a++)
        {
            speaker[a] = lineage.SpeakerOf(a);
            weight[a] = lineage.Status[a] != AssertionStatus.Active ? 0 : factors.AreAllOne ? 1 : factors.Product(a);
        }

        var discount = NewDiscount(corpus, types, lineage, rules);
        var share = new double[corpus.AssertionCount];
        var linked = new double[corpus.AssertionCount];
        var voices = new int[corpus.ItemCount];
        for (var item = 0; item < voices.Length; item++)
        {
            voices[item] = discount.SharesOf(item, weight, speaker, share, linked);
        }

        return new Evidence
        {
            Corpus = corpus,
            Rules = rules,
            Types = types,
            Lineage = lineage,
            Factors = factors,
            Speaker = speaker,
            RuleWeight = weight,
            Share = share,
            LinkedShare = linked,
            IndependentVoices = voices,
            Remembered = remembered,
        };
    }

    /// <summary>The same under another correlation of unrelated voices.</summary>
    public Evidence WithUnrelated(double correlation, string reason)
    {
        var evidence = this with { Rules = Rules.WithUnrelated(correlation, reason), Share = new double[Share.Length] };
        var discount = evidence.NewDiscount();
        for (var item = 0; item < Corpus.ItemCount; item++)
        {
            discount.SharesOf(item, RuleWeight, Speaker, evidence.Share);
        }

        return evidence;
    }

    /// <summary>A discount to ask "what if" with.</summary>
    public IndependenceDiscount NewDiscount() => NewDiscount(Corpus, Types, Lineage, Rules);

    /// <summary>Expected reliability of a source before its record: its declaration's, else its type's.</summary>
    public double ExpectedReliability(int source) => ExpectedReliability(Corpus, Types, source);

    private static double ExpectedReliability(Corpus corpus, SourceTypes types, int source) =>
        corpus.Declarations[source]?.Reliability ?? types.Rules[types.OfSource[source]].Reliability;

    private static IndependenceDiscount NewDiscount(Corpus corpus, SourceTypes types, Lineage lineage, RuleSet rules) =>
        new(corpus, lineage, rules.Independence, TypeWeights(corpus, types));

    private static double[] TypeWeights(Corpus corpus, SourceTypes types)
    {
        const double leastWeight = 1e-6;
        var weights = new double[corpus.SourceCount];
        for (var source = 0; source < weights.Length; source++)
        {
            var expected = ExpectedReliability(corpus, types, source);
            weights[source] = Math.Max(leastWeight, Math.Abs(Math.Log(expected / (1 - expected))));
        }

        return weights;
    }
}
