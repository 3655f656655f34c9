using Scoring.Evaluating;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Evaluating;

public sealed class EvaluatorTests
{
    private static readonly Corpus TwoOpenItems = Build(("i", "x"), ("i", "y"), ("j", "z"));

    [Test]
    public void Evaluate_WorkedExample_AgreesByHand()
    {
        var evaluation = Evaluator.Evaluate(TwoOpenItems, new Answer([0.7, 0.2, 0.6], [0.1, 0.4]), [new("i", "x"), new("j", "q")]);
        Assert.Multiple(() =>
        {
            Assert.That(evaluation.Gold, Is.EqualTo(2));
            Assert.That(evaluation.Accuracy, Is.EqualTo(0.5));
            Assert.That(evaluation.LogLoss, Is.EqualTo(-(Math.Log(0.7) + Math.Log(0.4)) / 2).Within(1e-12));

            // x 0.7 true, y 0.2 false, z 0.6 false, the unnamed q 0.4 true.
            Assert.That(evaluation.Brier, Is.EqualTo((0.09 + 0.04 + 0.36 + 0.36) / 4).Within(1e-12));
            Assert.That(evaluation.Ece, Is.EqualTo((0.3 + 0.6) / 2).Within(1e-12));
            Assert.That(evaluation.MeanConfidence, Is.EqualTo(0.65).Within(1e-12));
        });
    }

    [Test]
    public void Evaluate_Tie_CountsAsTheShareThatIsRight() =>
        Assert.That(Evaluator.Evaluate(TwoOpenItems, new Answer([0.4, 0.4, 1], [0.2, 0]), [new("i", "y")]).Accuracy, Is.EqualTo(0.5));

    [Test]
    public void Evaluate_SeveralTruths_AnyIsRight() =>
        Assert.That(Evaluator.Evaluate(TwoOpenItems, new Answer([0.7, 0.2, 1], [0.1, 0]), [new("i", "q"), new("i", "x")]).Accuracy, Is.EqualTo(1));

    [Test]
    public void Evaluate_GoldItemWithoutRows_IsLeftOut() =>
        Assert.That(Evaluator.Evaluate(TwoOpenItems, new Answer([0.7, 0.2, 1], [0.1, 0]), [new("k", "x")]).Gold, Is.Zero);

    [Test]
    public void Evaluate_NoGoldItems_HasNoMeans()
    {
        var none = Evaluator.Evaluate(TwoOpenItems, new Answer([0.7, 0.2, 1], [0.1, 0]), []);
        Assert.That(new[] { none.Accuracy, none.LogLoss, none.Brier, none.Ece, none.MeanConfidence }, Is.All.NaN);
    }

    [Test]
    public void Evaluate_CertainAndWrong_IsClipped() =>
        Assert.That(Evaluator.Evaluate(TwoOpenItems, new Answer([1, 0, 1], [0, 0]), [new("i", "y")]).LogLoss, Is.EqualTo(-Math.Log(1e-6)).Within(1e-6));

    [Test]
    public void Evaluate_UnnamedAnswerOfAYesNoItem_CanWin() =>
        Assert.That(Evaluator.Evaluate(Build(("i", "true")), new Answer([0.3], [0.7]), [new("i", "false")]).Accuracy, Is.EqualTo(1));

    [Test]
    public void Evaluate_TruthThatIsNoAnswerOfAYesNoItem_MakesNoneRight()
    {
        var evaluation = Evaluator.Evaluate(Build(("i", "true")), new Answer([0.3], [0.7]), [new("i", "banana")]);
        Assert.Multiple(() =>
        {
            Assert.That(evaluation.Accuracy, Is.Zero);
            Assert.That(evaluation.Brier, Is.EqualTo((0.09 + 0.49 + 1) / 3).Within(1e-12));
        });
    }

    [Test]
    public void Evaluate_FullyCertainTop_FallsIntoTheLastBin() =>
        Assert.That(Evaluator.Evaluate(TwoOpenItems, new Answer([1, 0, 1], [0, 0]), [new("i", "x")]).Ece, Is.Zero);

    private static Corpus Build(params (string Item, string Value)[] claims)
    {
        var table = new AssertionTable(ColumnStore.InMemory);
        foreach (var (item, value) in claims)
        {
            table.Add(new Assertion(item, "s", value));
        }

        return CorpusBuilder.Build(table, [], [], new ReadingLog(lenient: false));
    }
}
