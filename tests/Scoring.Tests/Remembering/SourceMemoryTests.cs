using Scoring.Explaining;
using Scoring.Reading;
using Scoring.Remembering;
using Scoring.Tests.Reading;

namespace Scoring.Tests.Remembering;

/// <summary>What a corpus teaches of its sources holds in the next.</summary>
public sealed class SourceMemoryTests
{
    private const string Duel = "item,source,value\nduel,bad,x\nduel,stranger,y\n";

    private InputFolder folder = null!;
    private string memory = "";

    [SetUp]
    public void MakeFolder()
    {
        folder = new InputFolder();
        memory = folder.PathOf("memory.json");
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Score_SourceProvenBadBefore_WeighsLess()
    {
        Assert.That(Of(folder.Score(Duel, memory, remember: false), "x").Credibility, Is.EqualTo(Of(folder.Score(Duel, memory, remember: false), "y").Credibility).Within(1e-12));
        folder.Score(MemoryCorpora.Proven(), memory);
        var result = folder.Score(Duel, memory, remember: false);
        Assert.That(Of(result, "x").Credibility, Is.LessThan(Of(result, "y").Credibility - 0.2));
    }

    [Test]
    public void Explain_SourceKnownFromBefore_HasATrackRecordAlthoughItTeachesNothingHere()
    {
        folder.Score(MemoryCorpora.Proven(), memory);
        var result = folder.Score("item,source,value\nlone,good0,x\n", memory, remember: false);
        var card = MemoryCorpora.CardOf(memory, "good0");
        var bar = result.Explain(result.Claims[0]).Single(step => step.Factor == Factor.TrackRecord);
        var worth = FormattableString.Invariant($"{(card.Hits + card.Misses) / 2:0.0}");
        Assert.That(bar.Detail, Does.EndWith($"after a record worth {worth} independent assertions, of which {worth} from earlier corpora"));
        Assert.That(bar.WeightDb, Is.Positive);
        Assert.That(result.Explain(result.Claims[0]).Single(step => step.Factor == Factor.SourceType).Detail, Does.Contain("expected reliability 0.70"));
        Assert.That(result.Explain(result.Claims[0]).Sum(step => step.WeightDb), Is.EqualTo(result.Claims[0].WeightDb).Within(1e-9));
    }

    [Test]
    public void Score_SourceKnownFromBefore_HasHalfTheEvidenceInItsReliability()
    {
        folder.Score(MemoryCorpora.Proven(), memory);
        var score = folder.Score("item,source,value\nlone,bad,x\n", memory, remember: false).Sources.Single();
        var card = MemoryCorpora.CardOf(memory, "bad");

        // The default rules start an unknown source at Beta(0.7 · 4, 0.3 · 4).
        var (hits, misses) = (2.8 + (card.Hits / 2), 1.2 + (card.Misses / 2));
        Assert.That(score.Reliability, Is.EqualTo(hits / (hits + misses)).Within(1e-9));
        Assert.That(score.Remembered, Is.EqualTo((card.Hits + card.Misses) / 2).Within(1e-9));
        Assert.That(score.Record, Is.EqualTo(score.Remembered));
    }

    [Test]
    public void Remember_SameCorpusTwice_CountsOnce()
    {
        var first = folder.Score(MemoryCorpora.Proven(), memory);
        var bytes = File.ReadAllBytes(memory);
        var second = folder.Score(MemoryCorpora.Proven(), memory);
        Assert.That(File.ReadAllBytes(memory), Is.EqualTo(bytes));
        Assert.That(second.Claims, Is.EqualTo(first.Claims));
        Assert.That(second.Run.RememberedSources, Is.Zero);
    }

    [Test]
    public void Remember_SameCorpusWithNewKnowledge_ReplacesWhatItTaught()
    {
        folder.Score(MemoryCorpora.Proven(), memory);
        var before = MemoryCorpora.CardOf(memory, "bad");
        var path = folder.Write("claims.csv", MemoryCorpora.Proven());
        CredibilityScorer.Score(path, new ScoringOptions { MemoryPath = memory, Truths = [.. Enumerable.Range(0, 20).Select(item => new KnownTruth($"i{item}", "wrong"))] }).Remember(memory);
        var after = MemoryCorpora.CardOf(memory, "bad");
        Assert.That(before.Misses, Is.GreaterThan(before.Hits));
        Assert.That(after.Hits, Is.GreaterThan(after.Misses));
        Assert.That(after.Records, Has.Length.EqualTo(1));
    }

    [Test]
    public void Remember_TwoCorpora_AddsUpAndListsBoth()
    {
        folder.Score(MemoryCorpora.Proven(), memory);
        folder.Score(MemoryCorpora.Proven("other", 7), memory);
        var card = MemoryCorpora.CardOf(memory, "bad");
        Assert.That(card.Records, Has.Length.EqualTo(2));
        Assert.That(card.Misses, Is.EqualTo(card.Records.Sum(record => record.Misses)).Within(1e-6));
        Assert.That(MemoryFile.Read(memory, inputs: null).Corpora, Has.Length.EqualTo(2).And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    [Test]
    public void Remember_Topics_ShareTheRecord()
    {
        folder.Score(MemoryCorpora.Proven(), memory);
        var record = MemoryCorpora.CardOf(memory, "good0").Records.Single();
        Assert.That(record.Topics.Select(topic => topic.Topic), Is.EqualTo(new[] { "sport", "war" }));
        Assert.That(record.Topics.Sum(topic => topic.Hits), Is.EqualTo(record.Hits).Within(1e-5));
        Assert.That(record.Topics.Sum(topic => topic.Misses), Is.EqualTo(record.Misses).Within(1e-5));
        Assert.That(record.Own.Hits, Is.EqualTo(record.Hits).Within(1e-5));
    }

    [Test]
    public void Remember_Relay_IsTheVoiceOfItsOriginAndShownAtItsCarrier()
    {
        folder.Score("item,source,value,origin\na,speaker,x,\na,carrier,x,speaker\na,other,x,\na,third,y,\nb,carrier,x,unknown\nb,other,x,\n", memory);
        var (speaker, carrier) = (MemoryCorpora.CardOf(memory, "speaker").Records.Single(), MemoryCorpora.CardOf(memory, "carrier").Records.Single());
        Assert.That(carrier.Relays.Select(relay => relay.Origin), Is.EqualTo(new[] { "speaker", "unknown" }));
        Assert.That(speaker.Own.Hits + carrier.Relays[0].Hits, Is.EqualTo(speaker.Hits).Within(1e-5));
        Assert.That(carrier.Relays[1].Hits, Is.EqualTo(carrier.Hits).Within(1e-5));
        Assert.That((carrier.Own.Hits, carrier.Own.Misses), Is.EqualTo((0.0, 0.0)));
    }

    [Test]
    public void Remember_AnyThreads_GivesTheSameBytes()
    {
        folder.Score(MemoryCorpora.Proven(items: 600), memory, threads: 1);
        var one = File.ReadAllBytes(memory);
        File.Delete(memory);
        folder.Score(MemoryCorpora.Proven(items: 600), memory, threads: 2);
        Assert.That(File.ReadAllBytes(memory), Is.EqualTo(one));
    }

    [Test]
    public void Remember_ClaimsInMemory_IsRefused() =>
        Assert.That(() => CredibilityScorer.Score([new Assertion("i", "s")]).Remember(memory), Throws.InvalidOperationException);

    [Test]
    public void Remember_OverTheClaims_IsRefused()
    {
        var path = folder.Write("claims.csv", Duel);
        Assert.That(() => CredibilityScorer.Score(path).Remember(path), Throws.InstanceOf<IOException>());
        Assert.That(File.ReadAllText(path), Is.EqualTo(Duel));
    }

    [Test]
    public void Score_BadMemory_IsRefusedAndLeftAsItIs()
    {
        File.WriteAllText(memory, "{ \"format\": \"scoring-memory\", \"version\": 1 }");
        Assert.That(() => folder.Score(Duel, memory), Throws.InstanceOf<BadDataException>());
        Assert.That(File.ReadAllText(memory), Is.EqualTo("{ \"format\": \"scoring-memory\", \"version\": 1 }"));
    }

    private static ClaimScore Of(ScoringResult result, string value) => result.Claims.Single(claim => claim.Value == value);
}
