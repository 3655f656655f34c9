using System.Globalization;
using System.Text.RegularExpressions;
using Scoring.Remembering;
using Scoring.Tests.Reading;

namespace Scoring.Tests.Remembering;

/// <summary>A corpus that is for a good part the past of its own is told so.</summary>
public sealed class SampledItemsTests
{
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
    public void Score_FileThatGrewSinceItWasRemembered_Warns()
    {
        folder.Score(MemoryCorpora.Proven(), memory);
        Assert.That(Shares(MemoryCorpora.Proven() + "new,bad,x,war\n"), Is.EqualTo(new[] { 100 }));
        Assert.That(
            folder.Score(MemoryCorpora.Proven() + "new,bad,x,war\n", memory, remember: false).Run.Warnings.Single(),
            Is.EqualTo($"memory: about 100 % of the items of the remembered corpus {MemoryFile.Read(memory, inputs: null).Corpora[0][..12]}… are in this one too: as far as it is the same data, what it taught counts twice"));
    }

    [Test]
    public void Score_FileSavedWithOtherLineEnds_Warns()
    {
        folder.Score(MemoryCorpora.Proven(), memory);
        Assert.That(Shares(MemoryCorpora.Proven().ReplaceLineEndings("\r\n")), Is.EqualTo(new[] { 100 }));
    }

    [Test]
    public void Score_SameFile_DoesNotWarn()
    {
        folder.Score(MemoryCorpora.Proven(), memory);
        Assert.That(Shares(MemoryCorpora.Proven()), Is.Empty);
    }

    [TestCase(0, 0)]
    [TestCase(9, 0)]
    [TestCase(10, 1)]
    [TestCase(15, 1)]
    public void Score_SomeItemsOfFewInCommon_WarnsFromHalfOfThem(int common, int warnings)
    {
        folder.Score(MemoryCorpora.Proven(items: 20), memory);
        Assert.That(Shares(MemoryCorpora.Proven(items: common) + "new,bad,x,war\n"), Has.Length.EqualTo(warnings).And.All.EqualTo(5 * common));
    }

    /// <summary>Of many items the share is that of a sample.</summary>
    [TestCase(600, 0)]
    [TestCase(1_500, 1)]
    public void Score_SomeItemsOfManyInCommon_WarnsByTheShareOfASample(int common, int warnings)
    {
        folder.Score(MemoryCorpora.Proven(items: 2_000), memory);
        Assert.That(Shares(MemoryCorpora.Proven(items: common) + MemoryCorpora.Proven("other", 1_000).Split('\n', 2)[1]), Has.Length.EqualTo(warnings).And.All.InRange(60, 90));
        Assert.That(MemoryFile.Read(memory, inputs: null).Samples!.Single().Hashes, Has.Length.EqualTo(SampledItems.Most).And.Ordered.And.Unique);
    }

    [Test]
    public void Score_RowsInAnotherOrder_HasTheSameSample()
    {
        var lines = MemoryCorpora.Proven(items: 100).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        folder.Score(MemoryCorpora.Proven(items: 100), memory);
        folder.Score(string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0])) + "\n", memory);
        var samples = MemoryFile.Read(memory, inputs: null).Samples!;
        Assert.That((samples.Length, samples[0].Claims), Is.Not.EqualTo((2, samples[1].Claims)));
        Assert.That(samples[0].Hashes, Is.EqualTo(samples[1].Hashes));
    }

    [Test]
    public void Score_SameItemsByOtherSources_DoesNotWarn()
    {
        folder.Score(MemoryCorpora.Proven(), memory);
        Assert.That(Shares(MemoryCorpora.Proven().Replace("good", "other", StringComparison.Ordinal).Replace("bad", "worse", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Remember_MemoryOfAnOlderVersion_IsReadAndGetsTheSample()
    {
        folder.Score(MemoryCorpora.Proven(), memory);
        var older = Regex.Replace(File.ReadAllText(memory), "\"samples\": \\[.*?\\]\\s*\\}\\s*\\],\\s*", "", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Replace("\"version\": 2", "\"version\": 1", StringComparison.Ordinal);
        File.WriteAllText(memory, older);
        Assert.That((MemoryFile.Read(memory, inputs: null).Samples, Shares(MemoryCorpora.Proven() + "new,bad,x,war\n").Length), Is.EqualTo((default(SampledItems[]), 0)));
        folder.Score(MemoryCorpora.Proven("other"), memory);
        var memoryNow = MemoryFile.Read(memory, inputs: null);
        Assert.That((memoryNow.Version, memoryNow.Corpora.Length, memoryNow.Samples!.Length), Is.EqualTo((2, 2, 1)));
    }

    /// <summary>The shares in per cent that the warnings name.</summary>
    private int[] Shares(string claims) =>
    [
        .. folder.Score(claims, memory, remember: false).Run.Warnings.Select(warning => Regex.Match(warning, "^memory: about (?<share>[0-9]+) %", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Where(match => match.Success).Select(match => int.Parse(match.Groups["share"].Value, CultureInfo.InvariantCulture)),
    ];
}
