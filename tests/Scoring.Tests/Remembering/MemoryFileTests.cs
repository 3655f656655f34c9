using Scoring.Reading;
using Scoring.Remembering;
using Scoring.Tests.Reading;

namespace Scoring.Tests.Remembering;

public sealed class MemoryFileTests
{
    private const string Hash = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string Good = $$"""
        {
          "format": "scoring-memory",
          "version": 1,
          "carry_over": 0.5,
          "corpora": [ "{{Hash}}" ],
          "sources": [
            {
              "source": "alice",
              "type": "unknown",
              "hits": 3.5,
              "misses": 1,
              "records": [
                { "claims": "{{Hash}}", "hits": 3.5, "misses": 1, "topics": [ { "topic": "war", "hits": 1, "misses": 0 } ], "own": { "hits": 3, "misses": 1 }, "relays": [ { "origin": "bob", "hits": 0.5, "misses": 2 } ] }
              ]
            }
          ]
        }
        """;

    [Test]
    public void Parse_GoodFile_GivesItsNumbers()
    {
        var card = MemoryFile.Parse(Good, "x").Sources.Single();
        Assert.That((card.Source, card.Hits, card.Records[0].Own.Hits, card.Records[0].Relays[0].Misses, card.Records[0].Topics[0].Topic), Is.EqualTo(("alice", 3.5, 3.0, 2.0, "war")));
    }

    [Test]
    public void Write_ThenReadAndWrite_GivesTheSameBytes()
    {
        using var folder = new InputFolder();
        var path = folder.Write("memory.json", "older");
        MemoryFile.Write(MemoryFile.Parse(Good.Replace("alice", "Аліса \\u0022\\n<b>", StringComparison.Ordinal), "x"), path);
        var bytes = File.ReadAllBytes(path);
        MemoryFile.Write(MemoryFile.Read(path, inputs: null), path);
        Assert.That(File.ReadAllBytes(path), Is.EqualTo(bytes));
        Assert.That(MemoryFile.Read(path, inputs: null).Sources[0].Source, Is.EqualTo("Аліса \"\n<b>"));
        Assert.That(File.ReadAllText(path), Does.Contain("Аліса"));
    }

    [TestCase("\"carry_over\": 0.5", "\"carry_over\": 1.5", "carry_over: 1.5", 4)]
    [TestCase("\"hits\": 3.5,\n      \"misses\": 1", "\"hits\": 4,\n      \"misses\": 1", "sources: alice: hits: 4 hits and 1 misses", 10)]
    [TestCase("\"own\": { \"hits\": 3", "\"own\": { \"hits\": -3", "sources: alice: -3 hits or misses", 8)]
    [TestCase("\"own\": { \"hits\": 3", "\"own\": { \"hits\": 1e999", "sources: alice: Infinity hits or misses", 8)]
    [TestCase("\"source\": \"alice\"", "\"source\": \" \"", "sources: an empty source", 6)]
    [TestCase("\"corpora\": [ \"0000", "\"corpora\": [ \"xyz", "corpora: 'xyz", 5)]
    [TestCase("{ \"topic\": \"war\", \"hits\": 1, \"misses\": 0 }", "null", "sources: alice: records: null", 12)]
    public void Parse_NonsenseInAPlace_NamesPlaceAndLine(string from, string to, string found, int line)
    {
        var faults = Faults(Good.Replace(from, to, StringComparison.Ordinal));
        Assert.That(faults[0].Found, Does.StartWith(found));
        Assert.That(faults[0].LineNumber, Is.EqualTo(line));
    }

    [TestCase("{ \"claims\": \"HASH\", \"hashes\": [ \"0123456789abcdef\", \"0123\" ] }", "samples: HASH: '0123'")]
    [TestCase("{ \"claims\": \"HASH\", \"hashes\": [ null ] }", "samples: HASH: 'null'")]
    [TestCase("{ \"claims\": \"ab\", \"hashes\": [] }", "samples: claims 'ab'")]
    [TestCase("{ \"claims\": \"HASH\", \"hashes\": [] }, { \"claims\": \"HASH\", \"hashes\": [] }", "samples: claims 'HASH'")]
    [TestCase("null", "samples: null")]
    public void Parse_NonsenseInASample_IsBadData(string sample, string found) => Assert.That(
        Faults(Good.Replace("\"sources\"", $"\"samples\": [ {sample.Replace("HASH", Hash, StringComparison.Ordinal)} ], \"sources\"", StringComparison.Ordinal)).Single().Found,
        Is.EqualTo(found.Replace("HASH", Hash, StringComparison.Ordinal)));

    [Test]
    public void Parse_RecordOfACorpusThatIsNotListed_IsBadData() => Assert.That(
        Faults(Good.Replace($"[ \"{Hash}\" ]", "[]", StringComparison.Ordinal)).Single().Found, Does.Contain($"claims '{Hash}'"));

    [Test]
    public void Parse_SourceTwice_IsBadData()
    {
        var at = Good.IndexOf("    {\n      \"source\"", StringComparison.Ordinal);
        var card = Good[at..(Good.LastIndexOf("    }", StringComparison.Ordinal) + 5)];
        Assert.That(Faults(Good.Insert(at, card + ",\n")).Single().Found, Does.Contain("alice: a second time"));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{ \"format\": \"scoring-calibration\", \"version\": 1 }")]
    [TestCase("{ \"format\": \"scoring-memory\", \"version\": 2 }")]
    [TestCase("{ \"format\": \"scoring-memory\", \"version\": 0 }")]
    [TestCase("{ \"format\": \"scoring-memory\", \"version\": 3 }")]
    [TestCase("{ \"format\": \"scoring-memory\", \"version\": 1 }")]
    public void Parse_OtherFile_IsBadData(string json) => Assert.That(Faults(json), Has.Count.EqualTo(1));

    [TestCase("\"type\": \"unknown\",", "")]
    [TestCase("\"type\"", "\"colour\": 1, \"type\"")]
    [TestCase("\"own\": { \"hits\": 3, \"misses\": 1 }", "\"own\": null")]
    [TestCase("\"own\": { \"hits\": 3, \"misses\": 1 }", "\"own\": {}")]
    public void Parse_MemberUnknownOrMissing_IsBadData(string from, string to) =>
        Assert.That(Faults(Good.Replace(from, to, StringComparison.Ordinal)), Has.Count.EqualTo(1));

    [Test]
    public void Recall_OwnCorpus_IsLeftOutAndTheRestCarriedOverInPart()
    {
        var memory = MemoryFile.Parse(Good, "x");
        var (of, without) = (MemoryFile.Recall(memory, ["aaron", "alice"], claimsSha256: null), MemoryFile.Recall(memory, ["aaron", "alice"], Hash));
        Assert.That((of.Hits, of.Misses, of.Corpora, of.Sources), Is.EqualTo((new[] { 0, 1.75 }, new[] { 0, 0.5 }, 1, 1)));
        Assert.That((without.Hits[1], without.Misses[1], without.Corpora, without.Sources), Is.EqualTo((0.0, 0.0, 0, 0)));
    }

    private static IReadOnlyList<BadRow> Faults(string json) => Assert.Throws<BadDataException>(() => MemoryFile.Parse(json, "my.json"))!.Rows;
}
