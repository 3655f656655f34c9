namespace Scoring.Inference;

/// <summary>
/// One coin among shared labels: a source is right with its reliability, and its wrong answers are spread evenly. The reliability may be
/// less than that of guessing: who is mostly wrong tells something too.
/// </summary>
internal sealed class EvenCoin : ILabelCoin
{
    private const double Least = 1e-9;

    private readonly LabelColumns columns;
    private readonly BetaDistribution[] prior;
    private readonly double[] reliability;

    private EvenCoin(LabelColumns columns, BetaDistribution[] prior) =>
        (this.columns, this.prior, reliability) = (columns, prior, Array.ConvertAll(prior, source => Math.Clamp(source.Mean, Least, 1 - Least)));

    /// <summary>Learns how reliable each source is.</summary>
    /// <param name="columns">The votes.</param>
    /// <param name="prior">Prior of each source's reliability.</param>
    /// <param name="turnout">What the number of votes on an item tells of its label.</param>
    /// <param name="known">Items whose answer is settled.</param>
    /// <param name="mostPasses">Most passes, at least 1.</param>
    /// <param name="threads">Threads to learn on; the result is the same for any number.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static LabelFamily Learn(LabelColumns columns, BetaDistribution[] prior, Turnout turnout, KnownLabels known, int mostPasses, int threads, CancellationToken cancellation) =>
        LabelCoins.Learn(new EvenCoin(columns, prior), OneCoin.ModelName, columns, turnout, known, leastPasses: 0, mostPasses, threads, cancellation);

    public void Weigh(double[] gain)
    {
        for (var cell = 0; cell < gain.Length; cell++)
        {
            var right = reliability[columns.SourceOfCell[cell]];
            gain[cell] = Math.Log(right * (columns.Labels - 1) / (1 - right));
        }
    }

    public double Learn(double[] right, int pass)
    {
        var hits = new double[reliability.Length];
        for (var cell = 0; cell < right.Length; cell++)
        {
            hits[columns.SourceOfCell[cell]] += right[cell];
        }

        double change = 0;
        for (var source = 0; source < reliability.Length; source++)
        {
            var counts = columns.Elsewhere[source];
            var next = (prior[source].A + (counts * hits[source])) / (prior[source].A + prior[source].B + (counts * columns.SourceWeight[source]));
            change = Math.Max(change, Math.Abs(next - reliability[source]));
            reliability[source] = Math.Clamp(next, Least, 1 - Least);
        }

        return change;
    }
}
