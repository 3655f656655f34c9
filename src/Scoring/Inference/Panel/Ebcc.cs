namespace Scoring.Inference.Panel;

/// <summary>
/// Enhanced Bayesian classifier combination: items of one label fall into subtypes, and sources confuse each subtype in their
/// own way, so that they err together on the hard ones. Variational Bayes, the start with the best evidence lower bound. Li,
/// Rubinstein and Cohn 2019, Exploiting Worker Correlation for Label Aggregation in Crowdsourcing, PMLR 97:3886–3895 (no DOI).
/// </summary>
/// <remarks>The priors of the paper; three subtypes a label in place of ten and three seeded starts in place of forty, for speed.</remarks>
internal sealed class Ebcc : IPanelMethod
{
    private const int Subtypes = 3;
    private const int Starts = 3;

    public string Name => "ebcc";

    public string Description => "confusion matrices with subtypes of items, which sources confuse alike: EBCC (Li, Rubinstein and Cohn 2019)";

    public bool NeedsSharedLabels => true;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var rows = new ConfusionRows(votes, LabelCells.Of(votes), Subtypes);
        var (variational, best, highest) = (new DirichletRows(rows), new Answer([], []), double.NegativeInfinity);
        for (var seed = 1; seed <= Starts; seed++)
        {
            variational.Run(new Random(seed), cancellation);
            if (variational.Bound() is var bound && bound > highest)
            {
                (best, highest) = (new Answer([.. rows.Credibility], [.. rows.Unnamed]), bound);
            }
        }

        return best;
    }
}
