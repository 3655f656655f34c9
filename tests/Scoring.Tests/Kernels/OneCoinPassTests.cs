using Scoring.Kernels;

namespace Scoring.Tests.Kernels;

public sealed class OneCoinPassTests
{
    [Test]
    public void Softmax_TwoHugeWeights_SharesEvenly()
    {
        double[] weights = [1000, 1000];
        var unnamed = OneCoinPass.Softmax(weights, double.NegativeInfinity);
        Assert.That((weights[0], weights[1], unnamed), Is.EqualTo((0.5, 0.5, 0.0)));
    }

    [Test]
    public void Softmax_NoNamedValue_LeavesAllToTheUnnamed() =>
        Assert.That(OneCoinPass.Softmax([], 0), Is.EqualTo(1));

    [Test]
    public void Softmax_RandomWeights_SumsToOne()
    {
        var random = new Random(2);
        for (var i = 0; i < 1000; i++)
        {
            var weights = Enumerable.Range(0, random.Next(1, 9)).Select(_ => 400 * (random.NextDouble() - 0.5)).ToArray();
            var unnamed = OneCoinPass.Softmax(weights, 10 * random.NextDouble());
            Assert.That(weights.Sum() + unnamed, Is.EqualTo(1).Within(1e-12));
        }
    }

    [Test]
    public void LogWeights_SupportAndDenial_AddsBySign()
    {
        var columns = Columns();
        double[] weights = [0, 0];
        OneCoinPass.LogWeights(columns, 0, Weights(columns), [2.0, 3.0], [], Math.Log(2), weights);

        // Claim 0: source 0 supports at half weight; claim 1: source 0 supports, source 1 denies.
        Assert.That(weights, Is.EqualTo(new[] { 0.5 * (2 + Math.Log(2)), 2 + Math.Log(2) - 3 }).Within(1e-15));
    }

    [Test]
    public void LogWeights_Messages_AreAdded()
    {
        double[] weights = [0, 0];
        OneCoinPass.LogWeights(Columns(), 0, Weights(Columns()), [0.0, 0.0], [1.5, -2.5], 0, weights);
        Assert.That(weights, Is.EqualTo(new[] { 1.5, -2.5 }));
    }

    private static double[] Weights(OneCoinColumns columns) => [.. columns.Weight];

    private static OneCoinColumns Columns() => new()
    {
        FirstClaim = [0, 2],
        FirstAssertion = [0, 1, 3],
        Speaker = [0, 0, 1],
        Weight = [0.5, 1, 1],
        Denies = [false, false, true],
    };
}
