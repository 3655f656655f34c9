using System.Text;
using System.Text.Json;

namespace Scoring.Cli.Tests;

public sealed class EvaluateCommandTests
{
    private static readonly string[] Keys = ["method", "accuracy", "log_loss", "brier", "ece", "mean_confidence", "gold", "seconds", "bytes"];

    [TestCase("table")]
    [TestCase("csv")]
    [TestCase("json")]
    public void Evaluate_AnyFormat_ExitsWithZero(string format)
    {
        using var folder = NewFolder();
        Assert.That(Evaluate(folder, "--format", format).ExitCode, Is.EqualTo(RunResult.Done));
    }

    [Test]
    [Platform("Linux", Reason = "mounts a disk")]
    public void Evaluate_BinsOnAFullDisk_LeavesNothingThere()
    {
        using var folder = new TempFolder();
        using var disk = FullDisk.At(folder.PathOf("disk"), freeBytes: 0);
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("truth.csv", Corpora.PlainTruth);
        var result = folder.Run("evaluate", "claims.csv", "--truth", "truth.csv", "--bins", "disk/bins.csv");
        Assert.That((result.ExitCode, disk.Files), Is.EqualTo((RunResult.BadData, Array.Empty<string>())), result.Error);
    }

    [Test]
    public void Evaluate_Json_IsAnArrayOfOneObjectAMethod()
    {
        using var folder = NewFolder();
        Assert.That(Methods(Evaluate(folder, "--method", "auto,majority", "--format", "json")), Is.EqualTo(["auto", "majority"]));
    }

    [Test]
    public void Evaluate_Json_HasTheKeysOfTheContractInOrder()
    {
        using var folder = NewFolder();
        Assert.That(Row(folder, "auto").EnumerateObject().Select(property => property.Name), Is.EqualTo(Keys));
    }

    [TestCase("accuracy")]
    [TestCase("log_loss")]
    [TestCase("brier")]
    [TestCase("ece")]
    [TestCase("mean_confidence")]
    [TestCase("gold")]
    [TestCase("seconds")]
    [TestCase("bytes")]
    public void Evaluate_Json_HasANumberFor(string key)
    {
        using var folder = NewFolder();
        Assert.That(Row(folder, "auto").GetProperty(key).ValueKind, Is.EqualTo(JsonValueKind.Number));
    }

    [Test]
    public void Evaluate_Majority_CountsATieAsItsShare()
    {
        using var folder = NewFolder();
        Assert.That(Row(folder, "majority").GetProperty("accuracy").GetDouble(), Is.EqualTo((1 + 1 + 0.5) / 3).Within(1e-12));
    }

    [Test]
    public void Evaluate_TruthOfAnItemWithoutRows_IsLeftOut()
    {
        using var folder = NewFolder();
        Assert.That(Row(folder, "auto").GetProperty("gold").GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public void Evaluate_MethodAllOnSharedLabels_ComparesWhatMethodsLists()
    {
        using var folder = LabelledFolder();
        var result = Evaluate(folder, "--method", "all", "--format", "json");
        Assert.That((Methods(result), result.Error), Is.EqualTo((Listed(folder), "")));
    }

    [Test]
    public void Evaluate_MethodAllOnOpenItems_SaysInOneLineWhatIsLeftOut()
    {
        using var folder = NewFolder();
        var result = Evaluate(folder, "--method", "all", "--format", "json");
        var compared = Methods(result).ToArray();
        var leftOut = string.Join(", ", Listed(folder).Except(compared, StringComparer.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(compared, Does.Contain("glad").And.Not.Contain("ebcc"));
            Assert.That(result.ErrorLines, Is.EqualTo([$"left out: {leftOut} need all items to share one small label set"]));
        });
    }

    [TestCase("dawid-skene")]
    [TestCase("ibcc")]
    [TestCase("mace")]
    [TestCase("ebcc")]
    public void Evaluate_NamedMethodOnOpenItems_IsAMisuse(string method)
    {
        using var folder = NewFolder();
        var result = Evaluate(folder, "--method", method);
        Assert.That((result.ExitCode, result.Out), Is.EqualTo((RunResult.BadUsage, "")));
        Assert.That(result.Error, Does.Contain(method).And.Contains("one small label set"));
    }

    [Test]
    public void Evaluate_NoMethod_TakesAuto()
    {
        using var folder = NewFolder();
        Assert.That(Parse(Evaluate(folder, "--format", "json"))[0].GetProperty("method").GetString(), Is.EqualTo("auto"));
    }

    [Test]
    public void Evaluate_Csv_HasTheKeysOfTheContractAsHeader()
    {
        using var folder = NewFolder();
        Assert.That(Evaluate(folder, "--format", "csv").Out.Split('\n')[0].TrimEnd('\r'), Is.EqualTo(string.Join(',', Keys)));
    }

    [Test]
    public void Evaluate_Csv_HasALineAMethod()
    {
        using var folder = NewFolder();
        folder.Write("evaluation.csv", Evaluate(folder, "--method", "auto,majority", "--format", "csv").Out);
        Assert.That(Table.Column(folder.PathOf("evaluation.csv"), "method"), Is.EqualTo(["auto", "majority"]));
    }

    [Test]
    public void Evaluate_Csv_HasTheNumbersOfJson()
    {
        using var folder = NewFolder();
        folder.Write("evaluation.csv", Evaluate(folder, "--format", "csv").Out);
        var json = Row(folder, "auto").GetProperty("log_loss").GetDouble();
        Assert.That(Table.Numbers(folder.PathOf("evaluation.csv"), "log_loss"), Is.EqualTo([json]));
    }

    [Test]
    public void Evaluate_Table_NamesItsColumns()
    {
        using var folder = NewFolder();
        Assert.That(Evaluate(folder).Unwrapped, Does.Match("Method .*Acc.* Log loss .*Brier .*ECE "));
    }

    [Test]
    public void Evaluate_Table_FitsEightyColumns()
    {
        using var folder = NewFolder();
        Assert.That(Evaluate(folder, "--method", "all").Out.Split('\n').Max(line => line.TrimEnd().Length), Is.AtMost(80));
    }

    [Test]
    public void Evaluate_OtherTruths_LeaveTheCredibilitiesAsTheyAre()
    {
        using var folder = NewFolder();
        var before = Row(folder, "auto").GetProperty("mean_confidence").GetDouble();
        folder.Write("truth.csv", "item,value\ncapital,Lyon\nriver,Rhone\nbridge-open,false\n");
        Assert.That(Row(folder, "auto").GetProperty("mean_confidence").GetDouble(), Is.EqualTo(before));
    }

    [Test]
    public void Evaluate_Twice_GivesTheSameBrier()
    {
        using var folder = NewFolder();
        var first = Row(folder, "auto").GetProperty("brier").GetDouble();
        var second = Row(folder, "auto").GetProperty("brier").GetDouble();
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Evaluate_TruthsOfOtherItemsOnly_DoesNotReportABug()
    {
        using var folder = NewFolder();
        folder.Write("truth.csv", "item,value\nelsewhere,true\n");
        Assert.That(Evaluate(folder, "--format", "json").ExitCode, Is.AnyOf(RunResult.Done, RunResult.BadData));
    }

    [TestCase("table")]
    [TestCase("json")]
    public void Evaluate_ColumnThatIsNotUsed_IsWarnedOf(string format)
    {
        using var folder = NewFolder();
        folder.Write("claims.csv", "item,source,value,colour\ncapital,alice,Paris,blue\n");
        var result = Evaluate(folder, "--format", format, "--method", "auto,majority");
        Assert.That(result.ErrorLines, Is.EqualTo(["warning: claims.csv: unknown column 'colour' is not used"]));
    }

    [Test]
    public void Evaluate_SeveralAnswersToAnItem_CountAndAreSaid()
    {
        using var folder = NewFolder();
        folder.Write("truth.csv", "item,value\ncapital,Paris\ncapital,Lyon\n");
        var result = Evaluate(folder, "--json");
        Assert.That(result.ErrorLines, Is.EqualTo(["warning: 1 item has several known answers, as 'Lyon' and 'Paris' of item 'capital': each of them is right"]));
        Assert.That(result.Out, Does.Contain("\"accuracy\": 1"));
    }

    [Test]
    public void Evaluate_Json_WarnsOnStderr()
    {
        using var folder = NewFolder();
        folder.Write("truth.csv", "item,value,colour\ncapital,Paris,blue\n");
        var result = Evaluate(folder, "--json");
        Assert.That(result.ErrorLines, Is.EqualTo(["warning: truth.csv: unknown column 'colour' is not used"]));
        Assert.That(Methods(result), Is.EqualTo(["auto"]));
    }

    [Test]
    public void Evaluate_Lenient_SkipsAndListsBadRowsOfBothFiles()
    {
        using var folder = NewFolder();
        folder.Write("claims.csv", $"{Corpora.Plain},alice,x\n");
        folder.Write("truth.csv", "item,value\ncapital,Paris\nriver,\n");
        Assert.That(Evaluate(folder).ExitCode, Is.EqualTo(RunResult.BadData));
        var result = Evaluate(folder, "--lenient", "--format", "csv");
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.Done));
        Assert.That(result.ErrorLines, Has.Length.EqualTo(2).And.All.StartsWith("warning: skipped "));
        Assert.That(result.Error, Does.Contain("truth.csv(3): found an empty item or value").And.Contain("claims.csv(").And.Contain("found an empty item,"));
    }

    [Test]
    public void Evaluate_TruthInTheEncodingGiven_IsUnderstood()
    {
        using var folder = NewFolder();
        folder.Write("claims.csv", Encoding.Latin1.GetBytes("item,source,value\nmot,a,été\nmot,b,été\nmot,c,hiver\n"));
        folder.Write("truth.csv", Encoding.Latin1.GetBytes("item,value\nmot,été\n"));
        Assert.That(Parse(Evaluate(folder, "--encoding", "iso-8859-1", "--format", "json"))[0].GetProperty("accuracy").GetDouble(), Is.EqualTo(1));
    }

    [TestCase("auto", RunResult.Done)]
    [TestCase("auto,majority", RunResult.BadData)]
    [Platform(Exclude = "Win", Reason = "needs /dev/stdin")]
    public void Evaluate_ClaimsFromAPipe_AreRefusedWhereTheyWouldBeReadTwice(string methods, int exitCode)
    {
        using var folder = NewFolder();
        using var process = Runner.Start(folder.Root, ["evaluate", "/dev/stdin", "--truth", "truth.csv", "--method", methods], input: Corpora.Plain);
        var result = Runner.Finish(process);
        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Error);
        Assert.That(result.Error, exitCode == RunResult.Done ? Is.Empty : Is.EqualTo("/dev/stdin: found a pipe, which can be read once only; expected a file, which each method reads anew\n"));
    }

    private static RunResult Evaluate(TempFolder folder, params string[] arguments) =>
        folder.Run(["evaluate", "claims.csv", "--truth", "truth.csv", .. arguments]);

    private static JsonElement Row(TempFolder folder, string method) => Parse(Evaluate(folder, "--method", method, "--format", "json"))[0];

    private static IEnumerable<string?> Methods(RunResult result) =>
        Parse(result).EnumerateArray().Select(row => row.GetProperty("method").GetString());

    private static IEnumerable<string> Listed(TempFolder folder) =>
        folder.Run("methods").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]);

    private static JsonElement Parse(RunResult result)
    {
        using var document = JsonDocument.Parse(result.Out);
        return document.RootElement.Clone();
    }

    private static TempFolder NewFolder()
    {
        var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("truth.csv", Corpora.PlainTruth);
        return folder;
    }

    private static TempFolder LabelledFolder()
    {
        var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Labelled);
        folder.Write("truth.csv", "item,value\ni5,dog\ni6,cat\n");
        return folder;
    }
}
