using Scoring.Inference;
using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

public sealed class VoteArithmeticTests
{
    [Test]
    public void SumToClaims_ThreeSources_AddsTheirNumbers()
    {
        var sums = new double[2];
        VoteArithmetic.SumToClaims(SmallVotes.TwoAgainstOne, [1, 2, 4], sums);
        Assert.That(sums, Is.EqualTo(new double[] { 3, 4 }));
    }

    [Test]
    public void SumToSources_TwoItems_AddsTheirClaims()
    {
        var sums = new double[2];
        VoteArithmetic.SumToSources(SmallVotes.OfItems("00 11", "00"), [1, 2, 4], sums);
        Assert.That(sums, Is.EqualTo(new double[] { 5, 2 }));
    }

    [Test]
    public void MeanToSources_TwoItems_AveragesAndGivesTheLargestChange()
    {
        double[] mean = [1, 1];
        Assert.That(VoteArithmetic.MeanToSources(SmallVotes.OfItems("00 11", "00"), [1, 2, 4], mean), Is.EqualTo(1.5));
        Assert.That(mean, Is.EqualTo(new[] { 2.5, 2 }));
    }

    [Test]
    public void MeanToSources_SourceWithoutVotes_KeepsItsNumber()
    {
        double[] mean = [0.7, 0.8];
        VoteArithmetic.MeanToSources(SmallVotes.Of(0, "01"), [0.1], mean);
        Assert.That(mean, Is.EqualTo(new[] { 0.7, 0.1 }));
    }

    [TestCase(3, 1, 0.75)]
    [TestCase(0, 0, 0.5)]
    public void Shares_TwoClaims_AddUpToOne(double first, double second, double expected) =>
        Assert.That(VoteArithmetic.Shares(SmallVotes.TwoAgainstOne, [first, second]).Credibility, Is.EqualTo(new[] { expected, 1 - expected }));

    [Test]
    public void Shares_NoVotes_ConcludesNothing() =>
        Assert.That(VoteArithmetic.Shares(SmallVotes.Of(0, [(0, 0, -1)]), [3]).Credibility, Is.EqualTo(new double[] { 0 }));

    [TestCase(0, 0.3, 0.2, 0.3, 0.5)]
    [TestCase(2, 0.3, 0.2, 0.6, 0)]
    [TestCase(3, 0.3, 0.2, 0.3, 0.5)]
    [TestCase(0, 0.9, 0.6, 0.6, 0)]
    public void OneTruth_TwoClaims_LeavesTheRestOnlyIfSomethingIsLeft(int labels, double first, double second, double credibility, double unnamed)
    {
        var answer = VoteArithmetic.OneTruth(SmallVotes.Of(labels, "00", "01", "12"), [first, second]);
        Assert.That(new[] { answer.Credibility[0], answer.Unnamed[0] }, Is.EqualTo(new[] { credibility, unnamed }).Within(1e-12));
    }

    [TestCase(0, 0.0, 0.0, 0.5, 0.0)]
    [TestCase(4, 0.0, 0.0, 0.25, 0.5)]
    [TestCase(2, 1000.0, 1000.0, 0.5, 0.0)]
    [TestCase(4, -1000.0, -1000.0, 0.0, 1.0)]
    public void SoftMax_TwoClaims_SharesWithUnnamedValues(int values, double first, double second, double credibility, double unnamed)
    {
        var answer = new Answer(new double[2], new double[1]);
        VoteArithmetic.SoftMax(SmallVotes.TwoAgainstOne, [first, second], values, answer);
        Assert.That(new[] { answer.Credibility[0], answer.Unnamed[0] }, Is.EqualTo(new[] { credibility, unnamed }).Within(1e-12));
    }

    [Test]
    public void ScaleToMaximum_Zeros_StayZeros()
    {
        double[] numbers = [0, 0];
        VoteArithmetic.ScaleToMaximum(numbers);
        Assert.That(numbers, Is.All.Zero);
    }
}
