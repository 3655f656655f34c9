using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// The biased-coin model: on each item a source either knows, and names the true label, or does not, and names a label by
/// habit, whatever the truth. So a label that a source gives to nearly everything is weak evidence, and a rare one strong.
/// </summary>
/// <remarks>
/// After MACE (Hovy, Berg-Kirkpatrick, Vaswani and Hovy 2013, NAACL-HLT 1120–1130), with priors on knowledge by source and
/// habits pooled over all sources; labels are equally likely beforehand, so that a habit that all share is not taken for the
/// truth. The first passes spread wrong answers evenly: from there habits are told from knowledge. It ends when what sources know
/// no longer moves: habits would drift on, and take a truth that is nearly always one label for a habit. Without habits it is
/// one coin, whose reliability may be less than that of guessing: who is mostly wrong tells something too. O(votes) a pass.
/// </remarks>
internal sealed class BiasedCoin
{
    public const string ModelName = "biased-coin";

    private const int EvenPasses = 20;
    private const int MostPasses = 200;
    private const double Tolerance = 1e-4;
    private const double HabitStrength = 4;
    private const double LeastKnowing = 0.05;
    private const double MostKnowing = 0.98;
    private const double Least = 1e-9;

    private readonly LabelColumns columns;
    private readonly OneCoinColumns votes;
    private readonly bool hasHabits;
    private readonly OneCoinTerms terms;
    private readonly OneCoinWorkers workers;
    private readonly Column<double> credibility;
    private readonly BetaDistribution[] prior;
    /// <summary>How likely each source is to know; without habits, to be right.</summary>
    private readonly double[] knows;

    private readonly double[] habit;
    private readonly double[] gain;
    private readonly double[] knowing;
    private readonly double[] guessed;

    private BiasedCoin(LabelColumns columns, ReadOnlySpan<BetaDistribution> reliability, KnownLabels known, bool hasHabits, int threads)
    {
        this.hasHabits = hasHabits;
        (this.columns, votes, credibility) = (columns, columns.AsClaims, known.CredibilityOf(columns));
        terms = new OneCoinTerms
        {
            LogAlternatives = new WeightColumn(columns.ItemCount, [0], []),
            LogUnnamed = columns.LogUnnamed,
            Teaching = new WeightColumn(columns.ItemCount, [1], []),
            IsSettled = known.IsSettled(columns),
            IsNumber = [],
        };
        workers = new OneCoinWorkers(threads, columns.CellCount, numbers: null, ColumnStore.InMemory);
        (knows, knowing) = (new double[columns.SourceCount], new double[columns.SourceCount]);
        (habit, gain, guessed) = (new double[columns.CellCount], new double[columns.CellCount], new double[columns.CellCount]);
        prior = new BetaDistribution[columns.SourceCount];
        for (var source = 0; source < prior.Length; source++)
        {
            var right = reliability[source];
            if (!hasHabits)
            {
                (prior[source], knows[source]) = (right, Math.Clamp(right.Mean, Least, 1 - Least));
                continue;
            }

            // Who is right with probability r, and guesses evenly otherwise, knows with probability (rK − 1) / (K − 1).
            var mean = Math.Clamp(((right.Mean * columns.Labels) - 1) / (columns.Labels - 1), LeastKnowing, MostKnowing);
            (prior[source], knows[source]) = (BetaDistribution.FromMean(mean, right.A + right.B), mean);
        }

        Array.Fill(habit, 1.0 / columns.Labels);
    }

    /// <summary>Learns what each source knows and how it guesses.</summary>
    /// <param name="columns">The votes.</param>
    /// <param name="reliability">Prior of each source's reliability.</param>
    /// <param name="known">Items whose answer is settled.</param>
    /// <param name="hasHabits">Whether habits are learnt; else wrong answers are spread evenly, and the model is a one-coin model.</param>
    /// <param name="mostPasses">Most passes, at least 1.</param>
    /// <param name="threads">Threads to learn on; the result is the same for any number.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static LabelFamily Learn(
        LabelColumns columns, ReadOnlySpan<BetaDistribution> reliability, KnownLabels known, bool hasHabits, int mostPasses, int threads, CancellationToken cancellation)
    {
        var model = new BiasedCoin(columns, reliability, known, hasHabits, threads);
        var (passes, change) = (0, double.PositiveInfinity);
        for (; passes < Math.Min(MostPasses, mostPasses) && ((hasHabits && passes <= EvenPasses) || change > Tolerance); passes++)
        {
            cancellation.ThrowIfCancellationRequested();
            model.Weigh();
            model.Infer();
            change = model.Learn(isEven: !hasHabits || passes < EvenPasses);
        }

        model.Weigh();
        model.credibility.Release();
        var rows = new double[columns.CellCount * columns.Labels];
        for (var cell = 0; cell < columns.CellCount; cell++)
        {
            rows[(cell * columns.Labels) + columns.LabelOfCell[cell]] = model.gain[cell];
        }

        var even = Enumerable.Repeat(-Math.Log(columns.Labels), columns.Labels).ToArray();
        return new LabelFamily(hasHabits ? ModelName : OneCoin.ModelName, 1, even, rows, 0, passes, change <= Tolerance);
    }

    /// <summary>A vote counts for its label only, or against it: under any other truth the source must have guessed, whatever that truth is.</summary>
    private void Weigh()
    {
        for (var cell = 0; cell < gain.Length; cell++)
        {
            var knowledge = knows[columns.SourceOfCell[cell]];
            gain[cell] = hasHabits
                ? Math.Log(1 + (knowledge / ((1 - knowledge) * habit[cell])))
                : Math.Log(knowledge * (columns.Labels - 1) / (1 - knowledge));
        }
    }

    /// <summary>A pass of the one-coin kernel, a cell standing in for a source: what a label is worth is the same for all votes of a cell.</summary>
    private void Infer()
    {
        workers.Pass(votes, terms, claimOffset: [], gain, credibility);
        Array.Clear(knowing);
        for (var cell = 0; cell < guessed.Length; cell++)
        {
            var source = columns.SourceOfCell[cell];
            var right = Math.Min(columns.CellWeight[cell], workers.Hits(cell));
            var knew = hasHabits ? right * knows[source] / (knows[source] + ((1 - knows[source]) * habit[cell])) : right;
            knowing[source] += knew;
            guessed[cell] = columns.CellWeight[cell] - knew;
        }
    }

    private double Learn(bool isEven)
    {
        double change = 0;
        for (var source = 0; source < knows.Length; source++)
        {
            var next = (prior[source].A + knowing[source]) / (prior[source].A + prior[source].B + columns.SourceWeight[source]);
            change = Math.Max(change, Math.Abs(next - knows[source]));
            knows[source] = Math.Clamp(next, Least, 1 - Least);
        }

        if (isEven)
        {
            return change;
        }

        var (common, ofSource) = (new double[columns.Labels], new double[knows.Length]);
        for (var cell = 0; cell < guessed.Length; cell++)
        {
            common[columns.LabelOfCell[cell]] += guessed[cell];
            ofSource[columns.SourceOfCell[cell]] += guessed[cell];
        }

        var all = common.Sum() + columns.Labels;
        for (var cell = 0; cell < habit.Length; cell++)
        {
            var share = (common[columns.LabelOfCell[cell]] + 1) / all;
            habit[cell] = (guessed[cell] + (HabitStrength * share)) / (ofSource[columns.SourceOfCell[cell]] + HabitStrength);
        }

        return change;
    }
}
