using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class MaceTests
{
    private const string Truth = "01100101101001011010011001011010";

    [Test]
    public void Infer_LoneVoteOfASpammer_ProvesNextToNothing() =>
        Assert.That(WithLoneVote("spam"), Is.InRange(0.5, 0.6));

    [Test]
    public void Infer_LoneVoteOfAKnower_ProvesMuch() => Assert.That(WithLoneVote("a"), Is.GreaterThan(0.9));

    [Test]
    public void Infer_SpamAgainstKnowledge_Loses() =>
        Assert.That(PanelCorpora.Of("mace", 0, "0", ("a", Truth), ("b", Truth), ("spam", new string('1', 32)), ("spam2", new string('1', 32))), Is.GreaterThan(0.5));

    [Test]
    public void Infer_DrawnVotes_BeatsTheMajority()
    {
        var (rows, truths) = PanelCorpora.Draw(1, labels: 4);
        Assert.That(PanelCorpora.Accuracy("mace", rows, truths), Is.GreaterThan(PanelCorpora.Accuracy("majority", rows, truths) + 0.05));
    }

    [TestCase("ms", 0.800)]
    public void Infer_PublicData_ReachesThePublishedAccuracy(string set, double published) =>
        Assert.That(PublicSets.Accuracy(set, "mace") / 100, Is.EqualTo(published).Within(0.01));

    /// <summary>Credibility of a 1 that one source alone says on the last item, where the spammer says 1 whatever it is asked.</summary>
    private static double WithLoneVote(string who)
    {
        (string Source, string Says)[] rows = [("a", Truth), ("b", Truth), ("c", Truth), ("spam", new string('1', 32))];
        return PanelCorpora.Of("mace", 32, "1", Array.ConvertAll(rows, row => row.Source == who ? (row.Source, row.Says + "1") : row));
    }
}
