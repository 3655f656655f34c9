using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference.Panel;

public sealed class EbccTests
{
    private static readonly string[] CrowdSets =
        ["rte", "sentiment", "product", "sp", "sp_amt", "temp", "ms", "cf", "face", "s_adult", "web", "zencrowd_in"];

    [Test]
    public void Infer_SourcesThatErrTogether_AreLessCertainThanIndependentOnes()
    {
        // Items are hard with probability ½: there five weak sources say the same wrong thing or the same right thing. On a
        // hard item the five of one mind prove little, which IBCC, blind to it, cannot know.
        var (rows, truths) = DrawHardItems(1);
        var (ebcc, ibcc) = (Confidence("ebcc", rows), Confidence("ibcc", rows));
        var right = PanelCorpora.Accuracy("ibcc", rows, truths);
        Assert.That(ibcc, Is.GreaterThan(right + 0.05));
        Assert.That(ebcc - PanelCorpora.Accuracy("ebcc", rows, truths), Is.LessThan(ibcc - right));
    }

    [Test]
    public void Infer_DrawnVotes_BeatsTheMajority()
    {
        var (rows, truths) = PanelCorpora.Draw(1, labels: 4);
        Assert.That(PanelCorpora.Accuracy("ebcc", rows, truths), Is.GreaterThan(PanelCorpora.Accuracy("majority", rows, truths) + 0.05));
    }

    [Test]
    public void Infer_PublicData_ReachesThePublishedMean() =>
        Assert.That(CrowdSets.Average(set => PublicSets.Accuracy(set, "ebcc") / 100), Is.EqualTo(0.843).Within(0.015));

    private static (Assertion[] Rows, KnownTruth[] Truths) DrawHardItems(int seed)
    {
        var random = new Random(seed);
        var rows = new List<Assertion>();
        var truths = new List<KnownTruth>();
        for (var item = 0; item < 400; item++)
        {
            var (truth, isHard) = (random.Next(2), random.Next(2) == 0);
            var herd = random.NextDouble() < 0.6 ? truth : 1 - truth;
            truths.Add(new KnownTruth($"i{item:000}", $"v{truth}"));
            for (var source = 0; source < 6; source++)
            {
                var said = isHard ? (random.NextDouble() < 0.9 ? herd : 1 - herd) : random.NextDouble() < 0.9 ? truth : 1 - truth;
                rows.Add(new Assertion($"i{item:000}", $"s{source}", $"v{said}"));
            }
        }

        return ([.. rows], [.. truths]);
    }

    private static double Confidence(string method, Assertion[] rows)
    {
        var corpus = Indexing.SmallCorpus.Of(rows);
        var answer = PanelCorpora.Infer(method, corpus);
        return Enumerable.Range(0, corpus.ItemCount).Average(item => answer.Credibility[corpus.FirstClaim[item]..corpus.FirstClaim[item + 1]].ToArray().Max());
    }
}
