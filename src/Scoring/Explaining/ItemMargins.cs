using Scoring.Inference;
using Scoring.Kernels;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>The log-weights of an item's hypotheses, from which every score and every bar of the item follows.</summary>
internal sealed class ItemMargins
{
    private const int MostOnStack = 256;

    private readonly Evidence evidence;
    private readonly Posterior posterior;
    private readonly double[] logWeight;
    private readonly NumberColumns? near;
    private (int Assertion, int Claim)[]? assertions;
    private RivalWeights? rivals;
    private Dictionary<int, int>? ofRoot;
    private double[]? givenAll;
    private double[]? givenAllButTop;
    private double[]? rightAll;
    private double[]? rightAllButTop;
    private double[]? exact;

    private ItemMargins(Evidence evidence, Posterior posterior, int item, double[] logWeight, LabelItem? labels)
    {
        (this.evidence, this.posterior, Item, this.logWeight, Labels) = (evidence, posterior, item, logWeight, labels);
        near = posterior.Numbers?.ColumnsOf(item);
        First = evidence.Corpus.FirstClaim[item];
        Unnamed = evidence.UnnamedAlternatives(item);
        LogUnnamed = labels?.LogUnnamed ?? Math.Log(Unnamed);
        LogAlternatives = Math.Log(evidence.FalseAlternatives(item));
    }

    public int Item { get; }

    /// <summary>The item under a model of shared labels; <see langword="null"/> where items have labels of their own.</summary>
    public LabelItem? Labels { get; }

    /// <summary>First claim of the item.</summary>
    public int First { get; }

    /// <summary>Claims of the item.</summary>
    public int Count => logWeight.Length;

    /// <summary>Log-weight of each claim, up to a constant of the item; length <see cref="Count"/>.</summary>
    public ReadOnlySpan<double> LogWeights => logWeight;

    /// <summary>Number of unnamed hypotheses, as their prior weight counts them.</summary>
    public double Unnamed { get; }

    /// <summary>Log prior weight of the unnamed hypothesis; −∞ if there is none.</summary>
    public double LogUnnamed { get; }

    public double LogAlternatives { get; }

    /// <summary>Whether its values are numbers, of which near ones support one another.</summary>
    public bool HasNearNumbers => near is not null;

    /// <summary>The margins of an item as the posterior has it.</summary>
    public static ItemMargins Of(Evidence evidence, Posterior posterior, int item)
    {
        var rows = evidence.Corpus.AssertionsOfItem(item);
        var count = rows.End.Value - rows.Start.Value;
        Span<double> weight = count <= MostOnStack ? stackalloc double[count] : new double[count];
        posterior.Columns.Weight.CopyTo(rows.Start.Value, weight);
        return With(evidence, posterior, item, weight);
    }

    /// <summary>The margins the item would have if its assertions weighed as given.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="posterior">The reliabilities, which stay as they are.</param>
    /// <param name="item">Item index.</param>
    /// <param name="weight">Weight of each assertion of the item in independent voices.</param>
    public static ItemMargins With(Evidence evidence, Posterior posterior, int item, ReadOnlySpan<double> weight)
    {
        if (posterior.LabelsOf(item) is { } evidenceOfLabels)
        {
            var labels = new LabelItem(evidenceOfLabels, item, weight, posterior.Offset);
            return new ItemMargins(evidence, posterior, item, labels.LogWeight, labels);
        }

        var margins = new ItemMargins(evidence, posterior, item, new double[evidence.Corpus.NamedCount(item)], labels: null);
        if (margins.near is { } near)
        {
            NumberPass.LogWeights(posterior.Columns, weight, near, item, posterior.Discrimination, posterior.Offset, margins.LogAlternatives, margins.logWeight);
        }
        else
        {
            OneCoinPass.LogWeights(posterior.Columns, item, weight, posterior.Discrimination, posterior.Offset, margins.LogAlternatives, margins.logWeight);
        }

        return margins;
    }

    /// <summary>The log-odds of a claim in nats, as the evidence has it; known truths are not looked at.</summary>
    public double LogOdds(int claim) => logWeight[claim - First] - Weights().LogSum(claim - First);

    /// <summary>The rivals of a claim: the logarithm of their summed weight, and each one's share of it.</summary>
    /// <returns>Shares by claim of the item (0 for the claim itself) and of the unnamed hypothesis.</returns>
    public (double LogSum, double[] Share, double Unnamed) Rivals(int claim)
    {
        var share = new double[Count];
        var unnamed = Weights().Shares(claim - First, share);
        return (Weights().LogSum(claim - First), share, unnamed);
    }

    private RivalWeights Weights()
    {
        if (rivals is null)
        {
            // Margins may be shared by threads: none sees them half weighed.
            var weighed = new RivalWeights();
            weighed.Weigh(logWeight, LogUnnamed);
            rivals = weighed;
        }

        return rivals;
    }

    /// <summary>
    /// How far an assertion, at full weight, moves the log-odds of a claim per nat of its source's discrimination:
    /// 1 for support, minus the rival's share for support of a rival, the reverse for denials; a number near the claim lies in between.
    /// </summary>
    public double Leverage(int assertion, int ofClaim, int onClaim, ReadOnlySpan<double> rivalShare)
    {
        if (near is { } numbers && !IsDenial(assertion))
        {
            ref var throughRivals = ref onClaim - First == Weights().Lone ? ref rightAllButTop : ref rightAll;
            return Towards(numbers, assertion, ofClaim, onClaim, NearNumbers.Right, ref throughRivals);
        }

        var towards = ofClaim == onClaim ? 1 : -rivalShare[ofClaim - First];
        return IsDenial(assertion) ? -towards : towards;
    }

    /// <summary>Share of an independent voice of an assertion, copying included.</summary>
    public double Share(int assertion) => evidence.Share[assertion] * posterior.CopyShareOf(assertion);

    /// <summary>What an assertion, at full weight, adds to the log-odds of a claim, in nats.</summary>
    /// <param name="assertion">An assertion of the item that counts.</param>
    /// <param name="ofClaim">The claim it is about.</param>
    /// <param name="onClaim">The claim whose log-odds are meant.</param>
    /// <param name="rivals">The rivals of that claim.</param>
    public double FullVoice(int assertion, int ofClaim, int onClaim, (double LogSum, double[] Share, double Unnamed) rivals)
    {
        if (near is { } numbers && !IsDenial(assertion))
        {
            ref var throughRivals = ref onClaim - First == Weights().Lone ? ref givenAllButTop : ref givenAll;
            return Towards(numbers, assertion, ofClaim, onClaim, NearNumbers.Support, ref throughRivals);
        }

        if (Labels is null)
        {
            return Leverage(assertion, ofClaim, onClaim, rivals.Share) * (exact ??= Exacts())[assertion - evidence.Corpus.FirstAssertion[First]];
        }

        var gives = Labels.Evidence(ofClaim, assertion);
        return gives[onClaim - First] - Among(rivals, gives);
    }

    /// <summary>The same under one reliability a source, for a source of the given discrimination.</summary>
    public double FullVoice(int assertion, int ofClaim, int onClaim, (double LogSum, double[] Share, double Unnamed) rivals, double discrimination) =>
        near is { } numbers && !IsDenial(assertion)
            ? NumberPass.Gives(numbers, ofClaim, evidence.Speaker[assertion], onClaim, Exact(assertion, discrimination), OfEqual, NearNumbers.Support)
                - NumberPass.GivesAll(numbers, First, First + Count, ofClaim, evidence.Speaker[assertion], rivals.Share, Exact(assertion, discrimination), OfEqual, NearNumbers.Support)
            : Leverage(assertion, ofClaim, onClaim, rivals.Share) * Exact(assertion, discrimination);

    /// <summary>How far a number speaks for a claim rather than for its rivals.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="assertion">The assertion that names it.</param>
    /// <param name="ofClaim">That number.</param>
    /// <param name="onClaim">The claim.</param>
    /// <param name="gives">What it gives a claim.</param>
    /// <param name="through">What every assertion gives the hypotheses, by their weights beside this claim: worked out once for all claims, but for the lone heaviest.</param>
    /// <remarks>O(1), after O(assertions × numbers within reach) for the first.</remarks>
    private double Towards(NumberColumns numbers, int assertion, int ofClaim, int onClaim, Func<double, double, double> gives, ref double[]? through)
    {
        var (place, start) = (onClaim - First, evidence.Corpus.FirstAssertion[First]);
        var (weight, rivalWeight) = (Weights().WeightsFor(place), Weights().Sum(place));
        through ??= Through(numbers, weight.AsSpan(0, Count), gives, start);
        var given = NumberPass.Gives(numbers, ofClaim, evidence.Speaker[assertion], onClaim, Exact(assertion, DiscriminationOf(assertion)), OfEqual, gives);
        return given - ((through[assertion - start] - (weight[place] * given)) / rivalWeight);
    }

    private double[] Through(NumberColumns numbers, ReadOnlySpan<double> weight, Func<double, double, double> gives, int start)
    {
        var through = new double[evidence.Corpus.FirstAssertion[First + Count] - start];
        foreach (var (assertion, ofClaim) in Assertions())
        {
            if (!IsDenial(assertion))
            {
                through[assertion - start] = NumberPass.GivesAll(
                    numbers, First, First + Count, ofClaim, evidence.Speaker[assertion], weight, Exact(assertion, DiscriminationOf(assertion)), OfEqual, gives);
            }
        }

        return through;
    }

    /// <summary>What the rivals of a claim get, weighed by their shares.</summary>
    /// <param name="rivals">The rivals.</param>
    /// <param name="gives">One entry a claim of the item, then one for the unnamed hypothesis.</param>
    public static double Among((double LogSum, double[] Share, double Unnamed) rivals, double[] gives)
    {
        var sum = rivals.Unnamed > 0 ? rivals.Unnamed * gives[^1] : 0;
        for (var i = 0; i < rivals.Share.Length; i++)
        {
            sum += rivals.Share[i] > 0 ? rivals.Share[i] * gives[i] : 0;
        }

        return sum;
    }

    /// <summary>What right-or-wrong is worth beyond the source's discrimination: agreement by chance is rare where alternatives are many.</summary>
    public double ChanceBonus(int assertion) => IsDenial(assertion) ? 0 : LogAlternatives;

    /// <summary>
    /// How far an assertion agrees with a claim that it does not name, in (0, 1), and how far from the truth its source's
    /// inexact answers usually lie thereabouts, in the unit of the values; <see langword="null"/> where it does not support it.
    /// </summary>
    public (double Agreement, double Error)? Nearness(int assertion, int ofClaim, int onClaim)
    {
        if (near is not { } numbers || ofClaim == onClaim || IsDenial(assertion))
        {
            return null;
        }

        var scale = numbers.Scale[evidence.Speaker[assertion]];
        var agreement = NumberPass.Agreement(numbers, numbers.Place[ofClaim], numbers.Place[onClaim], evidence.Speaker[assertion]);
        return agreement > 0 ? (agreement, scale * evidence.Corpus.Numbers!.PerPosition(ofClaim, onClaim, First..(First + Count))) : null;
    }

    /// <summary>What one more source, at full weight, would give each claim of the item by naming one of them.</summary>
    /// <param name="named">Place in the item of the claim it names.</param>
    /// <param name="type">Its type.</param>
    /// <param name="discrimination">Its log-odds of being right.</param>
    public double[] Voice(int named, int type, double discrimination)
    {
        var gives = new double[Count];
        gives[named] = discrimination + LogAlternatives;
        if (near is { } numbers)
        {
            NumberPass.AddSupport(numbers, First, First + Count, First + named, posterior.Numbers!.ScaleOf(type), posterior.Numbers.NearnessOfAll, gives[named], OfEqual, gives);
        }

        return gives;
    }

    /// <summary>What support of an equal number adds beyond that of the nearest other one.</summary>
    private double OfEqual => NumberPass.OfEqual(LogAlternatives, Count);

    /// <summary>What each assertion of the item is worth at full leverage: every claim of it asks, and sources lie far apart.</summary>
    private double[] Exacts()
    {
        var (start, end) = (evidence.Corpus.FirstAssertion[First], evidence.Corpus.FirstAssertion[First + Count]);
        return [.. Enumerable.Range(start, end - start).Select(assertion => Exact(assertion, DiscriminationOf(assertion)))];
    }

    private double Exact(int assertion, double discrimination) => discrimination + ChanceBonus(assertion);

    private double DiscriminationOf(int assertion) => posterior.Discrimination[evidence.Speaker[assertion]];

    private bool IsDenial(int assertion) => posterior.Columns.Denies.Length > 0 && posterior.Columns.Denies[assertion];

    /// <summary>The assertions of the item that count, each with the claim it is about.</summary>
    public (int Assertion, int Claim)[] Assertions() => assertions ??= Counted();

    /// <summary>How many of the assertions that count are the voice of a source.</summary>
    public int OfRoot(int root) => (ofRoot ??= Assertions().CountBy(row => evidence.Lineage.Root[row.Assertion]).ToDictionary())[root];

    private (int Assertion, int Claim)[] Counted()
    {
        var range = evidence.Corpus.AssertionsOfItem(Item);
        var (rows, count) = (new (int Assertion, int Claim)[range.End.Value - range.Start.Value], 0);
        for (var claim = First; claim < First + Count; claim++)
        {
            for (var a = evidence.Corpus.FirstAssertion[claim]; a < evidence.Corpus.FirstAssertion[claim + 1]; a++)
            {
                if (evidence.RuleWeight[a] > 0)
                {
                    rows[count++] = (a, claim);
                }
            }
        }

        return count == rows.Length ? rows : rows[..count];
    }
}
