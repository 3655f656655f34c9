using Scoring.Explaining;

namespace Scoring.Reporting;

/// <summary>Where the parts of a waterfall stand: a bar a factor from even odds to the score, on an axis of decibans and one of probability.</summary>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Bottom">Where the bars end and the lower axis begins.</param>
/// <param name="Zero">Where even odds stand.</param>
/// <param name="Bars">The bars, the score last.</param>
/// <param name="DbTicks">Ticks of the upper axis.</param>
/// <param name="ProbabilityTicks">Ticks of the lower axis.</param>
/// <param name="Summary">The chart in words, for those who do not see it.</param>
internal sealed record WaterfallChart(
    string Height, string Bottom, string Zero, IReadOnlyList<WaterfallBar> Bars, IReadOnlyList<WaterfallTick> DbTicks,
    IReadOnlyList<WaterfallTick> ProbabilityTicks, string Summary)
{
    private const double Left = 150;
    private const double Right = 640;
    private const double Top = 34;
    private const double RowHeight = 26;
    private const double BarHeight = 16;
    private const double LeastTickGap = 44;
    private const double LeastReachDb = 8;

    private static readonly double[] Percentages = [50, 80, 20, 95, 5, 99, 1, 99.9, 0.1];

    /// <summary>Draws the steps of a claim, those of one factor together.</summary>
    public static WaterfallChart Of(IReadOnlyList<BreakdownStep> steps, double scoreDb)
    {
        var factors = steps.GroupBy(step => step.Factor).OrderBy(group => group.Key)
            .Select(group => (Factor: group.Key, Db: group.Sum(step => step.WeightDb), Count: group.Count(), Why: string.Join("; ", group.Take(4).Select(InWords))))
            .ToArray();
        var sums = factors.Aggregate(new List<double> { 0 }, (list, factor) => [.. list, list[^1] + factor.Db]);
        var low = Math.Min(-LeastReachDb, Math.Min(scoreDb, sums.Min()) - 2);
        var high = Math.Max(LeastReachDb, Math.Max(scoreDb, sums.Max()) + 2);
        var figures = WaterfallFigures.ThatAddUp([.. factors.Select(factor => factor.Db)], scoreDb);
        double X(double db) => Left + ((db - low) / (high - low) * (Right - Left));

        var bars = new List<WaterfallBar>();
        foreach (var (row, factor) in factors.Index())
        {
            var why = factor.Count > 4 ? $"{factor.Why}; and {factor.Count - 4} more" : factor.Why;
            bars.Add(Bar(row, DisplayText.Words(factor.Factor), sums[row], sums[row + 1], figures[row], factor.Db < 0 ? "minus" : "plus", why, X));
        }

        bars.Add(Bar(factors.Length, "score", 0, scoreDb, scoreDb, "total", "the sum of all bars", X));
        var bottom = Top + (bars.Count * RowHeight);
        return new WaterfallChart(
            DisplayText.Place(bottom + 34), DisplayText.Place(bottom), DisplayText.Place(X(0)), bars,
            Ticks(DbSteps(low, high).Select(db => (db, DisplayText.Db(db).Replace(".0", "", StringComparison.Ordinal))), X),
            Ticks(Percentages.Select(percent => (10 * Math.Log10(percent / (100 - percent)), $"{DisplayText.Number(percent)} %")).Where(tick => tick.Item1 > low && tick.Item1 < high), X),
            string.Join(", ", bars.Select(bar => $"{bar.Label} {bar.Value} dB")));
    }

    private static WaterfallBar Bar(int row, string label, double from, double to, double db, string kind, string why, Func<double, double> x)
    {
        var y = Top + (row * RowHeight);
        var (start, end) = (x(Math.Min(from, to)), x(Math.Max(from, to)));
        return new WaterfallBar(
            label, DisplayText.Db(db), kind, DisplayText.Place(start), DisplayText.Place(y + ((RowHeight - BarHeight) / 2)), DisplayText.Place(Math.Max(1, end - start)),
            DisplayText.Place(y + (RowHeight / 2) + 4), DisplayText.Place(x(to)), DisplayText.Place(y + (RowHeight * 1.5)), why);
    }

    private static IEnumerable<double> DbSteps(double low, double high)
    {
        var step = (high - low) switch { < 40 => 5, < 80 => 10, < 200 => 20, _ => 50 };
        for (var db = Math.Ceiling(low / step) * step; db <= high; db += step)
        {
            yield return db + 0;
        }
    }

    /// <summary>Keeps those ticks, the first named first, that leave room for the others' text.</summary>
    private static List<WaterfallTick> Ticks(IEnumerable<(double Db, string Text)> wanted, Func<double, double> x)
    {
        var kept = new List<(double X, string Text)>();
        foreach (var (db, text) in wanted)
        {
            if (kept.TrueForAll(tick => Math.Abs(tick.X - x(db)) >= LeastTickGap))
            {
                kept.Add((x(db), text));
            }
        }

        return [.. kept.OrderBy(tick => tick.X).Select(tick => new WaterfallTick(DisplayText.Place(tick.X), tick.Text))];
    }

    private static string InWords(BreakdownStep step) =>
        $"{(step.Source is null ? "" : $"{DisplayText.Visible(step.Source)}: ")}{DisplayText.Visible(step.Detail)} ({DisplayText.Db(step.WeightDb)} dB)";
}

/// <summary>A bar of a waterfall: its label, value, place, and the connector to the next.</summary>
internal sealed record WaterfallBar(
    string Label, string Value, string Kind, string X, string Y, string Width, string TextY, string EndX, string NextY, string Why);

/// <summary>A tick of an axis.</summary>
internal sealed record WaterfallTick(string X, string Text);
