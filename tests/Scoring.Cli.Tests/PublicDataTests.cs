using System.Text.Json;

namespace Scoring.Cli.Tests;

/// <summary>Runs on the public corpora, where they lie beside the repository.</summary>
public sealed class PublicDataTests
{
    private static readonly string[] Folders =
    [
        "birthplaces", "cf", "emergent", "face", "flight_20111208", "heritages", "ms", "population", "product", "restaurant", "rte",
        "s_adult", "sentiment", "sp", "sp_amt", "temp", "web", "zencrowd_in",
    ];

    [TestCaseSource(nameof(Folders))]
    public void Evaluate_PublicCorpus_ExitsWithZero(string name)
    {
        var result = Evaluate(name);
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.Done), result.Error);
    }

    [TestCase("flight_20111208", 0.88)]
    [TestCase("birthplaces", 0.76)]
    [TestCase("population", 0.80)]
    public void Evaluate_PublicCorpus_ReachesTheRequiredAccuracy(string name, double required)
    {
        using var json = JsonDocument.Parse(Evaluate(name).Out);
        Assert.That(json.RootElement[0].GetProperty("accuracy").GetDouble(), Is.AtLeast(required));
    }

    private static RunResult Evaluate(string name)
    {
        var corpus = Places.FindOrIgnore(Path.Combine("shared", "data", name));
        using var folder = new TempFolder();
        return folder.Run("evaluate", Path.Combine(corpus, "claims.csv"), "--truth", Path.Combine(corpus, "truth.csv"), "--format", "json");
    }
}
