using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Tests.Rules;

namespace Scoring.Tests.Inference;

public sealed class CopyDiscountTests
{
    /// <summary>Six voices of which each repeats the other five, and four beside them.</summary>
    private static readonly Assertion[] Rows =
        [.. Enumerable.Range(0, 6).Select(copy => new Assertion("i", $"copy{copy}", "x")), .. Enumerable.Range(0, 4).Select(other => new Assertion("i", $"other{other}", $"y{other}"))];

    private static readonly double[] Repeated = [.. Enumerable.Repeat(5.0, 6), .. Enumerable.Repeat(0.0, 4)];

    [Test]
    public void Shares_CopiesOfOneAnother_CountAsOneVoiceAmongTheOthers()
    {
        var evidence = SmallEvidence.Of(Rows);
        var left = Left(evidence, Repeated);
        var ofOneOfFive = 1 / (1 + (4 * evidence.Rules.Independence.Unrelated.Correlation));
        Assert.That(left[..6].Sum(), Is.EqualTo(ofOneOfFive).Within(1e-12));
        Assert.That(left[6..], Is.All.EqualTo(ofOneOfFive).Within(1e-12));
    }

    /// <summary>Weak and strong voices, whose shares by the rules differ.</summary>
    [Test]
    public void Shares_VoicesOfUnequalStrength_NeverCountForMoreThanOne()
    {
        Assertion[] rows = [.. Rows, new("i", "strong", "y0") { SourceType = "official-post" }, new("i", "weak", "y1") { SourceType = "anonymous" }];
        Assert.That(Left(SmallEvidence.Of(rows), [.. Repeated, 0, 0]), Is.All.InRange(0, 1));
    }

    [Test]
    public void Shares_NothingRepeated_LeavesAllAsItIs() =>
        Assert.That(CopyDiscount.Shares(SmallEvidence.Of(Rows), new double[Rows.Length]), Is.All.EqualTo(1).Within(1e-15));

    [TestCase(1, 1)]
    [TestCase(2, 1 / 1.1)]
    [TestCase(3, 1 / 1.2)]
    [TestCase(20, 1 / 1.2)]
    public void LearningWeights_UnrelatedVoices_TakeALittleFromOneAnotherAndTwoOthersAtMost(int voices, double expected)
    {
        var weights = CopyDiscount.LearningWeights(SmallEvidence.Of([.. Enumerable.Range(0, voices).Select(voice => new Assertion("i", $"s{voice}", "x"))]), repeated: []);
        Assert.That(Enumerable.Range(0, voices).Select(a => weights[a]), Is.All.EqualTo(expected).Within(1e-6));
    }

    private static double[] Left(Evidence evidence, double[] repeated)
    {
        var shares = CopyDiscount.Shares(evidence, repeated);
        return [.. Enumerable.Range(0, repeated.Length).Select(a => evidence.Share[a] * shares[a])];
    }
}
