namespace Scoring.Cli.Tests.Browser;

/// <summary>Reports that several tests open; each scored once.</summary>
[SetUpFixture]
public sealed class ScoredReports
{
    private static readonly TempFolder Folder = new();

    private static int count;

    /// <summary>The sample corpus.</summary>
    internal static string Sample => Path.Combine(Results.Of("sample"), "report.html");

    /// <summary>The sample corpus in French.</summary>
    internal static Lazy<string> French { get; } = new(() =>
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "sample");
        return Keep(folder.Score("out", "claims.csv", "--lang", "fr"));
    });

    /// <summary>Every column, findings of most kinds, the classical methods, and known answers: a report with all its sections.</summary>
    internal static Lazy<string> Rich { get; } = new(() =>
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        folder.Write("truth.csv", "item,value\nprotest-size,5000\n");
        return Keep(folder.Score("out", "claims.csv", "--panel", "--truth", "truth.csv"));
    });

    /// <summary>The report of claims given as text.</summary>
    internal static string Of(string claims) => Path.Combine(Results.OfClaims(claims), "report.html");

    [OneTimeTearDown]
    public void Remove() => Folder.Dispose();

    private static string Keep(string results)
    {
        var kept = Folder.PathOf($"{Interlocked.Increment(ref count)}.html");
        File.Copy(Path.Combine(results, "report.html"), kept);
        return kept;
    }
}
