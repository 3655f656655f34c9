using System.Globalization;
using System.Text.Json;

namespace Scoring.Cli.Tests;

/// <summary>Values that are measurements: found, said, overridden.</summary>
public sealed class NumericTests
{
    private static readonly string[] Rows = Draw();

    [Test]
    public void Score_Measurements_SaysSoInTheRun()
    {
        using var folder = Laid();
        Assert.That(Choice(folder.Score("out", "claims.csv")), Does.StartWith("values of 60 items are numbers").And.Contains("near ones support one another in part"));
    }

    [Test]
    public void Score_NumericOff_TakesEachSpellingForAValueOfItsOwn()
    {
        using var folder = Laid();
        Assert.That(Choice(folder.Score("out", "claims.csv", "--numeric", "off")), Does.Not.Contain("numbers"));
    }

    [TestCase("off")]
    [TestCase("on")]
    public void Score_NumericAsAsked_IsInTheRunsOptions(string choice)
    {
        using var folder = Laid();
        using var run = Run(folder.Score("out", "claims.csv", "--numeric", choice, "--tolerance", "1%"));
        var options = run.RootElement.GetProperty("options");
        Assert.That((options.GetProperty("numeric").GetString(), options.GetProperty("tolerance").GetString()), Is.EqualTo((choice, "1%")));
    }

    [Test]
    public void Score_Measurements_BarsAddUpAndSomeAreOfNearValues()
    {
        using var folder = Laid();
        var output = folder.Score("out", "claims.csv");
        var sums = Table.Rows(Path.Combine(output, "breakdown.csv"), row => (Claim: (row.GetString("item"), row.GetString("value")), Db: row.Parse<double>("weight_db")))
            .GroupBy(row => row.Claim).ToDictionary(claim => claim.Key, claim => claim.Sum(row => row.Db));
        var scores = Table.Rows(Path.Combine(output, "claims.csv"), row => (Claim: (row.GetString("item"), row.GetString("value")), Db: row.Parse<double>("weight_db")));
        Assert.That(scores.Select(score => score.Db - sums[score.Claim]), Is.All.EqualTo(0).Within(1e-9));
        Assert.That(Table.Column(Path.Combine(output, "breakdown.csv"), "detail"), Has.Some.Match("^says '[0-9.]+', near '[0-9.]+': counts 0\\.[0-9]+ as if it named that"));
    }

    [Test]
    public void Score_Tolerance_MakesNearValuesOneClaim()
    {
        using var folder = Laid();
        var (apart, joined) = (Count(folder.Score("apart", "claims.csv")), Count(folder.Score("joined", "claims.csv", "--tolerance", "0.5")));
        Assert.That(joined, Is.LessThan(apart));
    }

    /// <summary>Numbers that were asked for but are not there leave the labels to the models of labels.</summary>
    [Test]
    public void Score_NumericOnOfLabels_WarnsAndScoresAsWithout()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,value\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"i{row / 3},s{row % 7},{(row % 5 == 0 ? "red" : "green")}\n")));
        var result = folder.Run("score", "claims.csv", "--numeric", "on", "--out", "on");
        Assert.That((result.ExitCode, result.Error.Contains("no item has numbers alone", StringComparison.Ordinal)), Is.EqualTo((RunResult.Done, true)), result.Error);
        Assert.That(folder.Read("on/claims.csv"), Is.EqualTo(folder.Read(Path.Combine(folder.Score("off", "claims.csv", "--numeric", "off"), "claims.csv"))));
    }

    [Test]
    public void Score_ToleranceOfTexts_WarnsAndScores()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,value\nflag,a,red\nflag,b,green\n");
        var result = folder.Run("score", "claims.csv", "--tolerance", "1");
        Assert.That((result.ExitCode, result.Error.Contains("tolerance 1", StringComparison.Ordinal)), Is.EqualTo((RunResult.Done, true)));
    }

    [Test]
    public void Score_AnyThreadsAndRowOrder_WritesTheSameBytes()
    {
        using var folder = Laid();
        string[] shuffled = [.. Rows];
        new Random(2).Shuffle(shuffled);
        folder.Write("shuffled.csv", Text(shuffled));
        Assert.That(
            Table.AllOf(folder.Score("many", "shuffled.csv", "--threads", "3")), Is.EqualTo(Table.AllOf(folder.Score("one", "claims.csv", "--threads", "1"))));
    }

    [Test]
    public void Explain_Measurement_NamesTheNearValue()
    {
        using var folder = Laid();
        Assert.That(folder.Run("explain", "claims.csv", "--item", "i00").Unwrapped, Does.Contain(", near '"));
    }

    [Test]
    public void Evaluate_TruthSpelledOtherwise_IsTheSameNumber()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,value\ndistance,a,1200 km\ndistance,b,\"1,200 km\"\ndistance,c,900 km\n");
        folder.Write("truth.csv", "item,value\ndistance,1200.0 km\n");
        var result = folder.Run("evaluate", "claims.csv", "--truth", "truth.csv", "--numeric", "on", "--format", "csv");
        Assert.That(result.Out.Split('\n')[1], Does.StartWith("auto,1,"));
    }

    private static TempFolder Laid()
    {
        var folder = new TempFolder();
        folder.Write("claims.csv", Text(Rows));
        return folder;
    }

    private static string Text(string[] rows) => "item,source,value\n" + string.Join('\n', rows) + "\n";

    /// <summary>Sixty items measured by five of eight sources, the later ones less exact.</summary>
    private static string[] Draw()
    {
        var (random, rows) = (new Random(1), new List<string>());
        for (var item = 0; item < 60; item++)
        {
            var truth = 50 * random.NextDouble();
            for (var turn = 0; turn < 5; turn++)
            {
                var source = (item + turn) % 8;
                var value = truth + ((random.NextDouble() + random.NextDouble() - 1) * (1 + source) / 4);
                rows.Add(string.Create(CultureInfo.InvariantCulture, $"i{item:00},s{source},{Math.Abs(value):0.00}"));
            }
        }

        return [.. rows];
    }

    private static string? Choice(string output)
    {
        using var run = Run(output);
        return run.RootElement.GetProperty("model_choice").GetString();
    }

    private static JsonDocument Run(string output) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "run.json")));

    private static int Count(string output) => Table.Column(Path.Combine(output, "claims.csv"), "value").Count;
}
