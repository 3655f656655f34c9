namespace Scoring.Cli.Tests;

/// <summary>Data made to harm whoever looks at the results.</summary>
public sealed class HostileDataTests
{
    private const string Script = "<script>alert(1)</script>";

    private const string Obeyed = "[\\p{Cc}\\p{Cf}-[\\r\\n]]";

    private static readonly string[] TextColumns = ["item", "source", "value", "origin", "via", "url", "quote", "note"];

    /// <summary>What a terminal would obey: a colour, a title, a bell, the one-character form of a sequence, a change of direction.</summary>
    private const string Sequences = "\u001b[31m\u001b]0;title\u0007\u009b31m\u202e";

    [TestCaseSource(nameof(TextColumns))]
    public void Report_ScriptInAColumn_NeverStandsUnescaped(string column)
    {
        using var folder = new TempFolder();
        Assert.That(ReportOf(folder, column, Script), Does.Not.Contain(Script).IgnoreCase);
    }

    [TestCase("item")]
    [TestCase("source")]
    [TestCase("value")]
    public void Report_ScriptInAColumn_IsShownAsText(string column)
    {
        using var folder = new TempFolder();
        Assert.That(ReportOf(folder, column, Script), Does.Match(@"(&lt;|\\u003[cC]|&#60;|&#x3[cC];)script"));
    }

    [TestCaseSource(nameof(TextColumns))]
    public void Report_EndOfScriptInAColumn_EndsNoScript(string column)
    {
        using var folder = new TempFolder();
        Assert.That(ReportOf(folder, column, "</script><img src=x onerror=alert(2)>"), Does.Not.Contain("<img src=x").IgnoreCase);
    }

    [TestCaseSource(nameof(TextColumns))]
    public void Report_QuoteInAColumn_EndsNoAttribute(string column)
    {
        using var folder = new TempFolder();
        Assert.That(ReportOf(folder, column, "x\" onmouseover=\"alert(3)"), Does.Not.Contain("x\" onmouseover=").And.Not.Contain("x' onmouseover="));
    }

    [TestCaseSource(nameof(TextColumns))]
    public void Report_TemplateInAColumn_IsNotRun(string column)
    {
        using var folder = new TempFolder();
        Assert.That(ReportOf(folder, column, "{{ 123456 | plus: 654321 }}"), Does.Not.Contain("777777"));
    }

    [TestCase("javascript:alert(4)")]
    [TestCase("JaVaScRiPt:alert(4)")]
    [TestCase("data:text/html,<script>alert(4)</script>")]
    public void Report_UrlThatRuns_IsNoLink(string url)
    {
        using var folder = new TempFolder();
        var scheme = url[..url.IndexOf(':', StringComparison.Ordinal)];
        Assert.That(ReportOf(folder, "url", url), Does.Not.Match($"(?i)href\\s*=\\s*[\"']?\\s*{scheme}:"));
    }

    [Test]
    public void Report_OfAnyCorpus_LoadsNothingFromElsewhere()
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        var report = File.ReadAllText(Path.Combine(folder.Score("out", "claims.csv"), "report.html"));
        Assert.That(report, Does.Not.Match("(?i)<(script|link|img|iframe|object|embed|source)\\b[^>]*\\b(src|href|data)\\s*=\\s*[\"']?(https?:)?//"));
    }

    [TestCase("=cmd()", "'=cmd()")]
    [TestCase("+cmd()", "'+cmd()")]
    [TestCase("@cmd()", "'@cmd()")]
    [TestCase("-cmd()", "'-cmd()")]
    [TestCase("-5+cmd()", "'-5+cmd()")]
    [TestCase("-5", "-5")]
    [TestCase("-0.25", "-0.25")]
    [TestCase("5", "5")]
    [TestCase("a=b", "a=b")]
    public void Claims_Value_IsGuardedWhereASpreadsheetWouldRunIt(string value, string written)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Claims("value", value));
        Assert.That(Table.Column(Path.Combine(folder.Score("out", "claims.csv"), "claims.csv"), "value"), Does.Contain(written));
    }

    [TestCase("item", "claims.csv", "item")]
    [TestCase("source", "sources.csv", "source")]
    [TestCase("item", "breakdown.csv", "item")]
    [TestCase("value", "breakdown.csv", "value")]
    [TestCase("source", "breakdown.csv", "source")]
    public void Tables_Formula_IsGuarded(string column, string table, string written)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Claims(column, "=cmd()"));
        Assert.That(Table.Column(Path.Combine(folder.Score("out", "claims.csv"), table), written), Does.Contain("'=cmd()").And.Not.Contain("=cmd()"));
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

    private static string ReportOf(TempFolder folder, string column, string text)
    {
        folder.Write("claims.csv", Claims(column, text));
        return File.ReadAllText(Path.Combine(folder.Score("out", "claims.csv"), "report.html"));
    }

    /// <summary>Three rows on one item, the first with the given text in one column.</summary>
    private static string Claims(string column, string text)
    {
        var quoted = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var hostile = string.Join(',', TextColumns.Select(name => name == column ? quoted : Harmless(name)));
        return $"{string.Join(',', TextColumns)}\n{hostile}\nitem,other,other,,,,,\nitem,third,{Harmless("value")},,,,,\n";
    }

    private static string Harmless(string column) => column is "item" or "source" or "value" ? column : "";
}
