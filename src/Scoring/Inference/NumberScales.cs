using System.Globalization;
using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>How far from the truth the inexact answers of each source lie, and what nearness counts, learnt from the corpus.</summary>
/// <remarks>
/// Scales are those of a Student-t distribution fitted by weighted squares (Lange, Little and Taylor 1989,
/// doi:10.1080/01621459.1989.10478852), with an inverse-gamma prior on the variance that the sources of a type share and that is
/// re-estimated from them (empirical Bayes): its precision is the mean precision of the sources. An answer that
/// others share is exact as far as it is right; one that nobody shares is inexact, at no distance as far as it is right itself.
/// Exact answers tell nothing of a scale but that nearness counts less: a source has meant a number near its own only if its answers are inexact,
/// and that number is in question only if those who name it are inexact too, so nearness counts the source's share of inexact
/// answers times that of all. In a corpus of facts, where answers are equal or wrong, that is little; of measurements, where
/// hardly any two are equal, near numbers count nearly in full.
/// </remarks>
internal sealed class NumberScales
{
    /// <summary>Answers that what all sources have in common counts as for each.</summary>
    private const double PriorStrength = 20;

    private const int LearningPasses = 30;
    private const double StartingShare = 0.5;
    private const double Least = 1e-3;
    private const double Most = 1e3;

    private readonly Numbers numbers;
    private readonly SourceTypes types;
    private readonly double inertia;
    private readonly double[] precisionOfType;
    private readonly double[] nearness;
    private int passes;

    public NumberScales(Evidence evidence)
    {
        (numbers, types, inertia) = (evidence.Corpus.Numbers!, evidence.Types, evidence.Rules.Learning.TypeInertia);
        precisionOfType = new double[types.Rules.Length];
        Ties = NumberTies.Of(evidence);
        (Scale, nearness) = (new double[evidence.Corpus.SourceCount], new double[evidence.Corpus.SourceCount]);
        Reset();
    }

    /// <summary>How often voices name the same number.</summary>
    public NumberTies Ties { get; }

    /// <summary>Scale of each source, in typical deviations.</summary>
    public double[] Scale { get; }

    /// <summary>Share of the answers meant for the truth that are beside it, over all sources, in (0, 1).</summary>
    public double ShareInexact { get; private set; }

    /// <summary>Share of the answers beside the truth that are meant for it rather than gross errors, in (0, 1).</summary>
    public double ShareMeant { get; private set; }

    /// <summary>Whether scales and nearness still move.</summary>
    public bool IsLearning => passes < LearningPasses;

    /// <summary>Whether the values of each item are numbers.</summary>
    public bool[] IsNumber => numbers.IsNumeric;

    /// <summary>What a pass over an item reads; <see langword="null"/> if the item is not numeric.</summary>
    public NumberColumns? ColumnsOf(int item) => numbers.IsNumeric[item]
        ? new() { Order = numbers.Order, Place = numbers.Place, Position = numbers.Position, Scale = Scale, Nearness = nearness }
        : null;

    /// <summary>Scale of a source of which only the type is known.</summary>
    public double ScaleOf(int type) => 1 / Math.Sqrt(precisionOfType[type]);

    /// <summary>What nearness counts for a source of which nothing is known.</summary>
    public double NearnessOfAll => ShareInexact * ShareInexact;

    /// <summary>Forgets what was learnt.</summary>
    public void Reset()
    {
        Array.Fill(precisionOfType, 1);
        Array.Fill(Scale, 1);
        Array.Fill(nearness, StartingShare * StartingShare);
        (ShareInexact, ShareMeant, passes) = (StartingShare, 0.5, 0);
    }

    /// <summary>Learns from what the threads tallied, in the first passes: then scales stay, and reliabilities settle on them.</summary>
    /// <returns>The largest move of a scale or of nearness.</returns>
    public double Learn(NumberTally[] tallies)
    {
        if (passes++ >= LearningPasses)
        {
            return 0;
        }

        var (exactOfAll, inexactOfAll, gross, change) = (0.0, 0.0, 0.0, 0.0);
        var (sum, count) = (new double[precisionOfType.Length], new double[precisionOfType.Length]);
        for (var source = 0; source < Scale.Length; source++)
        {
            var (exact, inexact, squares) = TallyOf(tallies, source);
            var type = types.OfSource[source];
            var variance = ((PriorStrength / precisionOfType[type]) + (squares * Scale[source] * Scale[source])) / (PriorStrength + inexact);
            var scale = Math.Clamp(Math.Sqrt(variance), Least, Most);
            var share = (inexact + (PriorStrength * ShareInexact)) / (exact + inexact + PriorStrength);
            change = Math.Max(change, Math.Max(Math.Abs(scale - Scale[source]), Math.Abs((share * ShareInexact) - nearness[source])));
            (Scale[source], nearness[source]) = (scale, share * ShareInexact);
            (exactOfAll, inexactOfAll) = (exactOfAll + exact, inexactOfAll + inexact);
            if (exact + inexact > 0)
            {
                (sum[type], count[type]) = (sum[type] + (1 / variance), count[type] + 1);
            }
        }

        foreach (var tally in tallies)
        {
            gross += tally.Gross / OneCoinPass.FixedPointScale;
        }

        for (var type = 0; type < sum.Length; type++)
        {
            precisionOfType[type] = (inertia + sum[type]) / (inertia + count[type]);
        }

        ShareInexact = (inexactOfAll + (PriorStrength * StartingShare)) / (exactOfAll + inexactOfAll + PriorStrength);
        ShareMeant = (inexactOfAll + 1) / (inexactOfAll + gross + 2);
        return change;
    }

    /// <summary>What was found, in words.</summary>
    public string InWords() => string.Create(
        CultureInfo.InvariantCulture,
        $"values of {numbers.ItemCount} items are numbers{(numbers.IsRelative ? ", errors relative to their size" : "")}: one reliability and one spread a source, equal {(numbers.Tolerance == default ? "" : $"within {numbers.Tolerance} ")}numbers one claim, {100 * (1 - ShareInexact):0} % of meant answers exact, near ones support one another in part; of two voices on an item {100 * Ties.Share:0.#} % name the same number, by chance {100 * Ties.ByChance:0.#} % would");

    private static (double Exact, double Inexact, double Squares) TallyOf(NumberTally[] tallies, int source)
    {
        var (exact, inexact, squares) = (0L, 0L, 0L);
        foreach (var tally in tallies)
        {
            exact += tally.Exact[source];
            inexact += tally.Inexact[source];
            squares += tally.Squares[source];
        }

        return (exact / OneCoinPass.FixedPointScale, inexact / OneCoinPass.FixedPointScale, squares / OneCoinPass.FixedPointScale);
    }
}
