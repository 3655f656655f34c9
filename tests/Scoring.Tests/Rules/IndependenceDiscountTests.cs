using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Tests.Rules;

public sealed class IndependenceDiscountTests
{
    private const int Seeds = 40;

    [Test]
    public void Share_OneVoice_IsOne() => Assert.That(SmallEvidence.Of(new Assertion("i", "a")).ShareOf("a"), Is.EqualTo(1));

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(10)]
    [TestCase(100)]
    public void Share_EqualVoices_IsTheDesignEffect(int voices) =>
        Assert.That(SmallEvidence.Of([.. Voices(voices)]).Share, Is.All.EqualTo(1 / (1 + ((voices - 1) * 0.3))).Within(1e-12));

    [Test]
    public void Share_VoicesOnOtherItems_TakeNothing() =>
        Assert.That(SmallEvidence.Of([.. Voices(4).Select((voice, index) => voice with { Item = $"i{index}" })]).Share, Is.All.EqualTo(1));

    [Test]
    public void Share_VoicesThatContradict_AreDiscountedAlike() =>
        Assert.That(SmallEvidence.Of(new("i", "a", "true"), new("i", "b", "false")).Share, Is.All.EqualTo(1 / 1.3).Within(1e-12));

    [TestCase(2)]
    [TestCase(10)]
    [TestCase(1000)]
    public void Share_RelaysOfOneOrigin_AreOneVoiceAndATrifle(int relays) =>
        Assert.That(SmallEvidence.Of([.. Voices(relays).Select(voice => voice with { Origin = "o" })]).Share.Sum(), Is.InRange(1, 1.03));

    [Test]
    public void Share_OriginAndItsRelay_ShareByLayers()
    {
        // The relay has 0.85 of the origin's strength: up to there two voices of correlation 0.98, above it the origin alone.
        var evidence = SmallEvidence.Of(new("i", "o"), new("i", "a") { Origin = "o" });
        Assert.That(evidence.ShareOf("a"), Is.EqualTo(1 / 1.98).Within(1e-12));
        Assert.That(evidence.ShareOf("o"), Is.EqualTo((0.85 / 1.98) + 0.15).Within(1e-12));
    }

    [Test]
    public void Share_ReportsOfUnknownOrigin_AreOneVoice() =>
        Assert.That(SmallEvidence.Of([.. Voices(3).Select(voice => voice with { Origin = "unknown" })]).Share, Is.All.EqualTo(1 / (1 + (2 * 0.98))).Within(1e-12));

    [Test]
    public void Share_OriginsOfOneAffiliation_AreCorrelatedByTheRule() =>
        Assert.That(Affiliated(Voices(3), "a").Share, Is.All.EqualTo(1 / (1 + (2 * 0.6))).Within(1e-12));

    [Test]
    public void Share_AffiliationBesideAnUnrelatedVoice_IsDiscountedAsOneVoice()
    {
        // The party has the strength of 3 / 2.2 voices: one layer of it meets the other voice, the rest stands alone.
        const double party = 3 / 2.2;
        var evidence = Affiliated([.. Voices(3), new Assertion("i", "z")], "a");
        Assert.That(evidence.ShareOf("a0"), Is.EqualTo(((1 / 1.3) + (party - 1)) / party / 2.2).Within(1e-12));
    }

    [Test]
    public void Share_UnrelatedVoiceBesideAnAffiliation_MeetsOneVoice() =>
        Assert.That(Affiliated([.. Voices(3), new Assertion("i", "z")], "a").ShareOf("z"), Is.EqualTo(1 / 1.3).Within(1e-12));

    [Test]
    public void Share_RelaysWithinAnAffiliation_AreNested()
    {
        // Two relays of one origin (1 voice and a trifle) beside another origin of the party.
        const double origin = 2 * 0.85 / 1.98;
        var evidence = Affiliated([new("i", "r0") { Origin = "a0" }, new("i", "r1") { Origin = "a0" }, new("i", "a1") { Hedge = "0.85" }], "a");
        Assert.That(evidence.ShareOf("r0"), Is.EqualTo(((0.85 / 1.6) + (origin - 0.85)) / origin / 1.98).Within(1e-12));
    }

    [Test]
    public void Share_StrongVoiceBesideAWeakOne_KeepsNearlyAll() =>
        Assert.That(Declared([0.95, 0.55]).ShareOf("a0"), Is.EqualTo(1 - (LogOdds(0.55) / LogOdds(0.95) * (1 - (1 / 1.3)))).Within(1e-12).And.GreaterThan(0.97));

    [Test]
    public void Share_WeakVoiceBesideAStrongOne_IsThatOfTwoEqualVoices() => Assert.That(Declared([0.95, 0.55]).ShareOf("a1"), Is.EqualTo(1 / 1.3).Within(1e-12));

    [Test]
    public void Share_VoiceThatDoesNotCount_TakesNothing() =>
        Assert.That(SmallEvidence.Of(new("i", "a"), new("i", "b") { Stance = Stance.Retracts }).ShareOf("a"), Is.EqualTo(1));

    [Test]
    public void Share_VoiceThatDoesNotCount_IsZero() =>
        Assert.That(SmallEvidence.Of(new("i", "a"), new("i", "b") { Stance = Stance.Retracts }).ShareOf("b"), Is.Zero);

    [TestCase("5e-324", "5e-324")]
    [TestCase("5e-324", "1")]
    public void Share_WeightTooSmallForItsStrength_IsZero(string hedge, string other)
    {
        var evidence = SmallEvidence.Weigh(
            [new("i", "a") { Hedge = hedge }, new("i", "b") { Hedge = other }],
            [.. new[] { "a", "b" }.Select(source => new SourceDeclaration(source) { Reliability = 0.55 })]).Evidence;
        Assert.That(evidence.ShareOf("a"), Is.Zero);
        Assert.That(evidence.ShareOf("b"), Is.EqualTo(other == "1" ? 1 : 0));
    }

    [Test]
    public void Share_RelaysWhoseLayersComeToNothing_IsZero()
    {
        Assertion[] relays = [.. Voices(3).Select(voice => voice with { Origin = "o", Hedge = "5e-324" })];
        Assert.That(SmallEvidence.Of([.. relays, new("i", "z")]).Share, Has.None.NaN);
    }

    [Test]
    public void IndependentVoices_Item_CountsWhatNothingLinks() => Assert.That(
        Affiliated(
            [
                .. Voices(2), new("i", "r") { Origin = "o" }, new("i", "s") { Origin = "o" },
                new("i", "t") { Origin = "unknown" }, new("i", "u") { Origin = "unknown" }, new("i", "z"),
            ],
            "a").IndependentVoices,
        Is.EqualTo(new[] { 4 }));

    [Test]
    public void IndependentVoices_ItemWhereNothingCounts_IsZero() =>
        Assert.That(SmallEvidence.Of(new Assertion("i", "a") { Stance = Stance.Retracts }).IndependentVoices, Is.EqualTo(new[] { 0 }));

    [Test]
    public void Share_RandomVoices_IsAboveZeroAndAtMostOne([Range(1, Seeds)] int seed) =>
        Assert.That(Evidenced(Drawn(seed, affiliations: 3, origins: 3)).Share, Is.All.GreaterThan(0).And.All.AtMost(1));

    [TestCase(0, 0)]
    [TestCase(0, 3)]
    [TestCase(3, 0)]
    [TestCase(3, 3)]
    public void Share_OneMoreSupportingVoice_NeverLowersTheTotal(int affiliations, int origins)
    {
        var lowered = Enumerable.Range(1, 400).Where(seed =>
        {
            var voices = Drawn(seed, affiliations, origins);
            return Total(Evidenced(voices)) < Total(Evidenced(voices[..^1])) - 1e-12;
        });
        Assert.That(lowered, Is.Empty, "seeds of corpora whose last voice lowers the total");
    }

    [Test]
    public void Share_WeakVoiceBesideThreeLargeParties_DoesNotLowerTheTotal()
    {
        Voice[] parties = [.. Enumerable.Range(0, 30).Select(index => new Voice($"a{index}", 0.9, $"party{index % 3}", null, "1"))];
        Assert.That(Total(Evidenced([.. parties, new Voice("z", 0.6, null, null, "1")])), Is.AtLeast(Total(Evidenced(parties))));
    }

    [TestCase(3)]
    [TestCase(20)]
    [TestCase(100)]
    public void Share_WeakVoicesBesideAStrongOne_DoNotLowerTheTotal(int weak) =>
        Assert.That(Total(Declared([0.95, .. Enumerable.Repeat(0.55, weak)])), Is.AtLeast(Total(Declared([0.95]))));

    private static IEnumerable<Assertion> Voices(int count) => Enumerable.Range(0, count).Select(index => new Assertion("i", $"a{index}"));

    /// <summary>The evidence where the sources whose names begin so are of one party.</summary>
    private static Evidence Affiliated(IEnumerable<Assertion> rows, string prefix)
    {
        var all = rows.ToArray();
        var party = all.SelectMany(row => new[] { row.Source, row.Origin ?? row.Source })
            .Distinct(StringComparer.Ordinal)
            .Where(source => source.StartsWith(prefix, StringComparison.Ordinal));
        return SmallEvidence.Weigh(all, [.. party.Select(source => new SourceDeclaration(source) { Affiliation = "party" })]).Evidence;
    }

    private static Evidence Declared(double[] reliabilities) => SmallEvidence.Weigh(
        Voices(reliabilities.Length), [.. reliabilities.Select((reliability, index) => new SourceDeclaration($"a{index}") { Reliability = reliability })]).Evidence;

    private static Evidence Evidenced(Voice[] voices) => SmallEvidence.Weigh(
        voices.Select(voice => new Assertion("i", voice.Source) { Origin = voice.Origin, Hedge = voice.Hedge }),
        [.. voices.Select(voice => new SourceDeclaration(voice.Source) { Reliability = voice.Reliability, Affiliation = voice.Affiliation })]).Evidence;

    private static Voice[] Drawn(int seed, int affiliations, int origins)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, random.Next(2, 20)).Select(index => new Voice(
                $"a{index}",
                0.51 + (0.48 * random.NextDouble()),
                affiliations > 0 && random.Next(4) > 0 ? $"party{random.Next(affiliations)}" : null,
                origins > 0 && random.Next(2) == 0 ? random.Next(4) == 0 ? "unknown" : $"origin{random.Next(origins)}" : null,
                FormattableString.Invariant($"{1 - random.NextDouble():F6}"))),
        ];
    }

    private static double Total(Evidence evidence) => Enumerable.Range(0, evidence.Share.Count)
        .Sum(a => evidence.Share[a] * evidence.RuleWeight[a] * LogOdds(evidence.Types.ExpectedReliability(evidence.Speaker[a], evidence.Corpus.Declarations[evidence.Speaker[a]])));

    private static double LogOdds(double reliability) => Math.Log(reliability / (1 - reliability));

    private readonly record struct Voice(string Source, double Reliability, string? Affiliation, string? Origin, string Hedge);
}
