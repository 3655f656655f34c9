using Scoring.Calibrating;

namespace Scoring.Reporting;

/// <summary>What the scores rest on, in the words of the report: the rules and the corpus alone, or known answers of a corpus too.</summary>
/// <param name="Sentence">For the head of the report.</param>
/// <param name="Caption">For the table of claims.</param>
/// <param name="Term">The word for it.</param>
/// <param name="Meaning">What the word means.</param>
internal sealed record ReportBasis(string Sentence, string Caption, string Term, string Meaning)
{
    public static ReportBasis Of(ScoringRun run, Phrasing say) => run.Calibration is { } calibration ? Calibrated(calibration, say) : Prior(run.KnownItems, say);

    private static ReportBasis Prior(int knownItems, Phrasing say) => new(
        knownItems > 0
            ? say.Say("Scores are prior: by the rules and this corpus and {0} alone, not checked against outcomes.", say.Counted(knownItems, "known answer"))
            : say["Scores are prior: by the rules and this corpus alone, not checked against outcomes."],
        say["here prior: by the rules and this corpus alone"],
        say["Prior"],
        say["The scores follow from the rules and this corpus. They have not been compared with what turned out to be true."]);

    private static ReportBasis Calibrated(Calibration calibration, Phrasing say) => new(
        DisplayText.Visible(say.Sentence(calibration.Summary)),
        say.Say("here calibrated on {0} known answers", say.Number(calibration.GoldItems)),
        say["Calibrated"],
        say["The scores follow from the rules and this corpus, and were then moved to how often scores of their size were right where the answers were known. That holds as far as this corpus is like the one with the answers."]);
}
