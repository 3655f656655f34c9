using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What a model concludes of a corpus.</summary>
internal sealed record Posterior
{
    private double[]? discrimination;
    private double[]? logOddsVariance;
    private HashSet<int>? repeating;
    private int[]? parties;
    private ILookup<int, (int Message, int Mine, int Other)>? relationsOfItem;

    /// <summary>Weight of one assertion of each source in nats.</summary>
    public double[] Discrimination => discrimination ??= Array.ConvertAll(Reliability, source => source.Discrimination);

    /// <summary>Variance of the log-odds of each source's being right.</summary>
    public double[] LogOddsVariance => logOddsVariance ??= Array.ConvertAll(Widened, source => source.LogOddsVariance);

    /// <summary>Why this model, in a sentence.</summary>
    public required string Choice { get; init; }

    /// <summary>The evidence as it was scored: with what the corpus itself shows of dependence.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>What each assertion gives each label, by label set that was learnt.</summary>
    public IReadOnlyDictionary<LabelSet, LabelEvidence> LabelsOfSet { get; init; } = new Dictionary<LabelSet, LabelEvidence>();

    /// <summary>What each assertion on an item gives each label; <see langword="null"/> where the item has answers of its own, or one reliability a source says it all.</summary>
    public LabelEvidence? LabelsOf(int item) => LabelsOfSet.Count > 0 && Evidence.Corpus.Labels.Of(item) is { } set ? LabelsOfSet.GetValueOrDefault(set) : null;

    /// <summary>What was learnt of numbers; <see langword="null"/> where the values are no measurements.</summary>
    public NumberScales? Numbers { get; init; }

    /// <summary>What copying leaves of each assertion; empty where none was found.</summary>
    public Column<double> CopyShare { get; init; } = [];

    /// <summary>What copying leaves of one assertion.</summary>
    public double CopyShareOf(int assertion) => CopyShare.Length == 0 ? 1 : CopyShare[assertion];

    /// <summary>Sources that repeat one another, the clearest first.</summary>
    public IReadOnlyList<CopyPair> Copying { get; init; } = [];

    /// <summary>Whether a source shares more errors with another than chance explains.</summary>
    public bool IsFoundToRepeat(int source) => (repeating ??= [.. Copying.SelectMany(pair => (int[])[pair.Source, pair.Of])]).Contains(source);

    /// <summary>The party of each source: see <see cref="Inference.Parties"/>.</summary>
    public int[] Parties => parties ??= Inference.Parties.Of(Evidence, Copying);

    /// <summary>What every method gives.</summary>
    public Answer Answer => new(Credibility, Unnamed);

    /// <summary>Credibility of each claim.</summary>
    public required Column<double> Credibility { get; init; }

    /// <summary>Probability of each item that no named value is right.</summary>
    public required Column<double> Unnamed { get; init; }

    /// <summary>Beta posterior of each source's reliability.</summary>
    public required BetaDistribution[] Reliability { get; init; }

    /// <summary>The same as far as it is known, for intervals: of the same means, and wider where it is uncertain what was right (<see cref="MissingInformation"/>).</summary>
    public required BetaDistribution[] Widened { get; init; }

    /// <summary>Beta prior of each source's reliability: its type's as re-estimated, or its declaration's, and what is remembered of it.</summary>
    public required BetaDistribution[] Prior { get; init; }

    /// <summary>Weight that relations and popularity add to each claim, in nats; empty where they add none.</summary>
    public required Column<double> Offset { get; init; }

    /// <summary>What was learnt of popular values.</summary>
    public required ValuePopularity Popularity { get; init; }

    /// <summary>What each relation gives its first claim (entry 2i) and its second (2i + 1), in nats.</summary>
    public required double[] RelationMessage { get; init; }

    /// <summary>By item what relations tell its claims: the message, the claim, and the claim of another item that it tells of.</summary>
    public ILookup<int, (int Message, int Mine, int Other)> RelationsOfItem => relationsOfItem ??= Evidence.Corpus.Relations.Index()
        .SelectMany(relation => ((int Message, int Mine, int Other)[])
            [(2 * relation.Index, relation.Item.Claim, relation.Item.OtherClaim), ((2 * relation.Index) + 1, relation.Item.OtherClaim, relation.Item.Claim)])
        .ToLookup(told => Evidence.Corpus.ItemOfClaim[told.Mine]);

    /// <summary>Claims of an item whose truth is known, by item; see <see cref="KnownTruths"/>.</summary>
    public required KnownTruths Known { get; init; }

    /// <summary>What the last pass read.</summary>
    public required OneCoinColumns Columns { get; init; }

    /// <summary>What each source said, and how much of it is right.</summary>
    public required SourceRecords Records { get; init; }

    /// <summary>Passes made while learning.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether the last of them moved no credibility and no reliability by more than the tolerance.</summary>
    public required bool Converged { get; init; }
}
