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

    private static readonly Dictionary<string, double> Required = new(StringComparer.Ordinal) { ["flight_20111208"] = 0.88, ["birthplaces"] = 0.76, ["population"] = 0.80 };

    [TestCaseSource(nameof(Folders))]
    public void Evaluate_PublicCorpus_ReachesWhatIsRequired(string name)
    {
        var corpus = Places.FindOrIgnore(Path.Combine("shared", "data", name));
        using var folder = new TempFolder();
        var result = folder.Run("evaluate", Path.Combine(corpus, "claims.csv"), "--truth", Path.Combine(corpus, "truth.csv"), "--format", "json");
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.Done), result.Error);
        using var json = JsonDocument.Parse(result.Out);
        Assert.That(json.RootElement[0].GetProperty("accuracy").GetDouble(), Is.AtLeast(Required.GetValueOrDefault(name)));
    }
}
