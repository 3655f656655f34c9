using Scoring.Inference.Panel;
using Scoring.Reading;
using Scoring.Tests.Corpora;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference.Panel;

public sealed class PooledInvestmentTests
{
    /// <summary>Source 0 says p, source 1 says q and r, source 2 says r: the paper's formulas, written out for these three.</summary>
    [Test]
    public void Infer_ThreeSources_FollowsTheFormulas()
    {
        double trust0 = 1, trust1 = 1, trust2 = 1, beliefP = 0.5, beliefQ = 0.5, beliefR = 1;
        for (var round = 0; round < 20; round++)
        {
            var r = (trust1 / 2) + trust2;
            (trust0, trust1, trust2) = (beliefP, beliefQ + (trust1 / 2 * beliefR / r), trust2 * beliefR / r);
            var (grownP, grownQ) = (Math.Pow(trust0, 1.4), Math.Pow(trust1 / 2, 1.4));
            beliefP = trust0 * grownP / (grownP + grownQ);
            beliefQ = trust1 / 2 * grownQ / (grownP + grownQ);
            beliefR = (trust1 / 2) + trust2;
        }

        var answer = new PooledInvestment().Run(SmallVotes.OfItems("00 11", "01 02"));
        Assert.That(answer.Credibility[0], Is.EqualTo(beliefP / (beliefP + beliefQ)).Within(1e-9));
    }

    [TestCase("flight_20111208", 87.3)]
    [TestCase("birthplaces", 76.2)]
    public void Infer_PublicSet_ReachesThePublishedAccuracy(string set, double published) =>
        Assert.That(PublicSets.Accuracy(set, "pooled-investment"), Is.EqualTo(published).Within(1));

    /// <summary>What a and b have invested elsewhere is the same but for the order; of 40 such pairs some differ in the last digit, which 20 rounds make the ninth.</summary>
    [Test]
    public void Infer_AlikeButForTheOrder_IsATie()
    {
        var random = new Random(1);
        var rows = new List<Assertion>();
        for (var pair = 0; pair < 40; pair++)
        {
            int[] helpers = [0, 1, 2, 3];
            foreach (var who in (string[])["a", "b"])
            {
                random.Shuffle(helpers);
                rows.Add(new Assertion($"c{pair}", $"{who}{pair}", who));
                for (var item = 0; item < helpers.Length; item++)
                {
                    var name = $"c{pair}{who}{item}";
                    rows.Add(new Assertion(name, $"{who}{pair}", "said"));
                    rows.Add(new Assertion(name, $"against {name}", "denied"));
                    rows.AddRange(Enumerable.Range(0, helpers[item]).Select(helper => new Assertion(name, $"helper {helper} of {name}", "said")));
                }
            }
        }

        var corpus = SmallCorpus.Of([.. rows]);
        var answer = PanelCorpora.Infer("pooled-investment", corpus);
        Assert.That(
            Enumerable.Range(0, 40).Select(pair => answer.Credibility[corpus.FindClaim(corpus.FindItem($"c{pair}"), "a")]), Is.All.EqualTo(0.5));
    }
}
