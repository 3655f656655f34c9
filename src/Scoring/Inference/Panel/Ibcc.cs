namespace Scoring.Inference.Panel;

/// <summary>
/// Independent Bayesian classifier combination: a confusion matrix a source with a Dirichlet prior on each row. Kim and
/// Ghahramani 2012, Bayesian Classifier Combination, PMLR 22:619–627 (no DOI).
/// </summary>
/// <remarks>
/// Variational Bayes from a majority vote in place of their Gibbs sampler, and a fixed prior (4 on the right label, 1 on each
/// other: Li, Rubinstein and Cohn 2019) in place of an exponential hyper-prior.
/// </remarks>
internal sealed class Ibcc : IPanelMethod
{
    public string Name => "ibcc";

    public string Description => "a confusion matrix for each source, with a prior: variational IBCC (Kim and Ghahramani 2012)";

    public bool NeedsSharedLabels => true;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var rows = new ConfusionRows(votes, LabelCells.Of(votes), subtypes: 1);
        new DirichletRows(rows).Run(random: null, cancellation);
        return new Answer(rows.Credibility, rows.Unnamed);
    }
}
