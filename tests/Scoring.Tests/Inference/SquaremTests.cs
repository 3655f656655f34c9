using Scoring.Inference;

namespace Scoring.Tests.Inference;

public sealed class SquaremTests
{
    private const double Tolerance = 1e-12;

    [Test]
    public void Cycle_SlowLinearMap_ReachesTheSameFixedPointInFewerSteps([Values(0.5, 0.9, 0.99)] double rate)
    {
        var (plain, plainSteps) = Iterate(rate, isExtrapolated: false);
        var (fast, steps) = Iterate(rate, isExtrapolated: true);
        Assert.That(fast, Is.EqualTo(plain).Within(1e-8));
        Assert.That(steps, Is.LessThan(plainSteps));
    }

    [Test]
    public void Extrapolate_OutOfBounds_IsProjected()
    {
        var squarem = new Squarem(1);
        (squarem.From[0], squarem.Once[0], squarem.Twice[0]) = (0, 0.9, 1);
        squarem.Extrapolate(state => state[0] = Math.Clamp(state[0], 0, 1));
        Assert.That(squarem.Ahead[0], Is.InRange(0, 1));
    }

    [Test]
    public void Choose_StepThatWentAstray_GoesOnFromThePlainOnes()
    {
        var squarem = new Squarem(1);
        (squarem.From[0], squarem.Once[0], squarem.Twice[0]) = (0, 0.5, 0.75);
        squarem.Extrapolate(_ => { });
        squarem.AfterAhead[0] = squarem.Ahead[0] + 10;
        squarem.Choose();
        Assert.That(squarem.From[0], Is.EqualTo(0.75));
    }

    /// <summary>A map whose second coordinate goes on faster than its first.</summary>
    private static (double[] Fixed, int Steps) Iterate(double rate, bool isExtrapolated)
    {
        var squarem = new Squarem(2);
        for (var steps = 0; ;)
        {
            Step(squarem.From, squarem.Once);
            Step(squarem.Once, squarem.Twice);
            if (squarem.Twice.Zip(squarem.Once, (twice, once) => Math.Abs(twice - once)).Max() < Tolerance || steps > 100_000)
            {
                return (squarem.Twice, steps);
            }

            if (!isExtrapolated)
            {
                squarem.Twice.CopyTo(squarem.From, 0);
                continue;
            }

            squarem.Extrapolate(_ => { });
            Step(squarem.Ahead, squarem.AfterAhead);
            squarem.Choose();

            void Step(double[] from, double[] to)
            {
                steps++;
                (to[0], to[1]) = ((rate * from[0]) + (1 - rate), (0.5 * rate * from[1]) + 2);
            }
        }
    }
}
