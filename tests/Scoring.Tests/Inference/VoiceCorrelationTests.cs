using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Tests.Corpora;
using Scoring.Tests.Rules;

namespace Scoring.Tests.Inference;

public sealed class VoiceCorrelationTests
{
    private const int Sources = 8;

    /// <summary>Of two labels a source that knows with probability q is right (1 + q) / 2 of the time; the rules' 0.3 is of a mean q² of 0.4, and six tenths of it are the least.</summary>
    [TestCase(0, 0.18)]
    [TestCase(0.4, 0.18)]
    [TestCase(0.5, 0.1875)]
    [TestCase(0.6324555, 0.3)]
    [TestCase(1, 0.75)]
    public void OfLabels_SourcesThatKnowMoreOrLess_AreAsCorrelated(double knows, double expected) =>
        Assert.That(Correlation((1 + knows) / 2, record: 1e7), Is.EqualTo(expected).Within(1e-3));

    [Test]
    public void OfLabels_SourcesAlwaysWrong_KnowAsMuchAsThoseAlwaysRight() => Assert.That(Correlation(0, record: 1e7), Is.EqualTo(0.75).Within(1e-3));

    [Test]
    public void OfLabels_FourLabelsAndUnequalSources_CountsEachByItsRecord()
    {
        // Of four labels who is right 1/4 of the time guesses, who is right 17/20 knows 4/5. Two thirds of all assertions are of such, the rest guesses: 0.3 × 0.64 × 2/3 / 0.4.
        var (rows, _) = LabelCorpus.Draw(3, 400, [0.25, 0.25, 0.25, 0.25], [.. Enumerable.Repeat(LabelCorpus.Knowing(0.7, 0.25, 0.25, 0.25, 0.25), 2)], 2);
        var evidence = LabelCorpus.EvidenceOf(rows);
        var correlated = VoiceCorrelation.Of(
            evidence, evidence.Corpus.Labels.Sets, ItemSample.Of(evidence.Corpus), repeated: [], [BetaDistribution.FromMean(0.25, 1e9), BetaDistribution.FromMean(0.85, 1e9)], new SourceRecords([1e7, 2e7], [1, 1], [1, 1]));
        var seen = VoteDispersion.CorrelationOf(evidence, evidence.Corpus.Labels.Sets[0], ItemSample.Of(evidence.Corpus), repeated: []);
        Assert.That(correlated.Rules.Independence.Unrelated.Correlation, Is.EqualTo(0.32 + seen).Within(1e-3));
        Assert.That(correlated.Share[0], Is.EqualTo(1 / (1 + correlated.Rules.Independence.Unrelated.Correlation)).Within(1e-6));
    }

    [Test]
    public void OfLabels_RulesOfMuchCorrelation_IsOneAtMost()
    {
        var evidence = Independent().WithUnrelated(new CorrelationRule(0.6, "as tried"));
        Assert.That(OfLabels(evidence, 1, 1e7).Rules.Independence.Unrelated.Correlation, Is.EqualTo(1));
    }

    [TestCase(0, 0.3)]
    [TestCase(12.5, 0.525)]
    public void OfLabels_FewAssertions_StaysNearTheRules(double record, double expected) => Assert.That(Correlation(1, record), Is.EqualTo(expected).Within(1e-3));

    [Test]
    public void OfLabels_Reason_SaysWhatTheCorrelationIsMadeOf() => Assert.That(
        OfLabels(Independent(), 1, 1e7).Rules.Independence.Unrelated.Reason, Is.EqualTo("0.3 at first, times 2.5 by how much these sources know, since who guesses errs alone."));

    /// <summary>Of open questions who knows is right as often as it knows; the rules hold at most, and two fifths of them are the least.</summary>
    [TestCase(0.1, 0.12)]
    [TestCase(0.5, 0.1875)]
    [TestCase(0.6324555, 0.3)]
    [TestCase(0.9, 0.3)]
    public void OfOpen_SourcesThatKnowLess_ErrTogetherLess(double reliability, double expected)
    {
        var evidence = SmallEvidence.Weigh(Enumerable.Range(0, 20).SelectMany(item => Enumerable.Range(0, 4).Select(source => new Assertion($"i{item}", $"s{source}", $"{item} {source}")))).Evidence;
        var correlated = OfOpen(evidence, reliability);
        Assert.That(correlated.Rules.Independence.Unrelated.Correlation, Is.EqualTo(expected).Within(1e-3));
        Assert.That(ReferenceEquals(correlated, evidence), Is.EqualTo(expected == 0.3));
    }

    [Test]
    public void OfOpen_Reason_SaysWhatTheCorrelationIsMadeOf() => Assert.That(
        OfOpen(SmallEvidence.Weigh([new("i", "a", "x"), new("i", "b", "y"), new("i", "c", "z")]).Evidence, 0.5).Rules.Independence.Unrelated.Reason,
        Is.EqualTo("0.3 at first, times 0.63 by how much these sources know, since who guesses errs alone."));

    /// <summary>Six sources that are misled together on one item in seven; twenty more name something else each, and must not make the six count as more independent.</summary>
    [Test]
    public void Score_SourcesThatAgreeWithNobody_MakeOthersNoSurer()
    {
        var random = new Random(9);
        List<Assertion> six = [], twenty = [];
        foreach (var item in Enumerable.Range(0, 300))
        {
            var isMyth = random.NextDouble() < 0.15;
            six.AddRange(Enumerable.Range(0, 6).Select(source => new Assertion(
                $"i{item}", $"s{source}", random.NextDouble() < (isMyth ? 0.2 : 0.9) ? $"{item} true" : isMyth ? $"{item} myth" : $"{item} wrong {random.Next(30)}")));
            twenty.AddRange(Enumerable.Range(0, 20).Select(source => new Assertion($"i{item}", $"x{source}", $"{item} junk {source}")));
        }

        var (alone, beside) = (Surest(six), Surest([.. six, .. twenty]));
        Assert.That(beside, Is.LessThan(alone + 0.005));

        static double Surest(IReadOnlyList<Assertion> rows) =>
            CredibilityScorer.Score(rows).Claims.Where(claim => claim.Value.EndsWith("myth", StringComparison.Ordinal)).Average(claim => claim.Credibility);
    }

    /// <summary>Half of the assertions are on yes/no questions, of which the rules hold.</summary>
    [Test]
    public void OfOpen_OpenAndOthers_CountsByTheShareOfTheOpenOnes()
    {
        // Too few of yes and no to be a kind of question of their own.
        var rows = Enumerable.Range(0, 38).SelectMany(item => Enumerable.Range(0, 4).Select(source => new Assertion($"i{item}", $"s{source}", item % 2 == 0 ? $"{item} {source}" : source == 0 ? "yes" : "no")));
        Assert.That(OfOpen(SmallEvidence.Weigh(rows).Evidence, 0.5).Rules.Independence.Unrelated.Correlation, Is.EqualTo((0.3 + 0.1875) / 2).Within(1e-3));
        Assert.That(OfOpen(Independent(), 0.5).Rules.Independence.Unrelated.Correlation, Is.EqualTo(0.3));
    }

    /// <summary>Twelve sources that are right a third of the time, each err in its own way: where several agree they are seldom all wrong. With the rules' correlation the mean would be below 0.3.</summary>
    [Test]
    public void Score_WeakSourcesThatErrAlone_AreBelievedWhereTheyAgree([Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 300).SelectMany(item => Enumerable.Range(0, 12).Select(
            source => new Assertion($"i{item}", $"s{source}", random.NextDouble() < 0.35 ? $"{item} true" : $"{item} wrong {random.Next(50)}"))).ToList();
        var result = CredibilityScorer.Score(rows);
        var top = Enumerable.Range(0, 300).Select(item => result.ClaimsOf($"i{item}").MaxBy(claim => claim.Credibility)!).ToList();
        Assert.That(top.Average(claim => claim.Credibility), Is.GreaterThan(0.4));
        Assert.That(top.Count(claim => claim.Value.EndsWith("true", StringComparison.Ordinal)), Is.GreaterThan(240));
        foreach (var claim in top.Take(20))
        {
            Assert.That(result.Explain(claim).Sum(step => step.WeightDb), Is.EqualTo(claim.WeightDb));
        }
    }

    private static Evidence OfOpen(Evidence evidence, double reliability)
    {
        var sources = evidence.Corpus.SourceCount;
        var records = new SourceRecords([.. Enumerable.Repeat(1e7, sources)], [.. Enumerable.Repeat(1.0, sources)], [.. Enumerable.Repeat(1.0, sources)]);
        Array.Fill(records.Hits, 1e7 * reliability);
        return VoiceCorrelation.Of(evidence, [], ItemSample.None, repeated: [], [.. Enumerable.Repeat(BetaDistribution.FromMean(reliability, 1e9), sources)], records);
    }

    private static double Correlation(double reliability, double record) => OfLabels(Independent(), reliability, record).Rules.Independence.Unrelated.Correlation;

    /// <summary>Each of eight sources votes on each of 800 items, independently of the others.</summary>
    private static Evidence Independent()
    {
        double[][] row = [[0.8, 0.2], [0.2, 0.8]];
        var (rows, _) = LabelCorpus.Draw(3, 800, [0.5, 0.5], [.. Enumerable.Repeat(row, Sources)], Sources);
        return LabelCorpus.EvidenceOf(rows);
    }

    private static Evidence OfLabels(Evidence evidence, double reliability, double record)
    {
        var learnt = Enumerable.Repeat(BetaDistribution.FromMean(reliability, 1e9), Sources).ToArray();
        return VoiceCorrelation.Of(evidence, evidence.Corpus.Labels.Sets, ItemSample.Of(evidence.Corpus), repeated: [], learnt, new SourceRecords([.. Enumerable.Repeat(record, Sources)], [.. Enumerable.Repeat(1.0, Sources)], [.. Enumerable.Repeat(1.0, Sources)]));
    }
}
