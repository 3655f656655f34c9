namespace Scoring.Reporting;

/// <summary>How many claims have which credibility: ten bars from 0 to 1.</summary>
/// <param name="Bars">The bars.</param>
/// <param name="Summary">The chart in words.</param>
internal sealed record CredibilityHistogram(IReadOnlyList<HistogramBar> Bars, string Summary)
{
    /// <summary>Number of bars.</summary>
    public const int Bins = 10;

    private const double Left = 14;
    private const double Bottom = 134;
    private const double Tallest = 104;
    private const double BarWidth = 33;

    /// <summary>The bar in which a credibility falls.</summary>
    public static int BinOf(double credibility) => Math.Min(Bins - 1, (int)(credibility * Bins));

    /// <summary>The chart of the number of claims in each bar.</summary>
    public static CredibilityHistogram Of(IReadOnlyList<int> counts, Phrasing say)
    {
        var largest = Math.Max(1, counts.Max());
        var bars = counts.Select((count, bin) =>
        {
            var (x, height) = (Left + (bin * BarWidth), count == 0 ? 0 : Math.Max(2, Tallest * count / largest));
            var range = $"{say.Fixed(bin / (double)Bins, "0.0")}–{say.Fixed((bin + 1) / (double)Bins, "0.0")}";
            return new HistogramBar(
                DisplayText.Place(x + 1), DisplayText.Place(Bottom - height), DisplayText.Place(BarWidth - 2), DisplayText.Place(height),
                DisplayText.Place(x + (BarWidth / 2)), DisplayText.Place(Bottom - height - 5), count == 0 ? "" : say.Number(count), say.Short(count), range, DisplayText.Place(x), say.Fixed(bin / (double)Bins, "0.#"));
        }).ToArray();
        return new CredibilityHistogram(bars, string.Join("; ", bars.Zip(counts).Where(bar => bar.Second > 0).Select(bar => say.Say("{0} at {1}", say.Counted(bar.Second, "claim"), bar.First.Range))));
    }
}

/// <summary>A bar of a histogram.</summary>
internal sealed record HistogramBar(
    string X, string Y, string Width, string Height, string TextX, string TextY, string Count, string Label, string Range, string TickX, string Tick);
