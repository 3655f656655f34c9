using CsvHelper;
using Scoring.Evaluating;
using Scoring.Reading;
using Scoring.Reporting;

namespace Scoring.Tests.Reporting;

public sealed class ReportFolderTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("scoring-report-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("a\0b")]
    public void Write_FolderWithoutAPossibleName_IsRefusedAtOnce(string? folder)
    {
        var result = CredibilityScorer.Score([new("i", "a")]);
        Assert.That(() => ReportFolder.Write(result, folder!), Throws.InstanceOf<ArgumentException>().With.Property(nameof(ArgumentException.ParamName)).EqualTo("folder"));
    }

    [Test]
    public void Write_Result_GivesJustTheFiveFiles()
    {
        ReportFolder.Write(CredibilityScorer.Score([new Assertion("i", "s")]), folder);
        Assert.That(
            Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Is.EqualTo(new[] { "breakdown.csv", "claims.csv", "report.html", "run.json", "sources.csv" }));
    }

    [Test]
    public void Write_ResultWithEnoughTruth_GivesTwoMore()
    {
        var (assertions, truths, _) = new Simulation { Items = 20 }.Draw();
        ReportFolder.Write(CredibilityScorer.Score(assertions, new ScoringOptions { Truths = truths }), folder);
        Assert.That(
            Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Is.EqualTo(new[] { "breakdown.csv", "calibration.json", "claims.csv", "reliability.csv", "report.html", "run.json", "sources.csv" }));
        Assert.That(File.ReadLines(Path.Combine(folder, "reliability.csv")).First(), Is.EqualTo("low,high,items,mean_credibility,share_right,share_low,share_high"));
    }

    [Test]
    public void Write_ResultWithLittleTruth_GivesNoCalibration()
    {
        var (assertions, truths, _) = new Simulation { Items = 19 }.Draw();
        ReportFolder.Write(CredibilityScorer.Score(assertions, new ScoringOptions { Truths = truths }), folder);
        Assert.That(File.Exists(Path.Combine(folder, "calibration.json")), Is.False);
        Assert.That(File.Exists(Path.Combine(folder, "reliability.csv")));
    }

    [Test]
    public void Write_Stopped_LeavesNothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.That(() => ReportFolder.Write(CredibilityScorer.Score([new Assertion("i", "s")]), folder, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.GetFileSystemEntries(folder), Is.Empty);
    }

    [TestCase("", "new")]
    [TestCase("", "new/inner/")]
    [TestCase("old", "old/new/inner")]
    public void Write_StoppedOrFailed_LeavesNoFolderThatItMade(string before, string written)
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var (result, there) = (CredibilityScorer.Score([new Assertion("i", "s")]), Directory.CreateDirectory(Path.Combine(folder, before)).FullName);
        foreach (var act in (Action<string>[])[to => ReportFolder.Write(result, to, stop.Token), to => SimulationFiles.Write(new Simulation(), to, stop.Token)])
        {
            Assert.That(() => act(Path.Combine(folder, written)), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories), Is.EqualTo(before.Length == 0 ? Array.Empty<string>() : [there]));
        }
    }

    [Test]
    public void Write_WhereAFileIs_IsAnIOExceptionAndLeavesIt()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "text");
        var result = CredibilityScorer.Score([new Assertion("i", "s")]);
        foreach (var act in (Action<string>[])[to => ReportFolder.Write(result, to), to => SimulationFiles.Write(new Simulation(), to)])
        {
            Assert.That(() => act(file), Throws.InstanceOf<IOException>().With.Message.Contains("expected one to write to"));
            Assert.That(() => act(Path.Combine(file, "inner")), Throws.InstanceOf<IOException>().With.Message.Contains("expected one to write to"));
        }

        Assert.That(File.ReadAllText(file), Is.EqualTo("text"));
    }

    [Test]
    public void Write_WhereNoFolderCanBeMade_LeavesNoneOfThoseThatHoldIt()
    {
        var inner = Path.Combine(folder, "made", "too", new string('x', 300));
        Assert.That(() => ReportFolder.Write(CredibilityScorer.Score([new Assertion("i", "s")]), inner), Throws.InstanceOf<IOException>().With.Message.Contains("expected one to write to"));
        Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.Empty);
    }

    [TestCase("=1+1", "'=1+1")]
    [TestCase("@x", "'@x")]
    [TestCase("+33 1", "'+33 1")]
    [TestCase("-5", "-5")]
    [TestCase("-5.50", "-5.50")]
    [TestCase("-5x", "'-5x")]
    [TestCase("-1e3", "-1e3")]
    [TestCase("-1E-308", "-1E-308")]
    [TestCase("-1e308", "-1e308")]
    [TestCase("+3", "+3")]
    [TestCase("+.5", "+.5")]
    [TestCase("-0", "-0")]
    [TestCase("-00.50", "-00.50")]
    [TestCase("-79228162514264337593543950336", "-79228162514264337593543950336")]
    [TestCase("-", "'-")]
    [TestCase("+", "'+")]
    [TestCase("-5-3", "'-5-3")]
    [TestCase("+1+1", "'+1+1")]
    [TestCase("--5", "'--5")]
    [TestCase("-1,000", "'-1,000")]
    [TestCase("-1e", "'-1e")]
    [TestCase("-e1", "'-e1")]
    [TestCase("-1e3x", "'-1e3x")]
    [TestCase("-Infinity", "'-Infinity")]
    [TestCase("'-5", "''-5")]
    [TestCase("plain", "plain")]
    public void Write_ValueThatLooksLikeAFormula_IsGuarded(string value, string written)
    {
        ReportFolder.Write(CredibilityScorer.Score([new Assertion("i", "s", value)]), folder);
        using var csv = CsvReader.FromFile(Path.Combine(folder, "claims.csv"), new CsvReaderOptions());
        csv.Read();
        Assert.That(csv.GetString("value"), Is.EqualTo(written));
    }

    [Test]
    public void Overwritten_InputAmongOutputs_IsNamed()
    {
        var input = Path.Combine(folder, "claims.csv");
        Assert.That(ReportFolder.Overwritten(folder, null, input), Is.EqualTo(input));
    }

    [Test]
    public void Overwritten_InputElsewhere_IsNull() => Assert.That(ReportFolder.Overwritten(folder, Path.Combine(folder, "in", "claims.csv")), Is.Null);
}
