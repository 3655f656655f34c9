using System.Text.Json;

namespace Scoring.Cli.Tests;

public sealed class SimulateCommandTests
{
    private static readonly string[] Files = ["claims.csv", "reliability.csv", "truth.csv"];

    [Test]
    public void Simulate_ToAFolder_WritesThreeFiles()
    {
        using var folder = new TempFolder();
        folder.Run("simulate", "--items", "20", "--out", "made-up");
        Assert.That(folder.FilesIn("made-up"), Is.EqualTo(Files));
    }

    [TestCaseSource(nameof(Files))]
    public void Simulate_ToAFolder_NamesTheFileOnStdout(string file)
    {
        using var folder = new TempFolder();
        Assert.That(folder.Run("simulate", "--items", "20", "--out", "made-up").Out, Does.Contain(Path.Combine("made-up", file)));
    }

    [TestCaseSource(nameof(Files))]
    public void Simulate_SameSeed_GivesTheSameBytes(string file)
    {
        using var folder = new TempFolder();
        folder.Run("simulate", "--items", "50", "--seed", "7", "--out", "first");
        folder.Run("simulate", "--items", "50", "--seed", "7", "--out", "second");
        Assert.That(File.ReadAllBytes(folder.PathOf($"second/{file}")), Is.EqualTo(File.ReadAllBytes(folder.PathOf($"first/{file}"))));
    }

    [TestCaseSource(nameof(Files))]
    public void Simulate_OtherSeed_GivesOtherBytes(string file)
    {
        using var folder = new TempFolder();
        folder.Run("simulate", "--items", "50", "--seed", "7", "--out", "first");
        folder.Run("simulate", "--items", "50", "--seed", "8", "--out", "second");
        Assert.That(File.ReadAllBytes(folder.PathOf($"second/{file}")), Is.Not.EqualTo(File.ReadAllBytes(folder.PathOf($"first/{file}"))));
    }

    [Test]
    public void Simulate_ToAFolderWithClaims_IsRefusedUnlessForced()
    {
        using var folder = new TempFolder();
        folder.Write("mine/claims.csv", Corpora.Plain);
        var result = folder.Run("simulate", "--items", "20", "--out", "mine");
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.BadUsage));
        Assert.That(result.Error, Does.Contain("--out: found 'mine/claims.csv' already there").And.Contain("--force"));
        Assert.That((folder.FilesIn("mine"), folder.Read("mine/claims.csv")), Is.EqualTo((new[] { "claims.csv" }, Corpora.Plain)));
        Assert.That(folder.Run("simulate", "--items", "20", "--out", "mine", "--force").ExitCode, Is.EqualTo(RunResult.Done));
        Assert.That(folder.FilesIn("mine"), Is.EqualTo(Files));
    }

    [Test]
    public void Simulate_Counts_AreKept()
    {
        using var folder = new TempFolder();
        folder.Run("simulate", "--items", "30", "--sources", "12", "--per-item", "5", "--values", "3", "--out", ".");
        Assert.That(Table.Column(folder.PathOf("claims.csv"), "item"), Has.Count.EqualTo(30 * 5));
    }

    [Test]
    public void Evaluate_OfASimulation_FindsTheTruth()
    {
        using var folder = new TempFolder();
        folder.Run("simulate", "--items", "500", "--out", ".");
        using var json = JsonDocument.Parse(folder.Run("evaluate", "claims.csv", "--truth", "truth.csv", "--format", "json").Out);
        Assert.That(json.RootElement[0].GetProperty("accuracy").GetDouble(), Is.AtLeast(0.95));
    }
}
