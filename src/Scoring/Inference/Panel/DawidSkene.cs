namespace Scoring.Inference.Panel;

/// <summary>
/// A confusion matrix a source: how often it names each label, given the true one. Expectation–maximization from a majority
/// vote, without priors, as in Dawid and Skene 1979, doi:10.2307/2346806.
/// </summary>
/// <remarks>
/// A probability counts as at least 1e-10, so that one impossible label does not settle an item against all other sources.
/// At most 100 passes.
/// </remarks>
internal sealed class DawidSkene : IPanelMethod
{
    private const int MostPasses = 100;
    private const double Tolerance = 1e-5;
    private const double Least = 1e-10;

    public string Name => "dawid-skene";

    public string Description => "a confusion matrix for each source, by maximum likelihood (Dawid and Skene 1979)";

    public bool NeedsSharedLabels => true;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var rows = new ConfusionRows(votes, LabelCells.Of(votes), subtypes: 1);
        rows.Start(random: null);
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            Maximize(rows);
            change = rows.Infer();
        }

        return new Answer(rows.Credibility, rows.Unnamed);
    }

    private static void Maximize(ConfusionRows rows)
    {
        var items = Math.Max(1, rows.StateCount.Sum());
        for (var label = 0; label < rows.States; label++)
        {
            rows.LogPrior[label] = Math.Log(Math.Max(Least, rows.StateCount[label] / items));
        }

        for (var source = 0; source + 1 < rows.Cells.First.Length; source++)
        {
            var (first, last) = (rows.Cells.First[source], rows.Cells.First[source + 1]);
            for (var truth = 0; truth < rows.States; truth++)
            {
                var all = Least * (rows.States - (last - first));
                for (var cell = first; cell < last; cell++)
                {
                    all += Math.Max(Least, rows.Count[(cell * rows.States) + truth]);
                }

                for (var cell = first; cell < last; cell++)
                {
                    var at = (cell * rows.States) + truth;
                    rows.LogRow[at] = Math.Log(Math.Max(Least, rows.Count[at]) / all);
                }
            }
        }
    }
}
