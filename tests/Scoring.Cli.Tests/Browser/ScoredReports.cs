namespace Scoring.Cli.Tests.Browser;

/// <summary>Reports that several tests open.</summary>
internal static class ScoredReports
{
    /// <summary>The sample corpus.</summary>
    public static string Sample => In(Results.Of("sample"));

    /// <summary>The sample corpus in French.</summary>
    public static string French => In(Results.Of("sample", "--lang", "fr"));

    /// <summary>Every column, findings of most kinds, the classical methods, and known answers: a report with all its sections.</summary>
    public static string Rich => In(Results.Of("rich and known", LayRichAndKnown, "--panel", "--truth", "truth.csv"));

    /// <summary>The report of claims given as text.</summary>
    public static string Of(string claims) => In(Results.OfClaims(claims));

    private static string In(string results) => Path.Combine(results, "report.html");

    private static void LayRichAndKnown(TempFolder folder)
    {
        Corpora.Lay(folder, "rich");
        folder.Write("truth.csv", "item,value\nprotest-size,5000\n");
    }
}
