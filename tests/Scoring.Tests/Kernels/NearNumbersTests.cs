using Scoring.Kernels;

namespace Scoring.Tests.Kernels;

public sealed class NearNumbersTests
{
    [TestCase(0, 1)]
    [TestCase(1, 0.5625)]
    [TestCase(3, 0.0625)]
    [TestCase(-3, 0.0625)]
    [TestCase(double.PositiveInfinity, 0)]
    public void Kernel_Distance_IsTheStudentDensityOverItsPeak(double distance, double expected) =>
        Assert.That(NearNumbers.Kernel(distance), Is.EqualTo(expected).Within(1e-15));

    [TestCase(2.5)]
    [TestCase(-1)]
    public void Support_FullAgreement_IsThatOfTheSameNumber(double exact) =>
        Assert.That((NearNumbers.Support(1, exact), NearNumbers.Support(1 - 1e-12, exact)), Is.EqualTo((exact, exact)).Within(1e-10));

    [Test]
    public void Support_NoAgreement_IsNone() => Assert.That(NearNumbers.Support(0, 3), Is.Zero);

    [Test]
    public void Support_MoreAgreement_IsMoreFromWhoeverIsMoreOftenRightThanByChance() => Assert.That(
        Enumerable.Range(0, 101).Select(step => NearNumbers.Support(step / 100.0, 1.7)), Is.Ordered.Ascending);

    [TestCase(0.3, 1.2)]
    [TestCase(0.9, -2)]
    [TestCase(0.01, 5)]
    public void Right_IsTheSlopeOfSupport(double agreement, double exact)
    {
        const double step = 1e-6;
        var slope = (NearNumbers.Support(agreement, exact + step) - NearNumbers.Support(agreement, exact - step)) / (2 * step);
        Assert.That(NearNumbers.Right(agreement, exact), Is.EqualTo(slope).Within(1e-8));
    }

    [Test]
    public void Around_ManyNumbersWithinReach_StaysWithinTheGuard()
    {
        var count = 10 * NearNumbers.MostNeighbours;
        var numbers = Evenly(count, 1e-6);
        var (first, end) = NearNumbers.Around(numbers, 0, count, count / 2, 1);
        Assert.That((first, end), Is.EqualTo(((count / 2) - NearNumbers.MostNeighbours, (count / 2) + NearNumbers.MostNeighbours + 1)));
    }

    [Test]
    public void Around_WhatIsNoNumber_IsItself()
    {
        var numbers = Evenly(4, 1e-6);
        numbers.Position[3] = double.NaN;
        Assert.That((NearNumbers.Around(numbers, 0, 4, 3, 1), NearNumbers.Around(numbers, 0, 4, 0, 1)), Is.EqualTo(((3, 4), (0, 3))));
    }

    private static NumberColumns Evenly(int count, double apart) => new()
    {
        Order = [.. Enumerable.Range(0, count)],
        Place = [.. Enumerable.Range(0, count)],
        Position = [.. Enumerable.Range(0, count).Select(place => place * apart)],
        Scale = [1],
        Nearness = [1],
    };
}
