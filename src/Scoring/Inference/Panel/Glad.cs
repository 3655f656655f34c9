namespace Scoring.Inference.Panel;

/// <summary>
/// An ability α for each source and an ease β for each item: the source is right with probability 1 / (1 + e^(−αβ)), else names
/// any of the false values. Whitehill, Ruvolo, Wu, Bergsma and Movellan 2009, Whose Vote Should Count More: Optimal
/// Integration of Labels from Labelers of Unknown Expertise, NIPS 22:2035–2043 (no DOI).
/// </summary>
/// <remarks>
/// Priors α ~ N(1, 1) and ln β ~ N(1, 1), as in the authors' program. Each maximization is three rounds of one step of Fisher
/// scoring for all abilities, then for all ln β, in place of their conjugate gradients: O(votes), and the same fixed points.
/// At most 100 passes.
/// </remarks>
internal sealed class Glad : IPanelMethod
{
    private const int MostPasses = 100;
    private const int Rounds = 3;
    private const double Tolerance = 1e-4;
    private const double PriorMean = 1;
    private const double LongestStep = 1;

    public string Name => "glad";

    public string Description => "an ability for each source and a difficulty for each item: GLAD (Whitehill et al. 2009)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var (values, ability, ease) = (new ValuePass(votes), new double[votes.SourceCount], new double[votes.ItemCount]);
        Array.Fill(ability, PriorMean);
        Array.Fill(ease, Math.Exp(PriorMean));
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            change = values.Infer(ability, ease);
            for (var round = 0; round < Rounds; round++)
            {
                LearnAbility(votes, values.Credibility, ability, ease);
                LearnEase(votes, values.Credibility, ability, ease);
            }
        }

        return new Answer(values.Credibility, values.Unnamed);
    }

    private static void LearnAbility(Votes votes, double[] credibility, double[] ability, double[] ease)
    {
        for (var source = 0; source < ability.Length; source++)
        {
            var (slope, curvature) = (PriorMean - ability[source], 1.0);
            foreach (var claim in votes.ClaimOfSource.AsSpan(votes.FirstOfSource[source]..votes.FirstOfSource[source + 1]))
            {
                var b = ease[votes.ItemOfClaim[claim]];
                var right = 1 / (1 + Math.Exp(-ability[source] * b));
                slope += b * (credibility[claim] - right);
                curvature += b * b * right * (1 - right);
            }

            ability[source] += Step(slope, curvature);
        }
    }

    private static void LearnEase(Votes votes, double[] credibility, double[] ability, double[] ease)
    {
        for (var item = 0; item < ease.Length; item++)
        {
            var log = Math.Log(ease[item]);
            var (slope, curvature) = (PriorMean - log, 1.0);
            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                for (var vote = votes.FirstVote[claim]; vote < votes.FirstVote[claim + 1]; vote++)
                {
                    var odds = ability[votes.Source[vote]] * ease[item];
                    var right = 1 / (1 + Math.Exp(-odds));
                    slope += odds * (credibility[claim] - right);
                    curvature += odds * odds * right * (1 - right);
                }
            }

            ease[item] = Math.Exp(log + Step(slope, curvature));
        }
    }

    private static double Step(double slope, double curvature) => Math.Clamp(slope / curvature, -LongestStep, LongestStep);
}
