using System.Text.Json;

namespace Scoring.Cli.Tests;

/// <summary>Runs on the public corpora, where they lie beside the repository: about a point below what accuracy.md has, so that no change loses more unseen.</summary>
public sealed class PublicDataTests
{
    [TestCase("birthplaces", 0.75)]
    [TestCase("cf", 0.87)]
    [TestCase("emergent", 0.67)]
    [TestCase("face", 0.62)]
    [TestCase("flight_20111208", 0.91)]
    [TestCase("heritages", 0.39)]
    [TestCase("ms", 0.78)]
    [TestCase("population", 0.79)]
    [TestCase("product", 0.93)]
    [TestCase("restaurant", 0.54)]
    [TestCase("rte", 0.91)]
    [TestCase("s_adult", 0.77)]
    [TestCase("sentiment", 0.94)]
    [TestCase("sp", 0.90)]
    [TestCase("sp_amt", 0.93)]
    [TestCase("temp", 0.92)]
    [TestCase("web", 0.82)]
    [TestCase("zencrowd_in", 0.74)]
    public void Evaluate_PublicCorpus_StaysAsAccurateAsMeasured(string name, double least)
    {
        var corpus = Places.FindOrIgnore(Path.Combine("shared", "data", name));
        using var folder = new TempFolder();
        var result = folder.Run("evaluate", Path.Combine(corpus, "claims.csv"), "--truth", Path.Combine(corpus, "truth.csv"), "--format", "json");
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.Done), result.Error);
        using var json = JsonDocument.Parse(result.Out);
        Assert.That(json.RootElement[0].GetProperty("accuracy").GetDouble(), Is.AtLeast(least));
    }
}
