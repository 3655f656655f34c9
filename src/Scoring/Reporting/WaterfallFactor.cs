using Scoring.Explaining;

namespace Scoring.Reporting;

/// <summary>The steps of one factor, which a waterfall draws as one bar.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Db">Their sum in decibans.</param>
/// <param name="Steps">The steps.</param>
internal sealed record WaterfallFactor(Factor Factor, double Db, IReadOnlyList<BreakdownStep> Steps)
{
    /// <summary>What kind of bar it is: what sources are worth, what is taken off that, or what others say.</summary>
    public string Group => Factor switch
    {
        Factor.Prior or Factor.BaseRate or Factor.SourceType or Factor.TrackRecord => "Base weights",
        Factor.Contradiction or Factor.Consistency or Factor.Competition => "Other claims and sources",
        Factor.KnownTruth or Factor.Calibration => "Known answers",
        _ => "Adjustments",
    };

    /// <summary>How the bar is drawn: towards or against the claim; adjustments apart.</summary>
    public string Kind => (Group == "Adjustments", Db < 0) switch
    {
        (true, true) => "minus adjust",
        (true, false) => "plus adjust",
        (false, true) => "minus",
        _ => "plus",
    };

    /// <summary>The factors of a breakdown in the order drawn.</summary>
    public static WaterfallFactor[] Of(IReadOnlyList<BreakdownStep> steps) =>
    [
        .. steps.GroupBy(step => step.Factor).OrderBy(group => group.Key == Factor.BaseRate ? 0 : (2 * (int)group.Key) - 1)
            .Select(group => new WaterfallFactor(group.Key, group.Sum(step => step.WeightDb), [.. group])),
    ];

    public IReadOnlyList<WaterfallReason> Reasons(ReportDetail detail, Phrasing say) =>
        [.. Steps.Take(Shown(detail)).Select(step => new WaterfallReason(DisplayText.Visible(step.Source), say.Db(step.WeightDb), DisplayText.Visible(say.Sentence(step.Detail))))];

    public string MoreReasons(ReportDetail detail, Phrasing say) => Shown(detail) == Steps.Count || Shown(detail) == 0 ? "" : say.Say(
        "and {0}: {1} dB together", say.Counted(Steps.Count - Shown(detail), "more step"), say.Db(Steps.Skip(Shown(detail)).Sum(step => step.WeightDb)));

    private int Shown(ReportDetail detail) =>
        Factor is Factor.BaseRate or Factor.Competition && !detail.Constants ? 0 : Math.Min(Steps.Count, detail.Reasons);
}
