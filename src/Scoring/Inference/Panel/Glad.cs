namespace Scoring.Inference.Panel;

/// <summary>
/// An ability α for each source and an ease β for each item: the source is right with probability 1 / (1 + e^(−αβ)), else names
/// any of the false values. Whitehill, Ruvolo, Wu, Bergsma and Movellan 2009, Whose Vote Should Count More: Optimal
/// Integration of Labels from Labelers of Unknown Expertise, NIPS 22:2035–2043 (no DOI).
/// </summary>
/// <remarks>
/// Priors α ~ N(1, 1) and ln β ~ N(1, 1), as in the authors' program. Each maximization is three rounds of one step of Fisher
/// scoring for all abilities, then for all ln β, in place of their conjugate gradients: O(votes), and the same fixed points. Extrapolated
/// (<see cref="Squarem"/>) until no parameter moves, at most 100 cycles of three passes.
/// </remarks>
internal sealed class Glad : IPanelMethod
{
    private const int MostCycles = 100;
    private const int Rounds = 3;
    private const double Tolerance = 1e-6;
    private const double PriorMean = 1;
    private const double LongestStep = 1;

    public string Name => "glad";

    public string Description => "an ability for each source and a difficulty for each item: GLAD (Whitehill et al. 2009)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var (values, squarem) = (new ValuePass(votes), new Squarem(votes.SourceCount + votes.ItemCount));
        Array.Fill(squarem.From, PriorMean);
        for (var (cycle, change) = (0, 1.0); cycle < MostCycles && change > Tolerance; cycle++)
        {
            cancellation.ThrowIfCancellationRequested();
            Maximize(votes, values, squarem.From, squarem.Once);
            Maximize(votes, values, squarem.Once, squarem.Twice);
            squarem.Extrapolate(_ => { });
            Maximize(votes, values, squarem.Ahead, squarem.AfterAhead);
            change = VoteArithmetic.LargestChange(squarem.Once, squarem.Twice);
            squarem.Choose();
        }

        Expect(votes, values, squarem.From);
        return new Answer(values.Credibility, values.Unnamed);
    }

    /// <summary>One pass.</summary>
    /// <param name="votes">Who supports what.</param>
    /// <param name="values">Infers the values.</param>
    /// <param name="from">Abilities of the sources, then ln β of the items.</param>
    /// <param name="to">Receives them after the pass.</param>
    private static void Maximize(Votes votes, ValuePass values, double[] from, double[] to)
    {
        Expect(votes, values, from);
        from.CopyTo(to, 0);
        var ability = to.AsSpan(0, votes.SourceCount);
        var logEase = to.AsSpan(votes.SourceCount);
        for (var round = 0; round < Rounds; round++)
        {
            LearnAbility(votes, values.Credibility, ability, logEase);
            LearnEase(votes, values.Credibility, ability, logEase);
        }
    }

    private static void Expect(Votes votes, ValuePass values, double[] state) =>
        values.Infer(state.AsSpan(0, votes.SourceCount), Array.ConvertAll(state[votes.SourceCount..], Math.Exp));

    private static void LearnAbility(Votes votes, double[] credibility, Span<double> ability, ReadOnlySpan<double> logEase)
    {
        for (var source = 0; source < ability.Length; source++)
        {
            var (slope, curvature) = (PriorMean - ability[source], 1.0);
            foreach (var claim in votes.ClaimsOf(source))
            {
                var b = Math.Exp(logEase[votes.ItemOfClaim[claim]]);
                var right = 1 / (1 + Math.Exp(-ability[source] * b));
                slope += b * (credibility[claim] - right);
                curvature += b * b * right * (1 - right);
            }

            ability[source] += Step(slope, curvature);
        }
    }

    private static void LearnEase(Votes votes, double[] credibility, ReadOnlySpan<double> ability, Span<double> logEase)
    {
        for (var item = 0; item < logEase.Length; item++)
        {
            var (slope, curvature, ease) = (PriorMean - logEase[item], 1.0, Math.Exp(logEase[item]));
            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                foreach (var source in votes.SourcesOf(claim))
                {
                    var odds = ability[source] * ease;
                    var right = 1 / (1 + Math.Exp(-odds));
                    slope += odds * (credibility[claim] - right);
                    curvature += odds * odds * right * (1 - right);
                }
            }

            logEase[item] += Step(slope, curvature);
        }
    }

    private static double Step(double slope, double curvature) => Math.Clamp(slope / curvature, -LongestStep, LongestStep);
}
