using System.Text.Json;

namespace Scoring.Cli.Tests;

/// <summary>The options that hold for all commands, and <c>--open</c>.</summary>
public sealed class ConsoleOptionsTests
{
    private const string Mistyped = "item,source,value,hegde\ncapital,alice,Paris,\n";

    [Test]
    public void Score_Quiet_PrintsNothing()
    {
        using var folder = NewFolder();
        folder.Write("claims.csv", Mistyped);
        Assert.That(folder.Run("score", "claims.csv", "--quiet"), Is.EqualTo(new RunResult(RunResult.Done, "", "")));
    }

    [Test]
    public void Score_Quiet_WritesTheReport()
    {
        using var folder = NewFolder();
        folder.Run("score", "claims.csv", "-q", "--out", "out");
        Assert.That(folder.FilesIn("out"), Does.Contain("report.html"));
    }

    [Test]
    public void Score_QuietAndBad_StillSaysWhatIsWrong()
    {
        using var folder = NewFolder();
        folder.Write("claims.csv", "item,source,value\ncapital,,Paris\n");
        var result = folder.Run("score", "claims.csv", "--quiet");
        Assert.That((result.ExitCode, result.ErrorLines[0]), Is.EqualTo((RunResult.BadData, "claims.csv(2): found an empty source, expected a source")));
    }

    [TestCase("--version", "--json")]
    [TestCase("--json", "--version")]
    public void Version_Json_GivesIt(params string[] arguments)
    {
        using var folder = NewFolder();
        var (plain, result) = (folder.Run("--version"), folder.Run(arguments));
        using var json = JsonDocument.Parse(result.Out);
        Assert.That((result.ExitCode, json.RootElement.GetProperty("version").GetString()), Is.EqualTo((RunResult.Done, plain.Out.Trim())));
    }

    [Test]
    public void Score_JsonWithTimings_HasThemInTheAnswer()
    {
        using var folder = NewFolder();
        var result = folder.Run("score", "claims.csv", "--out", "out", "--json", "--timings");
        using var json = JsonDocument.Parse(result.Out);
        var timings = json.RootElement.GetProperty("timings");
        Assert.That(result.Error, Is.Empty);
        Assert.That(timings.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("stage").GetString()), Is.EqualTo(new[] { "starting", "reading", "indexing", "learning", "explaining", "writing" }));
        Assert.That(timings.GetProperty("peak_bytes").GetInt64(), Is.Positive);
    }

    [Test]
    public void Score_Json_CountsAndListsTheFiles()
    {
        using var folder = NewFolder();
        var result = folder.Run("score", "claims.csv", "--out", "out", "--json");
        using var json = JsonDocument.Parse(result.Out);
        var answer = json.RootElement;
        Assert.That(
            (result.Error, answer.GetProperty("rows").GetInt32(), answer.GetProperty("items").GetInt32(), answer.GetProperty("files").EnumerateArray().All(file => File.Exists(folder.PathOf(file.GetString()!)))),
            Is.EqualTo(("", 9, 4, true)));
    }

    [Test]
    public void Score_Json_HasTheWarnings()
    {
        using var folder = NewFolder();
        folder.Write("claims.csv", Mistyped);
        using var json = JsonDocument.Parse(folder.Run("score", "claims.csv", "--json").Out);
        Assert.That(json.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()), Has.Some.Contain("did you mean 'hedge'?"));
    }

    [Test]
    public void Score_JsonAndBadData_PrintsEveryFaultAsJsonOnStderr()
    {
        using var folder = NewFolder();
        folder.Write("claims.csv", "item,source,value\ncapital,,Paris\n,alice,Paris\n");
        var result = folder.Run("score", "claims.csv", "--json");
        using var json = JsonDocument.Parse(result.Error);
        Assert.That(
            (result.ExitCode, result.Out, json.RootElement.GetProperty("exit_code").GetInt32(), string.Join(' ', json.RootElement.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("line").GetInt64()))),
            Is.EqualTo((RunResult.BadData, "", RunResult.BadData, "2 3")));
    }

    [TestCase("score", "claims.csv", "--mdoel", "auto", "--json")]
    [TestCase("explain", "claims.csv", "--json", "--item", "nosuch")]
    [TestCase("--json")]
    public void Run_JsonAndNonsense_PrintsOneJsonObjectOnStderr(params string[] arguments)
    {
        using var folder = NewFolder();
        var result = folder.Run(arguments);
        using var json = JsonDocument.Parse(result.Error);
        Assert.That((result.ExitCode, json.RootElement.GetProperty("error").GetString(), json.RootElement.GetProperty("messages").GetArrayLength()), Is.EqualTo((RunResult.BadUsage, "bad usage", 1)));
    }

    [TestCase("methods")]
    [TestCase("init", "new")]
    [TestCase("simulate", "--items", "20", "--out", "new")]
    [TestCase("evaluate", "claims.csv", "--truth", "truth.csv")]
    public void Run_Json_PrintsAJsonArray(params string[] arguments)
    {
        using var folder = NewFolder();
        using var json = JsonDocument.Parse(folder.Run([.. arguments, "--json"]).Out);
        Assert.That(json.RootElement.GetArrayLength(), Is.Positive);
    }

    [Test]
    [Platform(Include = "Linux", Reason = "puts a program of that platform's name into its path")]
    public void Score_Open_HandsTheReportToThePlatformsOpener()
    {
        using var folder = NewFolder();
        folder.Write("bin/xdg-open", "#!/bin/sh\nprintf '%s' \"$1\" > opened.txt\n");
        Executable(folder.PathOf("bin/xdg-open"));
        folder.RunWith(Path(folder.PathOf("bin")), "score", "claims.csv", "--out", "out", "--open");
        Assert.That(folder.Read("opened.txt"), Is.EqualTo(folder.PathOf("out/report.html")));
    }

    [TestCase("exit 3")]
    [TestCase(null)]
    [Platform(Include = "Linux", Reason = "puts a program of that platform's name into its path")]
    public void Score_OpenWithoutAnOpener_SaysSoAndSucceeds(string? opener)
    {
        using var folder = NewFolder();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = folder.PathOf("bin") };
        if (opener is not null)
        {
            folder.Write("bin/xdg-open", $"#!/bin/sh\n{opener}\n");
            Executable(folder.PathOf("bin/xdg-open"));
        }

        var result = folder.RunWith(environment, "score", "claims.csv", "--out", "out", "--open");
        Assert.That((result.ExitCode, result.Error), Is.EqualTo((RunResult.Done, $"warning: --open: xdg-open could not open the report; open it yourself: {folder.PathOf("out/report.html")}\n")));
    }

    private static void Executable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static Dictionary<string, string> Path(string first) =>
        new(StringComparer.Ordinal) { ["PATH"] = $"{first}:{Environment.GetEnvironmentVariable("PATH")}" };

    private static TempFolder NewFolder()
    {
        var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("truth.csv", Corpora.PlainTruth);
        return folder;
    }
}
