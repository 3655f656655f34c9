using Scoring.Inference.Panel;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class TruthFinderTests
{
    /// <summary>
    /// Trust starts at 0.9. First pass: σ = 2·ln 10 against ln 10; less ρ/2 of the rival's: 1.75·ln 10 and 0.5·ln 10. Then the same with
    /// the trust that this gives, until the trust vector turns no more.
    /// </summary>
    [Test]
    public void Infer_TwoAgainstOne_FollowsTheFormulas()
    {
        double majority = 0.9, minority = 0.9, cosine = 0;
        while (1 - cosine > 1e-5)
        {
            var (for0, for1) = (-2 * Math.Log(1 - majority), -Math.Log(1 - minority));
            var (next0, next1) = (Sigmoid(for0 - (0.25 * for1)), Sigmoid(for1 - (0.25 * for0)));
            cosine = ((2 * majority * next0) + (minority * next1))
                / Math.Sqrt(((2 * majority * majority) + (minority * minority)) * ((2 * next0 * next0) + (next1 * next1)));
            (majority, minority) = (next0, next1);
        }

        var answer = new TruthFinder().Run(SmallVotes.TwoAgainstOne);
        Assert.That(answer.Credibility[0], Is.EqualTo(majority / (majority + minority)).Within(1e-9));

        static double Sigmoid(double score) => 1 / (1 + Math.Exp(-0.3 * score));
    }

    [Test]
    public void Infer_UncontradictedClaim_LeavesTheRestToUnnamedValues()
    {
        var answer = new TruthFinder().Run(SmallVotes.Of(0, "00"));
        Assert.That((answer.Credibility[0], answer.Credibility[0] + answer.Unnamed[0]), Is.EqualTo((Fixed(), 1.0)).Using<(double, double)>(Near));

        // t = 1/(1 + (1 − t)^0.3) from 0.9; the loop stops at once, as the cosine of one number never changes.
        static double Fixed() => 1 / (1 + Math.Pow(0.1, 0.3));
        static bool Near((double A, double B) a, (double A, double B) b) => Math.Abs(a.A - b.A) < 1e-12 && Math.Abs(a.B - b.B) < 1e-12;
    }

    [Test]
    public void Infer_Population_ReachesThePublishedAccuracy() => Assert.That(PublicSets.Accuracy("population", "truthfinder"), Is.EqualTo(81.7).Within(1));
}
