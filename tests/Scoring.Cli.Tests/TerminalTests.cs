namespace Scoring.Cli.Tests;

/// <summary>What the surroundings of the process must not change.</summary>
public sealed class TerminalTests
{
    private const char Escape = '\u001b';

    /// <summary>Surroundings in which programs like to colour their output.</summary>
    private static IEnumerable<TestCaseData> Surroundings()
    {
        yield return Case("none");
        yield return Case("NO_COLOR", ("NO_COLOR", "1"));
        yield return Case("colourful terminal", ("TERM", "xterm-256color"), ("COLORTERM", "truecolor"));
        yield return Case("build server", ("GITHUB_ACTIONS", "true"), ("CI", "true"));
        yield return Case("dumb terminal", ("TERM", "dumb"));
    }

    [TestCaseSource(nameof(Surroundings))]
    public void Score_Redirected_PrintsNoEscapeSequence(IReadOnlyDictionary<string, string> environment)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        Assert.That(folder.RunWith(environment, "score", "claims.csv", "--out", "out").Everything, Does.Not.Contain(Escape));
    }

    [TestCaseSource(nameof(Surroundings))]
    public void Explain_Redirected_PrintsNoEscapeSequence(IReadOnlyDictionary<string, string> environment)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        Assert.That(folder.RunWith(environment, "explain", "claims.csv", "--item", "successor").Everything, Does.Not.Contain(Escape));
    }

    [TestCaseSource(nameof(Surroundings))]
    public void Evaluate_Redirected_PrintsNoEscapeSequence(IReadOnlyDictionary<string, string> environment)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("truth.csv", Corpora.PlainTruth);
        Assert.That(folder.RunWith(environment, "evaluate", "claims.csv", "--truth", "truth.csv").Everything, Does.Not.Contain(Escape));
    }

    [TestCaseSource(nameof(Surroundings))]
    public void Help_Redirected_PrintsNoEscapeSequence(IReadOnlyDictionary<string, string> environment)
    {
        using var folder = new TempFolder();
        Assert.That(folder.RunWith(environment, "--help").Everything, Does.Not.Contain(Escape));
    }

    [TestCase("0")]
    [TestCase("1")]
    public void Score_FrenchCulture_GivesTheSameTables(string invariant)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        var plain = folder.Score("plain", "claims.csv");
        folder.RunWith(French(invariant), "score", "claims.csv", "--out", "french");
        Assert.That(Table.AllOf(folder.PathOf("french")), Is.EqualTo(Table.AllOf(plain)));
    }

    [TestCase("0")]
    [TestCase("1")]
    public void Score_FrenchCulture_GivesTheSameReport(string invariant)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        var plain = folder.Score("plain", "claims.csv");
        folder.RunWith(French(invariant), "score", "claims.csv", "--out", "french");
        Assert.That(folder.Read("french/report.html"), Is.EqualTo(File.ReadAllText(Path.Combine(plain, "report.html"))));
    }

    [TestCase("0")]
    [TestCase("1")]
    public void Explain_FrenchCulture_PrintsTheSame(string invariant)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        string[] arguments = ["explain", "claims.csv", "--item", "successor"];
        Assert.That(folder.RunWith(French(invariant), arguments), Is.EqualTo(folder.Run(arguments)));
    }

    [TestCase("0")]
    [TestCase("1")]
    public void Run_NonsenseInFrenchCulture_SaysTheSame(string invariant)
    {
        using var folder = new TempFolder();
        string[] arguments = ["score", "nosuch.csv", "--threads", "0"];
        Assert.That(folder.RunWith(French(invariant), arguments), Is.EqualTo(folder.Run(arguments)));
    }

    [TestCase("America/St_Johns")]
    [TestCase("Pacific/Kiritimati")]
    public void Score_OtherTimeZone_GivesTheSameReport(string zone)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        var plain = folder.Score("plain", "claims.csv");
        folder.RunWith(new Dictionary<string, string>(StringComparer.Ordinal) { ["TZ"] = zone }, "score", "claims.csv", "--out", "elsewhere");
        Assert.That(folder.Read("elsewhere/report.html"), Is.EqualTo(File.ReadAllText(Path.Combine(plain, "report.html"))));
    }

    [Test]
    public void Score_Plain_FitsEightyColumns()
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        Assert.That(folder.Run("score", "claims.csv", "--out", "out").Out.Split('\n').Max(line => line.TrimEnd().Length), Is.AtMost(80));
    }

    private static TestCaseData Case(string name, params (string Name, string Value)[] variables) =>
        new TestCaseData(variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal)).SetArgDisplayNames(name);

    private static Dictionary<string, string> French(string invariant) => new(StringComparer.Ordinal)
    {
        ["LANG"] = "fr_FR.UTF-8",
        ["LC_ALL"] = "fr_FR.UTF-8",
        ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant,
    };
}
