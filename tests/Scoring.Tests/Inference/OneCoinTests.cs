using Scoring.Evaluating;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Inference;

public sealed class OneCoinTests
{
    [Test]
    public void Score_MoreSupport_NeverLowersAClaim([Range(0, 199)] int seed)
    {
        var random = new Random(seed);
        string[] types = ["public_record", "official_statement", "own_reporting", "anonymous_source", "social_account"];
        var rows = Enumerable.Range(0, random.Next(1, 8))
            .Select(source => new Assertion("item", $"s{source}", random.Next(2) == 0 ? "x" : "y") { SourceType = types[random.Next(types.Length)] })
            .Append(new Assertion("item", "first", "x") { SourceType = types[random.Next(types.Length)] })
            .ToList();
        var more = new Assertion("item", "z", "x") { SourceType = types[random.Next(types.Length)] };
        Assert.That(Credibility([.. rows, more]), Is.GreaterThanOrEqualTo(Credibility(rows) - 1e-9));

        static double Credibility(IEnumerable<Assertion> rows) => CredibilityScorer.Score(rows, Frozen).ClaimsOf("item").Single(claim => claim.Value == "x").Credibility;
    }

    [Test]
    public void Score_TenRelaysOfOneOrigin_ScoreLikeOneVoicePlusAtMostOneDeciban()
    {
        var origin = new Assertion("item", "speaker") { SourceType = "official_statement" };
        var relays = Enumerable.Range(0, 10).Select(relay => new Assertion("item", $"relay{relay}") { Origin = "speaker", SourceType = "own_reporting" });
        var alone = CredibilityScorer.Score([origin]).Claims[0].WeightDb;
        var relayed = CredibilityScorer.Score([origin, .. relays]).Claims[0];
        Assert.That(relayed.WeightDb, Is.InRange(alone, alone + 1));
        Assert.That(relayed.Origins, Is.EqualTo(1));
    }

    [Test]
    public void Score_TenIndependentVoices_ScoreFarAboveOne()
    {
        var one = CredibilityScorer.Score([new Assertion("item", "s0")]).Claims[0].WeightDb;
        var ten = CredibilityScorer.Score(Enumerable.Range(0, 10).Select(source => new Assertion("item", $"s{source}"))).Claims[0].WeightDb;
        Assert.That(ten, Is.GreaterThan(2 * one));
    }

    [Test]
    public void Score_SelfServing_WeighsLessThanAdmission()
    {
        var weights = new[] { 2, 1, 0, -1, -2 }.Select(interest => CredibilityScorer.Score([new Assertion("item", "source") { Interest = interest }]).Claims[0].WeightDb);
        Assert.That(weights, Is.Ordered.Ascending);
    }

    [Test]
    public void Score_DenialOfTrue_EqualsSupportOfFalse()
    {
        var denied = CredibilityScorer.Score([new Assertion("item", "a"), new Assertion("item", "b") { Stance = Stance.Denies }]).ClaimsOf("item")[0];
        var opposed = CredibilityScorer.Score([new Assertion("item", "a"), new Assertion("item", "b", "false")]).ClaimsOf("item").Single(claim => claim.Value == "true");
        Assert.That((denied.Credibility, denied.Supports, denied.Denies), Is.EqualTo((opposed.Credibility, opposed.Supports, opposed.Denies)));
    }

    [Test]
    public void Score_RetractedAssertion_LeavesTheClaimWithoutBasis()
    {
        var claim = CredibilityScorer.Score([new Assertion("item", "a"), new Assertion("item", "a") { Stance = Stance.Retracts }]).Claims[0];
        Assert.That((claim.Credibility, claim.Supports), Is.EqualTo((0.5, 0)));
    }

    [Test]
    public void Score_UncorroboratedClaims_BuildNoRecord()
    {
        var result = CredibilityScorer.Score(Enumerable.Range(0, 50).Select(item => new Assertion($"i{item}", "anonymous") { SourceType = "anonymous_source" }));
        Assert.That(result.Claims.Select(claim => claim.Credibility), Is.All.LessThan(0.8));
    }

    [Test]
    public void Score_AnswersThatNobodyContradicts_BuildHardlyAnyRecord()
    {
        // Who only speaks up to say yes is never caught: where all say yes that shows nothing, where some say no it does.
        var rows = Enumerable.Range(0, 400).SelectMany(item => Enumerable.Range(0, 3).Select(voice => new Assertion($"i{item}", $"s{(item + (voice * 7)) % 20}", "yes")))
            .Append(new Assertion("lone", "s0", "yes")).ToList();
        var refuted = Enumerable.Range(0, 60).SelectMany(item => Enumerable.Range(0, 3).Select(voice => new Assertion($"r{item}", $"s{(item + (voice * 7)) % 20}", "no")));
        var (alike, mixed) = (CredibilityScorer.Score(rows), CredibilityScorer.Score(rows.Concat(refuted)));
        Assert.Multiple(() =>
        {
            Assert.That(alike.Run.ModelChoice, Does.Contain("where agreement on yes or no teaches 2 % of what it else would"));
            Assert.That(alike.ClaimsOf("lone").Single().Credibility, Is.LessThan(0.75));
            Assert.That(mixed.Run.ModelChoice, Does.Not.Contain("agreement on yes or no"));
            Assert.That(mixed.ClaimsOf("lone").Single().Credibility, Is.GreaterThan(0.95));
        });
    }

    [Test]
    public void Score_LaterAnswersThanAskedFor_DoNotChangeWhatTheOthersTeach()
    {
        Assertion At(string item, int source, string value, int year) => new(item, $"s{source}", value) { Time = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var rows = Enumerable.Range(0, 100).SelectMany(item => Enumerable.Range(0, 3).Select(voice => At($"i{item}", (item + (voice * 7)) % 20, "yes", 2024))).ToList();
        var later = Enumerable.Range(0, 60).SelectMany(item => Enumerable.Range(0, 3).Select(voice => At($"later{item}", (item + (voice * 7)) % 20, "no", 2026)));
        var options = new ScoringOptions { AsOf = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var (without, with) = (CredibilityScorer.Score(rows, options), CredibilityScorer.Score(rows.Concat(later), options));
        Assert.That((string[])[without.Run.ModelChoice, with.Run.ModelChoice], Has.All.EndsWith("where agreement on yes or no teaches 7 % of what it else would, since nearly all give the same answer"));
        Assert.That(with.ClaimsOf("i0").Single().Credibility, Is.EqualTo(without.ClaimsOf("i0").Single().Credibility).Within(1e-9));
    }

    [Test]
    public void Score_KnownTruths_TeachReliability()
    {
        var rows = Enumerable.Range(0, 30).SelectMany(item => (Assertion[])[new($"i{item}", "right", "x"), new($"i{item}", "wrong", "y")]).ToList();
        var truths = Enumerable.Range(0, 29).Select(item => new KnownTruth($"i{item}", "x")).ToArray();
        var unsettled = CredibilityScorer.Score(rows, new ScoringOptions { Truths = truths, Model = "one-coin" }).ClaimsOf("i29");
        Assert.That(unsettled.Single(claim => claim.Value == "x").Credibility, Is.GreaterThan(0.95));
    }

    [Test]
    public void Score_TruthNobodyNamed_MakesAllNamedValuesFalse()
    {
        var claims = CredibilityScorer.Score([new("i", "a", "x"), new("i", "b", "y")], new ScoringOptions { Truths = [new KnownTruth("i", "z")] }).Claims;
        Assert.That(claims.Select(claim => claim.Credibility), Is.All.LessThan(1e-5));
    }

    [Test]
    public void Score_AnyThreadCount_SameBits()
    {
        var (assertions, _, _) = new Simulation { Items = 2000, Sources = 60 }.Draw();
        var rows = assertions.ToArray();
        var one = CredibilityScorer.Score(rows, new ScoringOptions { Threads = 1 });
        var many = CredibilityScorer.Score(rows, new ScoringOptions { Threads = 7 });
        Assert.That(Bits(many), Is.EqualTo(Bits(one)));
    }

    [Test]
    public void Score_ShuffledRows_SameBits([Range(0, 49)] int seed)
    {
        var (assertions, options) = RandomCorpus.Draw(seed);
        var shuffled = assertions.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.That(Bits(CredibilityScorer.Score(shuffled, options)), Is.EqualTo(Bits(CredibilityScorer.Score(assertions, options))));
    }

    [Test]
    public void Score_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.That(() => CredibilityScorer.Score([new Assertion("i", "s")], cancellation: stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Score_TooFewPasses_SaysSo()
    {
        var (assertions, _, _) = new Simulation { Items = 2000, Sources = 60 }.Draw();
        var run = CredibilityScorer.Score(assertions, new ScoringOptions { MostIterations = 1 }).Run;
        Assert.That((run.Converged, run.Warnings.Count), Is.EqualTo((false, 1)));
    }

    /// <summary>Nothing is learnt, so that only the evidence differs.</summary>
    private static ScoringOptions Frozen { get; } = new() { MostIterations = 1 };

    private static long[] Bits(ScoringResult result) =>
    [
        .. result.Claims.SelectMany(claim => (double[])[claim.Credibility, claim.Low, claim.High, claim.WeightDb, claim.Voices]).Select(BitConverter.DoubleToInt64Bits),
        .. result.Sources.SelectMany(source => (double[])[source.Reliability, source.Low, source.High]).Select(BitConverter.DoubleToInt64Bits),
        .. result.Claims.SelectMany(result.Explain).Select(step => BitConverter.DoubleToInt64Bits(step.WeightDb)),
    ];
}
