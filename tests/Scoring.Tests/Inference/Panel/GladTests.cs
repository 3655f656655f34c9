using Scoring.Reading;
using Scoring.Tests.Corpora;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference.Panel;

public sealed class GladTests
{
    [Test]
    public void Infer_AlikeItems_EndsWhereAllSlopesVanish()
    {
        // Ten items, on each of which a and b say one thing and c another: by symmetry one ability of a and b, one of c, one ease.
        var (pair, single, logEase, x) = (1.0, 1.0, 1.0, 0.0);
        for (var step = 0; step < 100_000; step++)
        {
            var ease = Math.Exp(logEase);
            x = Sigmoid(ease * ((2 * pair) - single));
            var (pairError, singleError) = (x - Sigmoid(pair * ease), 1 - x - Sigmoid(single * ease));
            pair += 0.001 * (1 - pair + (10 * ease * pairError));
            single += 0.001 * (1 - single + (10 * ease * singleError));
            logEase += 0.001 * (1 - logEase + (2 * pair * ease * pairError) + (single * ease * singleError));
        }

        var infer = PanelCorpora.Of("glad", 0, "0", ("a", "0123456789"), ("b", "0123456789"), ("c", "abcdefghij"));
        Assert.That(infer, Is.EqualTo(x).Within(1e-6));

        static double Sigmoid(double odds) => 1 / (1 + Math.Exp(-odds));
    }

    [Test]
    public void Infer_ItemOnWhichGoodSourcesAreSplit_IsEven() =>
        Assert.That(
            PanelCorpora.Of("glad", 9, "x", ("a", "abcdefghix"), ("b", "abcdefghix"), ("c", "abcdefghiy"), ("d", "abcdefghiy")), Is.EqualTo(0.5).Within(1e-6));

    [Test]
    public void Infer_DrawnVotes_BeatsTheMajority()
    {
        var (rows, truths) = PanelCorpora.Draw(1, labels: 4);
        Assert.That(PanelCorpora.Accuracy("glad", rows, truths), Is.GreaterThan(PanelCorpora.Accuracy("majority", rows, truths) + 0.05));
    }

    [TestCase("sp", 0.918)]
    [TestCase("sp_amt", 0.948)]
    public void Infer_PublicData_ReachesThePublishedAccuracy(string set, double published) =>
        Assert.That(PublicSets.Accuracy(set, "glad") / 100, Is.EqualTo(published).Within(0.01));

    /// <summary>Against expectation maximisation of small steps that takes its time.</summary>
    [Test]
    public void Infer_FewVotes_EndsWhereManyPassesEnd([Range(0, 5)] int seed)
    {
        var random = new Random(seed);
        (int Item, int Source, int Value)[] said =
        [
            .. Enumerable.Range(0, 15).SelectMany(item => Enumerable.Range(0, 8).Where(_ => random.Next(4) > 0)
                .Select(source => (item, source, random.NextDouble() < 0.2 + (0.08 * source) ? 0 : 1 + random.Next(2)))),
        ];
        var corpus = SmallCorpus.Of([.. said.Select(vote => new Assertion($"i{vote.Item:00}", $"s{vote.Source}", $"{vote.Value} of {vote.Item}"))]);
        var (answer, expected) = (PanelCorpora.Infer("glad", corpus), Slowly(said));
        Assert.That(
            expected.Keys.Select(claim => answer.Credibility[corpus.FindClaim(corpus.FindItem($"i{claim.Item:00}"), $"{claim.Value} of {claim.Item}")]),
            Is.EqualTo(expected.Values).Within(1e-4));
    }

    private static Dictionary<(int Item, int Value), double> Slowly((int Item, int Source, int Value)[] said)
    {
        var (ability, logEase, credibility) = (new double[8], new double[15], new Dictionary<(int Item, int Value), double>());
        Array.Fill(ability, 1);
        Array.Fill(logEase, 1);
        var items = said.GroupBy(vote => vote.Item).Select(item => (item.Key, Votes: item.ToArray(), Values: item.Select(vote => vote.Value).Distinct().ToArray())).ToArray();
        for (var pass = 0; pass < 4000; pass++)
        {
            foreach (var (item, votes, values) in items)
            {
                var alternatives = Math.Log(Math.Max(1, values.Length - 1));
                var weights = Array.ConvertAll(values, value => Math.Exp(votes.Where(vote => vote.Value == value).Sum(vote => (ability[vote.Source] * Math.Exp(logEase[item])) + alternatives)));
                for (var i = 0; i < values.Length; i++)
                {
                    credibility[(item, values[i])] = weights[i] / weights.Sum();
                }
            }

            for (var step = 0; step < 3; step++)
            {
                var (ofSource, ofItem) = (Array.ConvertAll(ability, a => 1 - a), Array.ConvertAll(logEase, x => 1 - x));
                foreach (var (item, source, value) in said)
                {
                    var ease = Math.Exp(logEase[item]);
                    var error = credibility[(item, value)] - (1 / (1 + Math.Exp(-ability[source] * ease)));
                    ofSource[source] += ease * error;
                    ofItem[item] += ability[source] * ease * error;
                }

                ability = [.. ability.Zip(ofSource, (a, slope) => a + (0.02 * slope))];
                logEase = [.. logEase.Zip(ofItem, (x, slope) => x + (0.02 * slope))];
            }
        }

        return credibility;
    }
}
