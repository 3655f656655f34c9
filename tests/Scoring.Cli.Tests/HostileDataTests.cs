namespace Scoring.Cli.Tests;

/// <summary>Data made to harm whoever looks at the results.</summary>
public sealed class HostileDataTests
{
    private const string Script = "<script>alert(1)</script>";

    private const string Obeyed = "[\\p{Cc}\\p{Cf}-[\\r\\n]]";

    private static readonly string[] TextColumns = ["item", "source", "value", "origin", "via", "url", "quote", "note"];

    /// <summary>What a terminal would obey: a colour, a title, a bell, the one-character form of a sequence, a change of direction.</summary>
    private const string Sequences = "\u001b[31m\u001b]0;title\u0007\u009b31m\u202e";

    private static readonly string[] Attacks = [Script, "</script><img src=x onerror=alert(2)>", "x\" onmouseover=\"alert(3)", "{{ 123456 | plus: 654321 }}"];

    [TestCaseSource(nameof(TextColumns))]
    public void Report_AttacksInAColumn_NeverStandUnescaped(string column)
    {
        var report = ReportOf(column, Attacks);
        Assert.That(report, Does.Not.Contain(Script).IgnoreCase);
        Assert.That(report, Does.Not.Contain("<img src=x").IgnoreCase);
        Assert.That(report, Does.Not.Contain("x\" onmouseover=").And.Not.Contain("x' onmouseover="));
        Assert.That(report, Does.Not.Contain("777777"));
    }

    [TestCase("item")]
    [TestCase("source")]
    [TestCase("value")]
    public void Report_ScriptInAColumn_IsShownAsText(string column) =>
        Assert.That(ReportOf(column, Attacks), Does.Match(@"(&lt;|\\u003[cC]|&#60;|&#x3[cC];)script"));

    [TestCase("javascript:alert(4)")]
    [TestCase("JaVaScRiPt:alert(4)")]
    [TestCase("data:text/html,<script>alert(4)</script>")]
    public void Report_UrlThatRuns_IsNoLink(string url)
    {
        var scheme = url[..url.IndexOf(':', StringComparison.Ordinal)];
        Assert.That(ReportOf("url", url), Does.Not.Match($"(?i)href\\s*=\\s*[\"']?\\s*{scheme}:"));
    }

    [Test]
    public void Report_OfAnyCorpus_LoadsNothingFromElsewhere()
    {
        var report = File.ReadAllText(Path.Combine(Results.Of("rich"), "report.html"));
        Assert.That(report, Does.Not.Match("(?i)<(script|link|img|iframe|object|embed|source)\\b[^>]*\\b(src|href|data)\\s*=\\s*[\"']?(https?:)?//"));
    }

    [Test]
    public void Claims_Value_IsGuardedWhereASpreadsheetWouldRunIt()
    {
        string[] values = ["=cmd()", "+cmd()", "@cmd()", "-cmd()", "-5+cmd()", "-5", "-0.25", "5", "a=b"];
        string[] written = ["'=cmd()", "'+cmd()", "'@cmd()", "'-cmd()", "'-5+cmd()", "-5", "-0.25", "5", "a=b", "other", "value"];
        Assert.That(Table.Column(Path.Combine(Results.OfClaims(Claims("value", values)), "claims.csv"), "value"), Is.EquivalentTo(written));
    }

    [TestCase("item", "claims.csv", "item")]
    [TestCase("source", "sources.csv", "source")]
    [TestCase("item", "breakdown.csv", "item")]
    [TestCase("value", "breakdown.csv", "value")]
    [TestCase("source", "breakdown.csv", "source")]
    public void Tables_Formula_IsGuarded(string column, string table, string written)
    {
        Assert.That(Table.Column(Path.Combine(Results.OfClaims(Claims(column, "=cmd()")), table), written), Does.Contain("'=cmd()").And.Not.Contain("=cmd()"));
    }

    [TestCaseSource(nameof(TextColumns))]
    public void Score_SequencesInAColumn_NeverReachTheTerminal(string column)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Claims(column, $"x{Sequences}y"));
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").Everything, Does.Not.Match(Obeyed));
    }

    [TestCaseSource(nameof(TextColumns))]
    public void Explain_SequencesInAColumn_NeverReachTheTerminal(string column)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Claims(column, $"x{Sequences}y"));
        Assert.That(folder.Run("explain", "claims.csv", "--item", column == "item" ? $"x{Sequences}y" : "item").Everything, Does.Not.Match(Obeyed));
    }

    [Test]
    public void Score_SequencesInABadRow_NeverReachTheTerminal()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", $"item,source,hedge,stance\na,b,7{Sequences},{Sequences}\na,b{Sequences}\n");
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").Everything, Does.Not.Match(Obeyed));
    }

    [Test]
    public void Score_SequencesInAColumnName_NeverReachTheTerminal()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", $"item,source,colour{Sequences}\na,b,c\n");
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").Everything, Does.Not.Match(Obeyed));
    }

    [Test]
    public void Score_SequencesInAMissingColumnsMessage_NeverReachTheTerminal()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", $"colour{Sequences}\nc\n");
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").Everything, Does.Not.Match(Obeyed));
    }

    [Test]
    public void Explain_SequencesAmongTheItemsSuggested_NeverReachTheTerminal()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Claims("item", $"x{Sequences}y"));
        Assert.That(folder.Run("explain", "claims.csv", "--item", "z").Everything, Does.Not.Match(Obeyed));
    }

    [Test]
    public void Run_SequencesInAnArgument_NeverReachTheTerminal()
    {
        using var folder = new TempFolder();
        Assert.That(folder.Run("score", $"no{Sequences}.csv").Everything, Does.Not.Match(Obeyed));
    }

    [Test]
    public void Score_SequencesInTheRules_NeverReachTheTerminal()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("my.json", $"{{ \"{Sequences}\": 1 }}");
        Assert.That(folder.Run("score", "claims.csv", "--rules", "my.json").Everything, Does.Not.Match(Obeyed));
    }

    [Test]
    public void Score_MarkupInAValue_IsShownAsItIs()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Claims("value", "[red]x[/]"));
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").Out, Does.Contain("[red]x[/]"));
    }

    [Test]
    public void Score_VeryLongField_ExitsWithZero()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Claims("value", new string('x', 1_000_000)));
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").ExitCode, Is.EqualTo(RunResult.Done));
    }

    private static string ReportOf(string column, params string[] texts) => File.ReadAllText(Path.Combine(Results.OfClaims(Claims(column, texts)), "report.html"));

    /// <summary>Rows on one item: one for each of the given texts, which it has in one column, and two more.</summary>
    private static string Claims(string column, params string[] texts)
    {
        var hostile = texts.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
            .Select(quoted => $"{string.Join(',', TextColumns.Select(name => name == column ? quoted : Harmless(name)))}\n");
        return $"{string.Join(',', TextColumns)}\n{string.Concat(hostile)}item,other,other,,,,,\nitem,third,{Harmless("value")},,,,,\n";
    }

    private static string Harmless(string column) => column is "item" or "source" or "value" ? column : "";
}
