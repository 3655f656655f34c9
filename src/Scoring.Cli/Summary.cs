using System.Globalization;
using Scoring.Explaining;
using Scoring.Reporting;
using Spectre.Console;

namespace Scoring.Cli;

/// <summary>What a run found, on one screen of eighty columns.</summary>
internal static class Summary
{
    private const int MostClaims = 15;
    private const int LongestClaim = 120;

    public static void Write(IAnsiConsole console, ScoringResult result, IReadOnlyList<string> files)
    {
        var run = result.Run;
        var items = result.Claims.Select(claim => claim.Item).Distinct(StringComparer.Ordinal).Count();
        console.WriteLine(
            $"{DisplayText.Counted(run.Rows, "assertion")} ({DisplayText.Counted(run.DuplicateRows, "duplicate")}), {DisplayText.Counted(items, "item")}, "
            + $"{DisplayText.Counted(result.Claims.Count, "claim")}, {DisplayText.Counted(result.Sources.Count, "source")}.");
        console.Write(ClaimTable(result));
        if (result.Claims.Count > MostClaims)
        {
            console.WriteLine($"… and {DisplayText.Counted(result.Claims.Count - MostClaims, "more claim")} in the report.");
        }

        var findings = result.Findings.GroupBy(finding => finding.Kind).Select(group => InWords(group.Key, group.Count())).ToArray();
        console.WriteLine(findings.Length == 0 ? "Nothing to look at." : $"To look at: {string.Join(", ", findings)}.");
        if (run.Calibration is { } applied)
        {
            console.WriteLine(PlainText.OneLine(applied.Summary));
        }

        if (run.SkippedRows.Count > 0)
        {
            console.WriteLine($"{DisplayText.Counted(run.SkippedRows.Count, "bad row")} skipped.");
        }

        console.WriteLine();

        // A path is for copying: it never wraps.
        console.Profile.Out.Writer.WriteLine($"Report: {files.First(file => file.EndsWith(".html", StringComparison.Ordinal))}");
        if (files.FirstOrDefault(file => file.EndsWith("calibration.json", StringComparison.Ordinal)) is { } calibration)
        {
            console.Profile.Out.Writer.WriteLine($"For other corpora: --calibration {calibration}");
        }
    }

    private static Table ClaimTable(ScoringResult result)
    {
        var table = new Table { Border = TableBorder.Simple, Width = 80 };
        table.AddColumn(new TableColumn("Cred.").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("90 %").NoWrap());
        table.AddColumn(new TableColumn("dB").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Claim"));
        table.AddColumn(new TableColumn("Origins").RightAligned().NoWrap());
        foreach (var claim in result.Claims.OrderByDescending(claim => claim.WeightDb).ThenBy(claim => claim.Item, StringComparer.Ordinal).Take(MostClaims))
        {
            table.AddRow(
                new Text(DisplayText.Probability(claim.Credibility)),
                new Text(DisplayText.Interval(claim.Low, claim.High)),
                new Text(DisplayText.Db(claim.WeightDb)),
                new Text(PlainText.Short(claim.Value == "true" ? claim.Item : $"{claim.Item} = {claim.Value}", LongestClaim)),
                new Text(claim.Origins.ToString(CultureInfo.InvariantCulture)));
        }

        return table;
    }

    private static string InWords(FindingKind kind, int count) => kind switch
    {
        FindingKind.Contradiction => DisplayText.Counted(count, "contradiction"),
        FindingKind.SelfContradiction => DisplayText.Counted(count, "self-contradiction"),
        FindingKind.CircularReporting => DisplayText.Counted(count, "circle of reports", "circles of reports"),
        FindingKind.Copying => DisplayText.Counted(count, "pair of sources that share errors", "pairs of sources that share errors"),
        FindingKind.SharedOrigin => DisplayText.Counted(count, "shared origin"),
        FindingKind.AtOddsWithOrigin => DisplayText.Counted(count, "relay at odds with its origin", "relays at odds with their origin"),
        FindingKind.LoneSource => DisplayText.Counted(count, "claim on one origin alone", "claims on one origin alone"),
        _ => DisplayText.Counted(count, "withdrawn claim"),
    };
}
