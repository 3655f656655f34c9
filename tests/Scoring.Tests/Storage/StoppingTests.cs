using Scoring.Calibrating;
using Scoring.Evaluating;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Reporting;
using Scoring.Storage;
using Scoring.Tests.Calibrating;

namespace Scoring.Tests.Storage;

/// <summary>Whatever takes its time ends soon after it is stopped, and leaves what others ask for as it was.</summary>
public sealed class StoppingTests
{
    private CancellationTokenSource stop = null!;

    [SetUp]
    public void Begin() => stop = new CancellationTokenSource();

    [TearDown]
    public void End() => stop.Dispose();

    [Test]
    public void ThreadLimit_Stopped_EndsLoopsWithinALoop()
    {
        using var store = new ColumnStore(1, threads: 2);
        var done = 0;
        using (Stopping.By(stop.Token))
        {
            Assert.That(() => Runs.ForEach(2, 1, store.ThreadLimit, _ => Runs.ForEach(2000, 1, store.ThreadLimit, _ =>
            {
                // Who does not stop goes on while the other thread may be waiting for its turn to be told.
                Interlocked.Increment(ref done);
                stop.Cancel();
                Thread.Sleep(1);
            })), Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That(done, Is.LessThan(2000));
        Assert.That(store.ThreadLimit.CancellationToken.CanBeCanceled, Is.False);
    }

    [Test]
    public void Fit_Stopped_TakesNoFurtherStep()
    {
        using var stopping = Stopping.By(stop.Token);
        var gold = MadeUpGold.Draw(60, 1, logOdds => logOdds);
        Assert.That(() => MonotoneLogistic.Fit(gold, logOdds =>
        {
            stop.Cancel();
            return [logOdds];
        }, [1]), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => MapChoice.Of(gold), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => CalibrationFit.Of(0.3, _ => gold), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Gold_Stopped_LooksAtNoFurtherAnswer()
    {
        var corpus = CredibilityScorer.Score([new("i", "s")]).Evidence.Corpus;
        foreach (var act in (Action<IEnumerable<KnownTruth>>[])[truths => Evaluator.Gold(corpus, new Answer([1], [0]), truths), truths => KnownTruths.Of(corpus, truths)])
        {
            using var stopped = new CancellationTokenSource();
            using var stopping = Stopping.By(stopped.Token);
            var asked = 0;
            Assert.That(() => act(Truths(() => stopped.Cancel())), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(asked, Is.EqualTo(10));

            IEnumerable<KnownTruth> Truths(Action stop)
            {
                while (++asked < 1000)
                {
                    if (asked == 10)
                    {
                        stop();
                    }

                    yield return new KnownTruth("i", "true");
                }
            }
        }
    }

    [Test]
    public void Calibrate_Stopped_IsDoneByTheNextWhoAsks()
    {
        var (assertions, truths, _) = new Simulation { Items = 30 }.Draw();
        var result = CredibilityScorer.Score(assertions, new ScoringOptions { Truths = truths });
        stop.Cancel();
        Assert.That(() => result.Calibrate(stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => result.EvaluateBlind(stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That((result.Calibrate()!.GoldItems, result.EvaluateBlind()!.Gold), Is.EqualTo((30, 30)));
    }

    [Test]
    public void Find_Stopped_IsDoneByTheNextWhoAsks()
    {
        var result = CredibilityScorer.Score([new("i", "a", "x"), new("i", "b", "y")], new ScoringOptions { CalibrationPath = CalibrationFiles.Write(new PlattMap(0.5, 0)) });
        stop.Cancel();
        foreach (var act in (Action[])[() => result.Find(stop.Token), () => result.CountFindings(stop.Token), () => result.Calibrated(stop.Token)])
        {
            Assert.That(act, Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That((result.Findings.Count, result.FirstFindings.Findings.Count, result.Answer.Credibility.Length), Is.EqualTo((3, 3, 2)));
        Assert.That(() => result.Find(stop.Token), Throws.Nothing, "What is known costs nothing.");
    }

    [Test]
    public void Writers_Stopped_SaySo()
    {
        var result = CredibilityScorer.Score([new("i", "a", "x"), new("i", "b", "y")], new ScoringOptions { Panel = true });
        var digest = ClaimDigest.Of(result, new ReportOptions());
        stop.Cancel();
        foreach (var write in (Action<Stream>[])
            [
                stream => CsvTables.WriteClaims(result, digest.Options, stream, stop.Token), stream => CsvTables.WriteSources(result, stream, stop.Token), stream => CsvTables.WritePanel(result, result.Panel!, stream, stop.Token),
                stream => RunRecord.Write(result, digest, stream, stop.Token), stream => JsonReport.Write(result, stream, stop.Token),
                stream => MarkdownReport.Write(result, digest, new StreamWriter(stream), Phrasing.English, stop.Token), stream => HtmlReport.Write(result, digest, new StreamWriter(stream), Phrasing.English, stop.Token),
            ])
        {
            Assert.That(() => write(new MemoryStream()), Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That(() => new Simulation().Draw(stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }
}
