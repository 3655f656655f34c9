namespace Scoring.Inference;

/// <summary>
/// The biased-coin model: on each item a source either knows, and names the true label, or does not, and names a label by
/// habit, whatever the truth. So a label that a source gives to nearly everything is weak evidence, and a rare one strong.
/// </summary>
/// <remarks>
/// After MACE (Hovy, Berg-Kirkpatrick, Vaswani and Hovy 2013, NAACL-HLT 1120–1130), with priors on knowledge by source and
/// habits pooled over all sources. The first passes spread wrong answers evenly: from there habits are told from knowledge. It ends
/// when what sources know no longer moves: habits would drift on, and take a truth that is nearly always one label for a habit.
/// </remarks>
internal sealed class BiasedCoin : ILabelCoin
{
    public const string ModelName = "biased-coin";

    private const int EvenPasses = 20;
    private const double HabitStrength = 4;
    private const double LeastKnowing = 0.05;
    private const double MostKnowing = 0.98;
    private const double NearlySure = 1 - 1e-9;

    private readonly LabelColumns columns;
    private readonly BetaDistribution[] prior;
    private readonly double[] knows;
    private readonly double[] habit;
    private readonly double[] knowing;
    private readonly double[] guessed;

    private BiasedCoin(LabelColumns columns, BetaDistribution[] reliability)
    {
        this.columns = columns;
        (knows, knowing) = (new double[columns.SourceCount], new double[columns.SourceCount]);
        (habit, guessed) = (new double[columns.CellCount], new double[columns.CellCount]);
        prior = new BetaDistribution[columns.SourceCount];
        for (var source = 0; source < prior.Length; source++)
        {
            // Who is right with probability r, and guesses evenly otherwise, knows with probability (rK − 1) / (K − 1).
            var own = reliability[source];
            var mean = Math.Clamp(((own.Mean * columns.Labels) - 1) / (columns.Labels - 1), LeastKnowing, MostKnowing);
            prior[source] = BetaDistribution.FromMean(mean, own.A + own.B);
            knows[source] = mean;
        }

        Array.Fill(habit, 1.0 / columns.Labels);
    }

    /// <summary>Learns what each source knows and how it guesses.</summary>
    /// <param name="columns">The votes.</param>
    /// <param name="reliability">Prior of each source's reliability.</param>
    /// <param name="turnout">What the number of votes on an item tells of its label.</param>
    /// <param name="known">Items whose answer is settled.</param>
    /// <param name="mostPasses">Most passes, at least 1.</param>
    /// <param name="threads">Threads to learn on; the result is the same for any number.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static LabelFamily Learn(LabelColumns columns, BetaDistribution[] reliability, Turnout turnout, KnownLabels known, int mostPasses, int threads, CancellationToken cancellation) =>
        LabelCoins.Learn(new BiasedCoin(columns, reliability), ModelName, columns, turnout, known, leastPasses: EvenPasses + 1, mostPasses, threads, cancellation);

    /// <summary>A vote counts for its label only: under any other truth the source must have guessed, whatever that truth is.</summary>
    public void Weigh(double[] gain)
    {
        for (var cell = 0; cell < gain.Length; cell++)
        {
            var knowledge = knows[columns.SourceOfCell[cell]];
            gain[cell] = Math.Log(1 + (knowledge / ((1 - knowledge) * habit[cell])));
        }
    }

    public double Learn(double[] right, int pass)
    {
        TellKnowledgeFromGuesses(right);
        double change = 0;
        for (var source = 0; source < knows.Length; source++)
        {
            var counts = columns.Elsewhere[source];
            var next = (prior[source].A + (counts * knowing[source])) / (prior[source].A + prior[source].B + (counts * columns.SourceWeight[source]));
            change = Math.Max(change, Math.Abs(next - knows[source]));
            knows[source] = Math.Min(next, NearlySure);
        }

        if (pass >= EvenPasses)
        {
            LearnHabits();
        }

        return change;
    }

    private void TellKnowledgeFromGuesses(double[] right)
    {
        Array.Clear(knowing);
        for (var cell = 0; cell < guessed.Length; cell++)
        {
            var source = columns.SourceOfCell[cell];
            var knew = right[cell] * knows[source] / (knows[source] + ((1 - knows[source]) * habit[cell]));
            knowing[source] += knew;
            guessed[cell] = columns.CellWeight[cell] - knew;
        }
    }

    private void LearnHabits()
    {
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
    }
}
