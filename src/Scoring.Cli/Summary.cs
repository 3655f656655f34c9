using System.Globalization;
using Scoring.Explaining;
using Scoring.Reporting;
using Spectre.Console;

namespace Scoring.Cli;

/// <summary>What a run found, on one screen of eighty columns.</summary>
internal static class Summary
{
    private const int MostClaims = 15;
    private const int LongestItem = 80;
    private const int LongestValue = 40;
    private const int WidestTable = 80;

    /// <summary>Columns below which a claim would have no room beside its interval and its origins.</summary>
    private const int Narrow = 60;

    public static void Write(IAnsiConsole console, ScoringResult result, ClaimDigest digest, IReadOnlyList<string> files)
    {
        var run = result.Run;
        var items = result.Evidence.Corpus.ItemCount;
        console.WriteLine(
            $"{DisplayText.Counted(run.Rows, "assertion")} ({DisplayText.Counted(run.DuplicateRows, "duplicate")}), {DisplayText.Counted(items, "item")}, "
            + $"{DisplayText.Counted(result.Claims.Count, "claim")}, {DisplayText.Counted(result.Sources.Count, "source")}.");
        console.Write(ClaimTable(digest, Math.Min(WidestTable, console.Profile.Width)));
        if (result.Claims.Count > MostClaims)
        {
            console.WriteLine($"… and {DisplayText.Counted(result.Claims.Count - MostClaims, "more claim")} in {(digest.InWords(Phrasing.English).Length == 0 ? "the report" : "claims.csv")}.");
        }

        if (digest.InWords(Phrasing.English) is { Length: > 0 } explained)
        {
            Terminal.WriteSentences(console, $"Report and breakdown: {explained}");
        }

        var findings = Enum.GetValues<FindingKind>().Where(kind => result.FirstFindings.CountOf(kind) > 0).Select(kind => InWords(kind, result.FirstFindings.CountOf(kind))).ToArray();
        console.WriteLine(findings.Length == 0 ? "Nothing to look at." : $"To look at: {string.Join(", ", findings)}.");
        if (run.Calibration is { } applied)
        {
            Terminal.WriteSentences(console, PlainText.OneLine(applied.Summary));
        }

        if (run.LaterRows > 0)
        {
            console.WriteLine($"{DisplayText.Counted(run.LaterRows, "assertion")} later than the date to score as of left out.");
        }

        if (run.SkippedRows.Count > 0)
        {
            console.WriteLine($"{DisplayText.Counted(run.SkippedRowCount, "bad row")} skipped.");
        }

        console.WriteLine();

        // A path is for copying: it never wraps.
        console.Profile.Out.Writer.WriteLine($"Report: {PlainText.OneLine(files.First(file => file.EndsWith(".html", StringComparison.Ordinal)))}");
        if (files.FirstOrDefault(file => file.EndsWith("calibration.json", StringComparison.Ordinal)) is { } calibration)
        {
            console.Profile.Out.Writer.WriteLine($"For other corpora: --calibration {PlainText.OneLine(calibration)}");
        }
    }

    private static Table ClaimTable(ClaimDigest digest, int width)
    {
        var table = new Table { Border = TableBorder.Simple, Width = width };
        var isNarrow = width < Narrow;
        table.AddColumn(new TableColumn("Cred.").RightAligned().NoWrap());
        if (!isNarrow)
        {
            table.AddColumn(new TableColumn("90 %").NoWrap());
        }

        table.AddColumn(new TableColumn("dB").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Claim"));
        if (!isNarrow)
        {
            table.AddColumn(new TableColumn("Origins").RightAligned().NoWrap());
        }

        foreach (var claim in digest.Best)
        {
            var (credibility, weight, name) = (ClaimText.Credibility(claim, Phrasing.English), ClaimText.WeightDb(claim, Phrasing.English), InWords(claim));
            string[] cells = isNarrow
                ? [credibility, weight, name]
                : [credibility, ClaimText.Interval(claim, Phrasing.English), weight, name, claim.Origins.ToString(CultureInfo.InvariantCulture)];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        return table;
    }

    /// <summary>A claim with its item and its value cut apart: a long question must not hide the answer.</summary>
    private static string InWords(ClaimScore claim)
    {
        var item = PlainText.Short(claim.Item, LongestItem);
        return claim.Value == "true" ? item : $"{item} = {PlainText.Short(claim.Value, LongestValue)}";
    }

    private static string InWords(FindingKind kind, int count) => kind switch
    {
        FindingKind.Contradiction => DisplayText.Counted(count, "contradiction"),
        FindingKind.SelfContradiction => DisplayText.Counted(count, "self-contradiction"),
        FindingKind.DisputedQuote => DisplayText.Counted(count, "origin relayed with two answers", "origins relayed with two answers"),
        FindingKind.CircularReporting => DisplayText.Counted(count, "circle of reports", "circles of reports"),
        FindingKind.Copying => DisplayText.Counted(count, "pair of sources that share errors", "pairs of sources that share errors"),
        FindingKind.SharedOrigin => DisplayText.Counted(count, "shared origin"),
        FindingKind.AtOddsWithOrigin => DisplayText.Counted(count, "relay at odds with its origin", "relays at odds with their origin"),
        FindingKind.LoneSource => DisplayText.Counted(count, "claim on one origin alone", "claims on one origin alone"),
        _ => DisplayText.Counted(count, "withdrawn claim"),
    };
}
