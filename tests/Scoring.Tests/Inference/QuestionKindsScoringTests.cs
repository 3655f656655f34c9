using Scoring.Explaining;
using Scoring.Reading;
using Scoring.Tests.Corpora;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference;

/// <summary>Corpora of questions of several kinds: yes or no, a choice of four, open ones, with relations among their claims.</summary>
public sealed class QuestionKindsScoringTests
{
    private const int Voters = 24;

    private static readonly string[] YesNo = ["no", "yes"];

    private static readonly string[] Sides = ["east", "north", "south", "west"];

    private static readonly RelationDeclaration[] Relations =
        [.. Enumerable.Range(0, 30).Select(item => new RelationDeclaration($"yn{item:0000}", "yes", RelationKind.Implies, $"side{item:0000}", "north", 6)), new RelationDeclaration("open1", "only 1 1", RelationKind.Excludes, "yn0002", "no")];

    private static readonly Mixture All = Mixture.Draw(1);

    private static readonly ScoringResult Scored = CredibilityScorer.Score(All.Rows, new ScoringOptions { Relations = Relations });

    [Test]
    public void Explain_AnyKind_BarsAddUpToTheScore()
    {
        foreach (var claim in Scored.Claims.Where((claim, place) => place % 7 == 0 || claim.Item.EndsWith("0002", StringComparison.Ordinal)))
        {
            var bars = Scored.Explain(claim);
            Assert.That(bars.Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb));
            Assert.That(10 * Math.Log10(claim.Credibility / (1 - claim.Credibility)), Is.EqualTo(claim.WeightDb).Within(1e-6));
        }
    }

    [Test]
    public void Explain_RelatedLabels_HasABarOfTheRelation()
    {
        var claim = Scored.ClaimsOf("side0002").Single(claim => claim.Value == "north");
        Assert.That(Scored.Explain(claim).Where(step => step.Factor == Factor.Consistency).Select(step => step.Detail), Has.Exactly(1).StartsWith("implied by yn0002 = yes"));
    }

    [Test]
    public void Score_AnyKind_CredibilitiesOfAnItemSumToAtMostOne() =>
        Assert.That(Scored.Claims.GroupBy(claim => claim.Item, StringComparer.Ordinal).Select(item => item.Sum(claim => claim.Credibility)), Is.All.LessThanOrEqualTo(1 + 1e-9));

    [Test]
    public void Score_ShuffledRowsAndThreads_SameBits()
    {
        var shuffled = All.Rows.ToArray();
        new Random(4).Shuffle(shuffled);
        var many = CredibilityScorer.Score(shuffled, new ScoringOptions { Relations = [.. Relations.Reverse()], Threads = 5 });
        Assert.That(many.Claims.Select(claim => (claim.Item, claim.Value, claim.Credibility)), Is.EqualTo(Scored.Claims.Select(claim => (claim.Item, claim.Value, claim.Credibility))));
        Assert.That(many.Sources.Select(source => (source.Source, source.Reliability)), Is.EqualTo(Scored.Sources.Select(source => (source.Source, source.Reliability))));
    }

    [Test]
    public void Run_SeveralKinds_SaysWhatIsPooledOfEach() => Assert.That(
        Scored.Run.ModelChoice,
        Does.Match(@"^300 items share 4 labels, as 'east': mean of one-coin \(.*\), biased-coin \(.*\), confusion \(.*\); 300 items share 2 labels, as 'no': mean of one-coin \(.*\); all other items: one reliability a source"));

    /// <summary>Sources with habits, some of which say yes to nearly everything: a few other questions beside theirs must not hide them.</summary>
    [Test]
    public void Score_LabelsBesideOtherQuestions_AreAsRightAsAlone([Range(1, 4)] int seed)
    {
        var mixture = Mixture.Draw(seed);
        foreach (var kind in (string[])["yn", "side"])
        {
            var truths = mixture.Truths.Where(truth => truth.Item.StartsWith(kind, StringComparison.Ordinal)).ToArray();
            var alone = CredibilityScorer.Score(mixture.Rows.Where(row => row.Item.StartsWith(kind, StringComparison.Ordinal))).Evaluate(truths);
            var beside = CredibilityScorer.Score(mixture.Rows).Evaluate(truths);
            var oneCoin = CredibilityScorer.Score(mixture.Rows, new ScoringOptions { Model = "one-coin" }).Evaluate(truths);
            Assert.That(beside.Accuracy, Is.GreaterThan(alone.Accuracy - 0.01), kind);
            Assert.That(beside.LogLoss, Is.LessThan(alone.LogLoss + 0.03), kind);
            Assert.That(beside.LogLoss, Is.LessThan(oneCoin.LogLoss), kind);
        }
    }

    [Test]
    public void Score_OneRelation_MovesNothingElse()
    {
        var rows = All.Rows.Where(row => !row.Item.StartsWith("open", StringComparison.Ordinal)).ToList();
        var (before, after) = (CredibilityScorer.Score(rows), CredibilityScorer.Score(rows, new ScoringOptions { Relations = [Relations[5]] }));
        var moved = before.Claims.Where(claim => Math.Abs(after.ClaimsOf(claim.Item).Single(same => same.Value == claim.Value).Credibility - claim.Credibility) > 1e-9).Select(claim => claim.Item).Distinct(StringComparer.Ordinal);
        Assert.That(moved, Is.SubsetOf(new[] { "yn0005", "side0005" }).And.Not.Empty);
    }

    /// <summary>Who is known from other questions is known here too: of one good and one bad voice nothing else tells which is which.</summary>
    [Test]
    public void Score_SourcesKnownFromOpenQuestions_AreFollowed([Range(1, 3)] int seed)
    {
        var (random, rows, truths) = (new Random(seed), new List<Assertion>(), new List<KnownTruth>());
        for (var item = 0; item < 300; item++)
        {
            rows.AddRange(Enumerable.Range(0, 6).Select(source => new Assertion($"open{item}", $"s{source}", random.NextDouble() < (source < 3 ? 0.95 : 0.3) ? "right " + item : $"wrong {item} {random.Next(5)}")));
        }

        for (var item = 0; item < 200; item++)
        {
            truths.Add(new KnownTruth($"yn{item}", YesNo[random.Next(2)]));
            foreach (var (source, knows) in ((int, double)[])[(random.Next(3), 0.9), (3 + random.Next(3), 0.1)])
            {
                rows.Add(new Assertion($"yn{item}", $"s{source}", random.NextDouble() < knows ? truths[^1].Value : YesNo[random.Next(2)]));
            }
        }

        Assert.That(CredibilityScorer.Score(rows).Evaluate(truths).Accuracy, Is.GreaterThan(0.9));
        Assert.That(CredibilityScorer.Score(rows.Where(row => row.Item[0] == 'y')).Evaluate(truths).Accuracy, Is.LessThan(0.9));
    }

    /// <summary>Where labels are few, to agree is no sign of repeating one another, whatever else is asked; to copy errors is.</summary>
    [Test]
    public void Findings_AgreementOnLabelsBesideOpenQuestions_IsNoCopying()
    {
        Assert.That(Scored.Findings.Where(finding => finding.Kind == FindingKind.Copying), Is.Empty);
        var copied = All.Rows.Concat(All.Rows.Where(row => row.Source == "s003").Select(row => row with { Source = "copy of s003" }));
        Assert.That(CredibilityScorer.Score(copied).Findings.Where(finding => finding.Kind == FindingKind.Copying).Select(finding => finding.Message), Has.Exactly(1).Contains("copy of s003"));
    }

    [Test]
    public void Score_KnownTruths_AreKeptOnEveryKind()
    {
        var result = CredibilityScorer.Score(All.Rows, new ScoringOptions { Truths = [.. All.Truths.Where((_, place) => place % 3 == 0)] });
        foreach (var truth in All.Truths.Where((_, place) => place % 3 == 0))
        {
            Assert.That(result.ClaimsOf(truth.Item).Where(claim => claim.Value != truth.Value).Select(claim => claim.Credibility), Is.All.LessThan(1e-5));
        }
    }

    /// <summary>Rows of all kinds by the same sources, of which a third say yes, or name the first of four, by habit.</summary>
    private sealed record Mixture(List<Assertion> Rows, List<KnownTruth> Truths)
    {
        public static Mixture Draw(int seed)
        {
            var (rows, truths) = (LabelSetsTests.Open(30).ToList(), new List<KnownTruth>());
            Add("yn", YesNo, [.. Enumerable.Range(0, Voters).Select(source => LabelCorpus.Knowing(source % 3 == 0 ? 0.2 : 0.3 + (0.02 * source), source % 3 == 0 ? [0.1, 0.9] : [0.5, 0.5]))], seed);
            Add("side", Sides, [.. Enumerable.Range(0, Voters).Select(source => LabelCorpus.Knowing(source % 3 == 0 ? 0.2 : 0.3 + (0.02 * source), source % 3 == 0 ? [0.7, 0.1, 0.1, 0.1] : [0.25, 0.25, 0.25, 0.25]))], seed + 100);
            return new Mixture(rows, truths);

            void Add(string kind, string[] labels, double[][][] sources, int drawn)
            {
                var (assertions, truth) = LabelCorpus.Draw(drawn, 300, [.. labels.Select(_ => 1.0 / labels.Length)], sources, 5);
                rows.AddRange(assertions.Select(row => row with { Item = $"{kind}{row.Item[1..]}", Value = labels[row.Value[1] - '0'] }));
                truths.AddRange(truth.Select((label, item) => new KnownTruth($"{kind}{item:0000}", labels[label])));
            }
        }
    }
}
