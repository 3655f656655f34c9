using System.Globalization;
using Scoring.Calibrating;

namespace Scoring.Reporting;

/// <summary>What the scores rest on, in the words of the report: the rules and the corpus alone, or known answers of a corpus too.</summary>
/// <param name="Sentence">For the head of the report.</param>
/// <param name="Caption">For the table of claims.</param>
/// <param name="Term">The word for it.</param>
/// <param name="Meaning">What the word means.</param>
internal sealed record ReportBasis(string Sentence, string Caption, string Term, string Meaning)
{
    public static ReportBasis Of(ScoringRun run) => run.Calibration is { } calibration ? Calibrated(calibration) : Prior(run.KnownItems);

    private static ReportBasis Prior(int knownItems) => new(
        $"Scores are prior: by the rules and {(knownItems > 0 ? $"this corpus and {DisplayText.Counted(knownItems, "known answer")}" : "this corpus")} alone, not checked against outcomes.",
        "here prior: by the rules and this corpus alone",
        "Prior",
        "The scores follow from the rules and this corpus. They have not been compared with what turned out to be true.");

    private static ReportBasis Calibrated(Calibration calibration) => new(
        DisplayText.Visible(calibration.Summary),
        string.Create(CultureInfo.InvariantCulture, $"here calibrated on {calibration.GoldItems:#,0} known answers"),
        "Calibrated",
        "The scores follow from the rules and this corpus, and were then moved to how often scores of their size were right where the answers were known. That holds as far as this corpus is like the one with the answers.");
}
