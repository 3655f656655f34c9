using Scoring.Explaining;

namespace Scoring.Reporting;

/// <summary>Where the bars of a waterfall stand, from even odds to the score, on an axis of decibans and one of probability; in hundredths of their width.</summary>
/// <param name="Bars">The bars, a factor each, the score last.</param>
/// <param name="DbTicks">Ticks of the upper axis.</param>
/// <param name="ProbabilityTicks">Ticks of the lower axis.</param>
internal sealed record WaterfallChart(IReadOnlyList<WaterfallBar> Bars, IReadOnlyList<WaterfallTick> DbTicks, IReadOnlyList<WaterfallTick> ProbabilityTicks)
{
    private const double LeastTickGap = 11;
    private const double LeastReachDb = 8;
    private const double BeyondDb = 2;
    private const double ThinnestBar = 0.3;

    private static readonly double[] Percentages = [50, 80, 20, 95, 5, 99, 1, 99.9, 0.1];

    /// <summary>Draws the steps of a claim, those of one factor together.</summary>
    public static WaterfallChart Of(IReadOnlyList<BreakdownStep> steps, double scoreDb, ReportDetail detail, Phrasing say)
    {
        var factors = WaterfallFactor.Of(steps);
        var sums = new double[factors.Length + 1];
        for (var row = 0; row < factors.Length; row++)
        {
            sums[row + 1] = sums[row] + factors[row].Db;
        }

        var low = Math.Min(-LeastReachDb, Math.Min(scoreDb, sums.Min()) - BeyondDb);
        var high = Math.Max(LeastReachDb, Math.Max(scoreDb, sums.Max()) + BeyondDb);
        var figures = WaterfallFigures.ThatAddUp([.. factors.Select(factor => factor.Db)], scoreDb);
        double X(double db) => 100 * (db - low) / (high - low);

        var bars = factors.Select((factor, row) => Bar(
            row == 0 || factor.Group != factors[row - 1].Group ? say[factor.Group] : "", say.Words(factor.Factor), say.Db(figures[row]), factor.Kind,
            X(sums[row]), X(sums[row + 1]), factor.Reasons(figures[row], detail, say))).ToList();
        bars.Add(Bar(say["Sum"], say["score"], say.Db(scoreDb), "total", X(0), X(scoreDb), ([], "")));
        return new WaterfallChart(
            bars,
            Ticks(DbSteps(low, high).Select(db => (X(db), say.Db(db).Replace(say.Figure(".0"), "", StringComparison.Ordinal)))),
            Ticks(Percentages.Select(percent => (X(10 * Math.Log10(percent / (100 - percent))), say.Percent(percent, "0.#"))).Where(tick => tick.Item1 is > 0 and < 100)));
    }

    private static WaterfallBar Bar(
        string head, string label, string value, string kind, double from, double to, (IReadOnlyList<WaterfallReason> Reasons, string More) why) => new(
        head, label, value, kind, DisplayText.Place(Math.Min(from, to)), DisplayText.Place(Math.Max(ThinnestBar, Math.Abs(to - from))), DisplayText.Place(to), why.Reasons, why.More);

    private static IEnumerable<double> DbSteps(double low, double high)
    {
        var step = (high - low) switch { < 30 => 5, < 60 => 10, < 120 => 20, _ => 50 };
        for (var db = Math.Ceiling(low / step) * step; db <= high; db += step)
        {
            yield return db + 0;
        }
    }

    /// <summary>Keeps those ticks, the first named first, that leave room for the others' text.</summary>
    private static List<WaterfallTick> Ticks(IEnumerable<(double X, string Text)> wanted)
    {
        var kept = new List<(double X, string Text)>();
        foreach (var (x, text) in wanted)
        {
            if (kept.TrueForAll(tick => Math.Abs(tick.X - x) >= LeastTickGap))
            {
                kept.Add((x, text));
            }
        }

        return [.. kept.OrderBy(tick => tick.X).Select(tick => new WaterfallTick(DisplayText.Place(tick.X), tick.Text))];
    }
}

/// <summary>A bar of a waterfall.</summary>
/// <param name="Head">Heading of the group that it opens; empty if it opens none.</param>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its size in decibans.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="X">Where it begins on the left.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="End">Where the sum up to and including it stands.</param>
/// <param name="Reasons">What it is made of.</param>
/// <param name="More">How many of those are not shown.</param>
internal sealed record WaterfallBar(
    string Head, string Label, string Value, string Kind, string X, string Width, string End, IReadOnlyList<WaterfallReason> Reasons, string More);

/// <summary>What one source, or the claim as a whole, adds to a bar.</summary>
internal sealed record WaterfallReason(string Source, string WeightDb, string Why);

/// <summary>A tick of an axis.</summary>
internal sealed record WaterfallTick(string X, string Text);
