using Scoring.Inference;

namespace Scoring.Tests.Inference;

public sealed class SplitAgreementTests
{
    [Test]
    public void Kappa_CohensExample_IsHis()
    {
        // 20 both yes, 5 and 10 split, 15 both no: agreement 0.7, by chance 0.5.
        int[] one = [.. Enumerable.Repeat(1, 25), .. Enumerable.Repeat(0, 25)];
        int[] other = [.. Enumerable.Repeat(1, 20), .. Enumerable.Repeat(0, 5), .. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(0, 15)];
        var (kappa, items) = SplitAgreement.Kappa(one, other, 2);
        Assert.That(kappa, Is.EqualTo(0.4).Within(1e-12));
        Assert.That(items, Is.EqualTo(50));
    }

    [Test]
    public void Kappa_ItemsThatOneHalfDoesNotAnswer_AreLeftOut() =>
        Assert.That(SplitAgreement.Kappa([0, 1, -1, 1], [0, 1, 1, -1], 2), Is.EqualTo((1.0, 2)));

    [TestCase(new[] { 1, 1 }, new[] { 1, 1 }, TestName = "Kappa_OneLabelOnly_IsZero")]
    [TestCase(new[] { -1, 1 }, new[] { 1, -1 }, TestName = "Kappa_NothingInCommon_IsZero")]
    public void Kappa_NothingToTell_IsZero(int[] one, int[] other) => Assert.That(SplitAgreement.Kappa(one, other, 2).Kappa, Is.Zero);

    [Test]
    public void Halves_AnySources_PartThem([Values(2, 3, 10, 101)] int sources, [Values(1, 2)] int seed)
    {
        var (one, other) = SplitAgreement.Halves(sources, seed);
        Assert.That(one.Zip(other), Is.All.Matches<(bool One, bool Other)>(pair => pair.One != pair.Other));
        Assert.That(one.Count(isIn => isIn), Is.EqualTo(sources / 2));
    }
}
