using System.Buffers;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Rules;

/// <summary>The assertions as the rules weigh them: whose voice each is, and how much of a full, independent voice.</summary>
internal sealed record Evidence
{
    private const double HalfWay = 0.5;

    private YesNoBalance? answers;

    public required Corpus Corpus { get; init; }

    public required RuleSet Rules { get; init; }

    public required SourceTypes Types { get; init; }

    public required SourceVoices Voices { get; init; }

    public required Lineage Lineage { get; init; }

    public required RuleFactors Factors { get; init; }

    /// <summary>Source whose reliability weighs each assertion; length assertions.</summary>
    public required Column<int> Speaker { get; init; }

    /// <summary>Product of the rule factors of each assertion, 0 where it does not count; length assertions.</summary>
    public required WeightColumn RuleWeight { get; init; }

    /// <summary>Share of an independent voice of each assertion, in [0, 1]; length assertions.</summary>
    public required WeightColumn Share { get; init; }

    /// <summary>The share that known links alone leave (one origin, one affiliation), unrelated voices counting in full; length assertions.</summary>
    public required WeightColumn LinkedShare { get; init; }

    /// <summary>Voices on each item that nothing is known to link; length items.</summary>
    public required Column<int> IndependentVoices { get; init; }

    /// <summary>Answers to the yes/no questions; counted when first asked for.</summary>
    public YesNoBalance Answers => answers ??= YesNoBalance.Of(this);

    /// <summary>What is remembered of the sources from earlier corpora; <see langword="null"/> if nothing is.</summary>
    public Remembered? Remembered { get; init; }

    /// <summary>Correlation of unrelated voices on the items of each label set of the corpus; empty where it is that of the rules.</summary>
    public IReadOnlyList<CorrelationRule> UnrelatedOfSets { get; private init; } = [];

    /// <summary>Correlation of unrelated voices on an item.</summary>
    public double UnrelatedCorrelation(int item) => UnrelatedOf(UnrelatedOfSets.Count > 0 ? Corpus.Labels.PlaceOf(item) : -1).Correlation;

    /// <summary>The same on the items of a label set by its place, or for −1 on those of none.</summary>
    public CorrelationRule UnrelatedOf(int set) => UnrelatedOfSets.Count > 0 && set >= 0 ? UnrelatedOfSets[set] : Rules.Independence.Unrelated;

    /// <summary>Number of unnamed hypotheses of an item, as its prior weight counts them; 0 where all are named.</summary>
    /// <remarks>
    /// That sources name many values of an open item tells of a question that is easily got wrong: as many again may be unnamed, as far as open items seem to
    /// have more false values than are named of this one.
    /// </remarks>
    public double UnnamedAlternatives(int item)
    {
        if (!Corpus.IsOpen(item))
        {
            return Corpus.UnnamedHypotheses[item];
        }

        var named = Enumerable.Range(Corpus.FirstClaim[item], Corpus.NamedCount(item)).Count(IsNamed);
        return Math.Max(1, Rules.OpenWorld.UnnamedAlternatives * Math.Min(named, FalseValues + 1 - named));
    }

    /// <summary>Whether somebody says so whose assertion counts, not only the contrary.</summary>
    public bool IsNamed(int claim)
    {
        for (var a = Corpus.FirstAssertion[claim]; a < Corpus.FirstAssertion[claim + 1]; a++)
        {
            if (RuleWeight[a] > 0 && Corpus.Details.StanceOf(a) != Stance.Denies)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Number of false alternatives of an item whatever its truth is: all hypotheses but one, where one unnamed value stands for all.</summary>
    /// <remarks>
    /// Half-way, as ratios go, between those that are named and those that an open item seems to have: wrong voices share their sources, and how far nobody knows.
    /// Of measurements only as far as equal ones are no chance; or by how often equal ones are none, if that is more.
    /// </remarks>
    public double FalseAlternatives(int item)
    {
        var named = Math.Max(1.0, Corpus.NamedCount(item) + (Corpus.IsOpen(item) ? 0 : Corpus.UnnamedHypotheses[item] - 1));
        if (!Corpus.IsOpen(item) || Corpus.NamedCount(item) < 2)
        {
            return named;
        }

        var ratio = Math.Max(1, FalseValues / named);
        return named * (Corpus.Numbers?.IsNumeric[item] == true ? Math.Max(Math.Pow(ratio, HalfWay * (1 - Nearness)), Math.Exp(EqualByKnowledge)) : Math.Pow(ratio, HalfWay));
    }

    /// <summary>How many false values an open item seems to have, by how rarely two wrong voices name the same one; 0 where nothing is known of it.</summary>
    public double FalseValues { get; init; }

    /// <summary>How much likelier equal numbers are by knowledge than by chance, in nats; 0 where nothing is known of it.</summary>
    public double EqualByKnowledge { get; init; }

    /// <summary>What nearness of numbers counts over all sources, in [0, 1].</summary>
    public double Nearness { get; init; }

    /// <summary>Weighs all assertions of a corpus.</summary>
    public static Evidence Of(Corpus corpus, RuleSet rules, DateTimeOffset? asOf, List<string> warnings, Remembered? remembered = null)
    {
        var types = SourceTypes.Of(corpus, rules, warnings);
        var lineage = Lineage.Of(corpus);
        ReadingLog.WarnOfEach(warnings, [.. IdleRetractions.InWords(corpus, lineage.IdleRetractions)]);
        var factors = new RuleFactors(corpus, lineage, types, rules, asOf?.UtcTicks, warnings);
        var sources = SourceVoices.Of(corpus, types);
        var speaker = lineage.Speakers();
        var (weights, shares, linkedShares) = (NewWeights(corpus), NewWeights(corpus), NewWeights(corpus));
        var voices = corpus.Store.New<int>(corpus.ItemCount);
        Parallel.ForEach(corpus.Blocks, corpus.Store.ThreadLimit, () => new IndependenceDiscount(corpus, lineage, rules.Independence, sources, _ => rules.Independence.Unrelated.Correlation), (block, _, discount) =>
        {
            var (start, end) = corpus.AssertionsOf(block);
            var count = end - start;
            double[][] rooms = [Pool.Rent(count), Pool.Rent(count), Pool.Rent(count)];
            Span<double> weight = rooms[0].AsSpan(0, count), share = rooms[1].AsSpan(0, count), linked = rooms[2].AsSpan(0, count);
            for (var a = 0; a < count; a++)
            {
                weight[a] = lineage.Status[start + a] != AssertionStatus.Active ? 0 : factors.AreAllOne ? 1 : factors.Product(start + a);
            }

            for (var item = block.First; item < block.Last; item++)
            {
                var range = corpus.AssertionsOfItem(item);
                var inBlock = (range.Start.Value - start)..(range.End.Value - start);
                voices[item] = discount.SharesOf(item, weight[inBlock], speaker, share[inBlock], linked[inBlock]);
            }

            weights.Set(start, weight);
            shares.Set(start, share);
            linkedShares.Set(start, linked);
            Array.ForEach(rooms, room => Pool.Return(room));
            return discount;
        }, _ => { });

        return new Evidence
        {
            Corpus = corpus,
            Rules = rules,
            Types = types,
            Voices = sources,
            Lineage = lineage,
            Factors = factors,
            Speaker = speaker,
            RuleWeight = weights.Build(),
            Share = shares.Build(),
            LinkedShare = linkedShares.Build(),
            IndependentVoices = voices,
            Remembered = remembered,
        };
    }

    /// <summary>The same under another correlation of unrelated voices.</summary>
    /// <param name="unrelated">The correlation.</param>
    /// <param name="ofSets">That of the items of each label set of the corpus; empty where it is no other.</param>
    public Evidence WithUnrelated(CorrelationRule unrelated, IReadOnlyList<CorrelationRule>? ofSets = null)
    {
        var evidence = this with { Rules = Rules.WithUnrelated(unrelated), UnrelatedOfSets = ofSets ?? [] };
        var shares = NewWeights(Corpus);
        Parallel.ForEach(Corpus.Blocks, Corpus.Store.ThreadLimit, evidence.NewDiscount, (block, _, discount) =>
        {
            var (start, end) = Corpus.AssertionsOf(block);
            var (weight, share) = (new double[end - start], new double[end - start]);
            RuleWeight.CopyTo(start, weight);
            for (var item = block.First; item < block.Last; item++)
            {
                var range = Corpus.AssertionsOfItem(item);
                var inBlock = (range.Start.Value - start)..(range.End.Value - start);
                discount.SharesOf(item, weight.AsSpan(inBlock), Speaker, share.AsSpan(inBlock));
            }

            shares.Set(start, share);
            return discount;
        }, _ => { });
        return evidence with { Share = shares.Build() };
    }

    /// <summary>A discount to ask "what if" with.</summary>
    public IndependenceDiscount NewDiscount() => new(Corpus, Lineage, Rules.Independence, Voices, UnrelatedCorrelation);

    private static ArrayPool<double> Pool => ArrayPool<double>.Shared;

    private static WeightColumnBuilder NewWeights(Corpus corpus) => new(corpus.AssertionCount, corpus.Store);
}
