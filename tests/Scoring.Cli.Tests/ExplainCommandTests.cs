namespace Scoring.Cli.Tests;

public sealed class ExplainCommandTests
{
    [Test]
    public void Explain_KnownItem_ExitsWithZero()
    {
        using var folder = NewFolder();
        Assert.That(folder.Run("explain", "claims.csv", "--item", "capital").ExitCode, Is.EqualTo(RunResult.Done));
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
            Does.Match(@"capital = Paris 0\.\d\d \(90 % interval [0-9.<>]+–[0-9.<>]+\), [+-]\d+\.\d dB: [a-z0-9. %<>-]+\. Admiralty number [1-6]\."));
    }

    [Test]
    public void Explain_OneValue_SaysHowConfidentAndOnHowManyOrigins()
    {
        using var folder = NewFolder();
        Assert.That(
            folder.Run("explain", "claims.csv", "--item", "capital", "--value", "Paris").Unwrapped,
            Does.Match(@"Confidence: (low|moderate|high), 2 independent origins of 2 supporting reports\."));
    }

    [Test]
    public void Explain_OneValue_SaysWhatWouldChangeIt()
    {
        using var folder = NewFolder();
        Assert.That(
            folder.Run("explain", "claims.csv", "--item", "capital", "--value", "Paris").Unwrapped,
            Does.Match(@"Most depends on (alice|bob|carol): without it the credibility would be [0-9.<>]+ instead of [0-9.<>]+\. The verdict would (flip|stay)\."));
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
        Assert.That(folder.Run("explain", "claims.csv", "--item", "capital", "--value", "Paris").Unwrapped, Does.Match("─ [^A-Za-z]*prior: "));
    }

    [TestCase("--item", "minister-resigned", "--value", "true")]
    [TestCase("--item", "successor", "--value", "Dupont")]
    public void Explain_RelatedClaim_NamesConsistency(params string[] arguments)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        Assert.That(folder.Run(["explain", "claims.csv", .. arguments]).Unwrapped, Does.Contain("consistency: "));
    }

    [Test]
    public void Explain_Claim_GivesTheCredibilityThatScoreGives()
    {
        using var folder = NewFolder();
        var scored = Table.Rows(
            Path.Combine(folder.Score("out", "claims.csv"), "claims.csv"), row => (Value: row.GetString("value"), Db: row.Parse<double>("weight_db")));
        var db = scored.Single(row => row.Value == "Paris").Db.ToString("+0.0;-0.0;0.0", System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(folder.Run("explain", "claims.csv", "--item", "capital", "--value", "Paris").Unwrapped, Does.Contain($", {db} dB: "));
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
