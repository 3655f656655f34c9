using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Scoring.Cli.Tests;

public sealed class ExplainCommandTests
{
    [Test]
    public void Explain_KnownItem_ExitsWithZero()
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("explain", "claims.csv", "--item", "capital").ExitCode, Is.EqualTo(RunResult.Done));
    }

    [TestCase("@potus", "-5")]
    [TestCase("-x", "@y")]
    [TestCase("--x", "--y")]
    public void Explain_ItemAndValueThatLookLikeOptions_AreFound(string item, string value)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", $"item,source,value\n{item},alice,{value}\n");
        var result = folder.Run("explain", "claims.csv", "--item", item, "--value", value);
        Assert.That(result.ExitCode, Is.EqualTo(RunResult.Done), result.Error);
        Assert.That(result.Unwrapped, Does.StartWith($"{item} = {value} "));
    }

    [Test]
    public void Explain_OneValue_PrintsBars()
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("explain", "claims.csv", "--item", "capital", "--value", "Paris").Out, Does.Contain("███"));
    }

    [Test]
    public void Explain_ContestedValue_PrintsBarsAgainst()
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("explain", "claims.csv", "--item", "capital", "--value", "Lyon").Out, Does.Contain("░"));
    }

    [Test]
    public void Explain_OneValue_PrintsTheSentence()
    {
        using var folder = NewFolder();
        Assert.That(
            folder.Run("explain", "claims.csv", "--item", "capital", "--value", "Paris").Unwrapped,
            Does.Match(@"capital = Paris 0\.\d\d \(90 % interval [0-9.<>]+–[0-9.<>]+\), [+−]\d+\.\d dB: [a-z0-9. %<>-]+\. Admiralty number [1-6], [a-z ]+\."));
    }

    [Test]
    public void Explain_OneValue_SaysHowConfidentAndOnHowManyOrigins()
    {
        using var folder = NewFolder();
        Assert.That(
            folder.Run("explain", "claims.csv", "--item", "capital", "--value", "Paris").Unwrapped,
            Does.Match(@"Confidence: (low|moderate|high)\. 2 independent origins behind 2 supporting reports, worth [0-9.]+ full voices?; 1 origin against\."));
    }

    /// <summary>What a claim rests on and what speaks against it are told apart.</summary>
    [TestCase("Paris", @"Most depends on register: without it the credibility would be 0\.[0-9]+ instead of 0\.[0-9]+\. The verdict would flip\.")]
    [TestCase("Lyon", @"What register says counts most against it: without that the credibility would be 0\.[0-9]+ instead of 0\.[0-9]+\. The verdict would flip\.")]
    public void Explain_OneValue_SaysWhatWouldChangeIt(string value, string expected)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,source_type,value\ncapital,alice,social_account,Lyon\ncapital,register,public_record,Paris\n");
        Assert.That(folder.Run("explain", "claims.csv", "--item", "capital", "--value", value).Unwrapped, Does.Match(expected));
    }

    /// <summary>Values are asked for as the corpus compares them.</summary>
    [TestCase("TRUE", "item = true ")]
    [TestCase("Vrai", "item = vrai ")]
    public void Explain_ValueInAnotherSpelling_IsFound(string value, string start)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", $"item,source,value\nitem,alice,{value.ToLowerInvariant()}\n");
        Assert.That(folder.Run("explain", "claims.csv", "--item", "item", "--value", value).Unwrapped, Does.StartWith(start));
    }

    /// <summary>An accent may be part of its letter or stand behind it.</summary>
    [Test]
    public void Explain_ItemAndValueWithAccentsInParts_AreFound()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,value\nthé,alice,café\nthe\u0301,bob,cafe\u0301\n");
        Assert.That(folder.Run("explain", "claims.csv", "--item", "the\u0301", "--value", "cafe\u0301").Unwrapped, Does.StartWith("thé = café ").And.Contain("2 independent origins"));
    }

    [Test]
    public void Explain_NumberInAnotherSpelling_IsFound()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,value\nitem,alice,1.5\nitem,bob,1.7\nlone,alice,20\nlone,bob,20\n");
        Assert.That(folder.Run("explain", "claims.csv", "--numeric", "on", "--item", "item", "--value", "1.50").Unwrapped, Does.StartWith("item = 1.5 "));
        Assert.That(folder.Run("explain", "claims.csv", "--numeric", "on", "--item", "lone", "--value", "20.0").Unwrapped, Does.StartWith("lone = 20 "));
    }

    [Test]
    public void Explain_ItemOfVeryManyValues_ShowsTheFirstAndSaysHowManyMore()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,source,value\n" + string.Concat(Enumerable.Range(0, 1500).Select(row => $"item,s{row},v{row}\n")));
        var text = folder.Run("explain", "claims.csv", "--item", "item").Unwrapped;
        Assert.That(text.Split("item = v").Length - 1, Is.EqualTo(20));
        Assert.That(text, Does.Contain("1,480 more values of the item, less credible: --value explains one of them."));
    }

    [Test]
    public void Explain_OneValue_LeavesOutTheOthers()
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("explain", "claims.csv", "--item", "capital", "--value", "Lyon").Out, Does.Not.Contain("capital = Paris"));
    }

    [Test]
    public void Explain_NoValue_ExplainsAllMostCredibleFirst()
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("explain", "claims.csv", "--item", "capital").Unwrapped, Does.Match("^capital = Paris .*capital = Lyon "));
    }

    [Test]
    public void Explain_OneValue_NamesThePriorFirst()
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("explain", "claims.csv", "--item", "capital", "--value", "Paris").Unwrapped, Does.Match(@"dB [^A-Za-z]*Base weights prior [+−]?\d"));
    }

    [TestCase("--item", "minister-resigned", "--value", "true")]
    [TestCase("--item", "successor", "--value", "Dupont")]
    public void Explain_RelatedClaim_NamesConsistency(params string[] arguments)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        Assert.That(folder.Run(["explain", "claims.csv", .. arguments]).Unwrapped, Does.Match(@"consistency [+−]\d"));
    }

    [Test]
    public void Explain_Claim_GivesTheCredibilityThatScoreGives()
    {
        using var folder = NewFolder();
        var scored = Table.Rows(
            Path.Combine(folder.Score("out", "claims.csv"), "claims.csv"), row => (Value: row.GetString("value"), Db: row.Parse<double>("weight_db")));
        var db = scored.Single(row => row.Value == "Paris").Db.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
        Assert.That(folder.Run("explain", "claims.csv", "--item", "capital", "--value", "Paris").Unwrapped, Does.Contain($", {db} dB: "));
    }

    [TestCase("rich", "minister-resigned")]
    [TestCase("rich", "protest-size")]
    [TestCase("plain", "capital")]
    public void Explain_Item_PrintsFiguresThatAddUpToTheScore(string corpus, string item)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, corpus);
        var lines = folder.Run("explain", "claims.csv", "--item", item).Out.Split('\n');
        var figures = lines.Select(line => Regex.Match(line, @"^  (?<bar>[a-z ]{13}) *(?<db>[+−]?\d+\.\d)  ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Where(match => match.Success)
            .Select(match => (Bar: match.Groups["bar"].Value.Trim(), Tenths: (int)Math.Round(10 * double.Parse(match.Groups["db"].Value.Replace('−', '-'), CultureInfo.InvariantCulture))))
            .ToArray();
        var (sum, scores) = (0, 0);
        foreach (var (bar, tenths) in figures)
        {
            Assert.That(bar == "score" ? tenths : 0, Is.EqualTo(bar == "score" ? sum : 0));
            (sum, scores) = bar == "score" ? (0, scores + 1) : (sum + tenths, scores);
        }

        Assert.That(scores, Is.Positive);
    }

    [TestCase("rich", "minister-resigned")]
    [TestCase("rich", "successor")]
    public void Explain_Redirected_FitsEightyColumns(string corpus, string item)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, corpus);
        Assert.That(folder.Run("explain", "claims.csv", "--item", item).Out.Split('\n').Max(line => line.TrimEnd().Length), Is.AtMost(80));
    }

    [Test]
    public void Explain_LongNames_AreWrappedNotClipped()
    {
        using var folder = new TempFolder();
        var (item, source) = (string.Concat(Enumerable.Repeat("question", 20)), string.Concat(Enumerable.Repeat("witness", 20)));
        folder.Write("claims.csv", $"item,source,value\n{item},{source},yes-indeed\n");
        var answer = folder.Run("explain", "claims.csv", "--item", item).Out;
        var together = Regex.Replace(answer, @"\s+", "", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.That((answer.Contains('…', StringComparison.Ordinal), together.Contains(item, StringComparison.Ordinal), together.Contains(source, StringComparison.Ordinal)), Is.EqualTo((false, true, true)));
    }

    [Test]
    public void Explain_Json_GivesStepsThatAddUp()
    {
        using var folder = NewFolder();
        using var json = JsonDocument.Parse(folder.Run("explain", "claims.csv", "--item", "capital", "--json").Out);
        Assert.That(
            json.RootElement.EnumerateArray().Select(claim => claim.GetProperty("bars").EnumerateArray().Sum(step => step.GetProperty("weight_db").GetDouble())),
            Is.EqualTo(json.RootElement.EnumerateArray().Select(claim => claim.GetProperty("weight_db").GetDouble())).Within(1e-9));
    }

    [Test]
    public void Explain_KnownItem_WritesNoFile()
    {
        using var folder = NewFolder();
        folder.Run("explain", "claims.csv", "--item", "capital");
        Assert.That(folder.FilesIn("."), Is.EqualTo(["claims.csv"]));
    }

    private static TempFolder NewFolder()
    {
        var folder = new TempFolder();
        Corpora.Lay(folder, "plain");
        return folder;
    }
}
