using Scoring.Inference;
using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

/// <summary>What holds for every classical method.</summary>
public sealed class PanelMethodsTests
{
    private static readonly string[] Names = [.. PanelMethods.All.Select(method => method.Name)];

    [Test]
    public void All_Names_AreDistinct() => Assert.That(Names, Is.Unique);

    [TestCaseSource(nameof(Names))]
    public void Name_OnTheCommandLine_IsLowerCaseWordsAndHyphens(string name) => Assert.That(name, Does.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));

    [TestCaseSource(nameof(Names))]
    public void Infer_NoItems_ConcludesNothing(string name) =>
        Assert.That(Method(name).Run(SmallVotes.Of(2, Array.Empty<(int, int, int)>())).Credibility, Is.Empty);

    [TestCaseSource(nameof(Names))]
    public void Infer_OneVote_DoesNotPreferAnotherValue(string name)
    {
        var answer = Method(name).Run(SmallVotes.Of(2, "00"));
        Assert.That(answer.Credibility[0], Is.AtLeast(answer.Unnamed[0]));
    }

    [TestCaseSource(nameof(Names))]
    public void Infer_ItemWithoutVotes_HasCredibilitiesAllTheSame(string name)
    {
        var votes = SmallVotes.Of(2, [(0, 0, -1), (0, 1, -1), (1, 0, 0), (1, 0, 1), (1, 1, 2)]);
        AssertCredible(votes, Method(name).Run(votes));
    }

    [Test]
    public void Infer_DrawnVotes_GivesCredibilities([ValueSource(nameof(Names))] string name, [Values(1, 2, 3)] int seed, [Values(2, 4)] int labels)
    {
        var votes = SmallVotes.Draw(seed, labels, 40, 0.9, 0.8, 0.7, 0.6, 0.5, 0.3);
        AssertCredible(votes, Method(name).Run(votes));
    }

    [TestCaseSource(nameof(Names))]
    public void Infer_SourceThatNamesTwoValues_GivesCredibilities(string name)
    {
        var votes = SmallVotes.Of(2, [(0, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 0, 1), (1, 1, 2)]);
        AssertCredible(votes, Method(name).Run(votes));
    }

    [TestCaseSource(nameof(Names))]
    public void Infer_SourcesMostlyRight_FindsTheTruth(string name)
    {
        var votes = SmallVotes.Draw(7, 2, 200, 0.95, 0.9, 0.9, 0.85, 0.85, 0.8, 0.8, 0.75, 0.7, 0.7, 0.65, 0.6);
        Assert.That(SmallVotes.Accuracy(votes, Method(name).Run(votes)), Is.AtLeast(0.9));
    }

    [TestCaseSource(nameof(Names))]
    public void Infer_Again_SameBits(string name)
    {
        var votes = SmallVotes.Draw(5, 3, 60, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4);
        var (first, again) = (Bits(Method(name).Run(votes)), Bits(Method(name).Run(votes)));
        Assert.That(again, Is.EqualTo(first));
    }

    [TestCaseSource(nameof(Names))]
    public void Infer_Cancelled_Stops(string name)
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.That(() => Method(name).Infer(SmallVotes.Draw(5, 2, 20, 0.9, 0.8), stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static void AssertCredible(Votes votes, Answer answer)
    {
        Assert.That(answer.Credibility, Has.Length.EqualTo(votes.ClaimCount).And.All.InRange(0, 1));
        Assert.That(answer.Unnamed, Has.Length.EqualTo(votes.ItemCount).And.All.InRange(0, 1));
        var sums = Enumerable.Range(0, votes.ItemCount).Select(item => answer.Unnamed[item] + VoteArithmetic.SumOfItem(votes, item, answer.Credibility));
        Assert.That(sums, Is.All.AtMost(1 + 1e-9));
    }

    private static IPanelMethod Method(string name) => PanelMethods.All.Single(method => method.Name == name);

    private static long[] Bits(Answer answer) => [.. answer.Credibility.Concat(answer.Unnamed).Select(BitConverter.DoubleToInt64Bits)];
}
