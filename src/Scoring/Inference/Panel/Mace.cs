namespace Scoring.Inference.Panel;

/// <summary>
/// Multi-annotator competence estimation: on each item a source either knows the true label or spams, and then draws from a
/// strategy of its own, whatever the item. Variational Bayes, the start with the best likelihood. Hovy, Berg-Kirkpatrick,
/// Vaswani and Hovy 2013, Learning Whom to Trust with MACE, NAACL-HLT, 1120–1130 (N13-1132 in the ACL Anthology; no DOI).
/// </summary>
/// <remarks>
/// Defaults of the authors' program: ten seeded starts of fifty passes, drawn for the sources in their order (so that where starts end apart, names have a part in it), noise 0.5, Beta(0.5, 0.5) on knowing, 10 on each label of a strategy.
/// Strategies are over the shared labels and stored only where a source names the label.
/// </remarks>
internal sealed class Mace : IPanelMethod
{
    private const int Starts = 10;

    public string Name => "mace";

    public string Description => "sources that know or spam, each with its own strategy: MACE (Hovy et al. 2013)";

    public bool NeedsSharedLabels => true;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var cells = LabelCells.Of(votes);
        var (best, highest) = (new Answer([], []), double.NegativeInfinity);
        for (var seed = 1; seed <= Starts; seed++)
        {
            var run = new SpamPass(votes, cells);
            var likelihood = run.Run(new Random(seed), cancellation);
            if (likelihood > highest)
            {
                (best, highest) = (new Answer(run.Credibility, run.Unnamed), likelihood);
            }
        }

        return best;
    }
}
