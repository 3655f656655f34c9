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

    /// <summary>What the bar is made of, in figures that add up to its own as printed.</summary>
    /// <param name="figure">The bar as printed.</param>
    /// <param name="detail">How many reasons to show.</param>
    /// <param name="say">The language.</param>
    /// <returns>The reasons, and in a sentence what those left out come to; empty if none are.</returns>
    public (IReadOnlyList<WaterfallReason> Reasons, string More) Reasons(double figure, ReportDetail detail, Phrasing say)
    {
        var shown = Shown(detail);
        if (shown == 0)
        {
            return ([], "");
        }

        var weights = Steps.Take(shown).Select(step => step.WeightDb);
        var figures = WaterfallFigures.ThatAddUp([.. shown < Steps.Count ? weights.Append(Steps.Skip(shown).Sum(step => step.WeightDb)) : weights], figure);
        return (
            [.. Steps.Take(shown).Zip(figures, (step, db) => new WaterfallReason(DisplayText.Visible(step.Source), say.Db(db), DisplayText.Visible(say.Sentence(step.Detail))))],
            shown == Steps.Count ? "" : say.Say("and {0}: {1} dB together", say.Counted(Steps.Count - shown, "more step"), say.Db(figures[^1])));
    }

    private int Shown(ReportDetail detail) =>
        (Factor is Factor.Competition || Steps.All(step => step.Detail == Breakdown.LabelRates)) && !detail.Constants ? 0 : Math.Min(Steps.Count, detail.Reasons);
}
