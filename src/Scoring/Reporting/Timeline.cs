using System.Globalization;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Reporting;

/// <summary>When each source spoke on an item: a row a source, a dot an assertion.</summary>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Bottom">Where the axis stands.</param>
/// <param name="TickY">Where its texts stand.</param>
/// <param name="Rows">The sources.</param>
/// <param name="Dots">The assertions.</param>
/// <param name="Ticks">Ticks of the axis.</param>
/// <param name="LeftOut">How many sources are not shown.</param>
/// <param name="Summary">The drawing in words.</param>
internal sealed record Timeline(
    string Height, string Bottom, string TickY, IReadOnlyList<TimelineRow> Rows, IReadOnlyList<TimelineDot> Dots, IReadOnlyList<WaterfallTick> Ticks, string LeftOut, string Summary)
{
    private const double Left = 220;
    private const double Right = 680;
    private const double Top = 12;
    private const double RowHeight = 24;
    private const int MostRows = 20;
    private const int Room = 28;
    private const int Ticked = 4;

    /// <summary>Draws an item; <see langword="null"/> where fewer than two times are given.</summary>
    public static Timeline? Of(Evidence evidence, int item, Phrasing say)
    {
        var corpus = evidence.Corpus;
        if (corpus.Details.Time is not { } time)
        {
            return null;
        }

        var range = corpus.AssertionsOfItem(item);
        var timed = Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value).Where(a => time[a] != AssertionDetails.NoTime).ToArray();
        if (timed.Select(a => time[a]).Distinct().Count() < 2)
        {
            return null;
        }

        var (first, last) = (timed.Min(a => time[a]), timed.Max(a => time[a]));
        var format = timed.All(a => time[a] % TimeSpan.TicksPerDay == 0) || last - first >= TimeSpan.TicksPerDay * Ticked ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm";
        double X(double ticks) => Left + ((ticks - first) / (last - first) * (Right - Left));
        var all = timed.GroupBy(a => corpus.SourceOfAssertion[a]).OrderBy(group => group.Min(a => time[a])).ThenBy(group => group.Key).ToArray();
        var shown = all.Take(MostRows).ToArray();
        var dots = shown.SelectMany((group, row) => group.OrderBy(a => time[a]).Select(a => new TimelineDot(
            DisplayText.Place(X(time[a])), DisplayText.Place(Y(row)), Kind(evidence, a),
            $"{ReportAssertionBuilder.Time(time[a])}, {DisplayText.Visible(corpus.Sources[group.Key])}{say[": "]}{Says(corpus, a, say)}"))).ToArray();
        var bottom = Top + (shown.Length * RowHeight);
        return new Timeline(
            DisplayText.Place(bottom + 26), DisplayText.Place(bottom), DisplayText.Place(bottom + 19),
            [.. shown.Select((group, row) => new TimelineRow(DisplayText.Place(Y(row)), DisplayText.Place(Y(row) + 4), Fitted.To(DisplayText.Visible(corpus.Sources[group.Key]), Room)))],
            dots, [.. Enumerable.Range(0, Ticked).Select(tick => Tick(tick, first, last, format, X))],
            ReportModelBuilder.LeftOut(all.Length, MostRows, "source", say), string.Join("; ", dots.Select(dot => dot.Text)));
    }

    private static double Y(int row) => Top + ((row + 0.5) * RowHeight);

    private static WaterfallTick Tick(int tick, long first, long last, string format, Func<double, double> x)
    {
        var at = first + (long)((Int128)(last - first) * tick / (Ticked - 1));
        return new WaterfallTick(DisplayText.Place(x(at)), new DateTime(at, DateTimeKind.Utc).ToString(format, CultureInfo.InvariantCulture));
    }

    private static string Kind(Evidence evidence, int a) => evidence.Lineage.Status[a] != AssertionStatus.Active ? "void"
        : evidence.Corpus.Details.StanceOf(a) == Stance.Denies ? "minus" : "plus";

    private static string Says(Corpus corpus, int a, Phrasing say)
    {
        var claim = corpus.FirstAssertion.AsSpan().BinarySearch(a);
        for (claim = claim < 0 ? ~claim - 1 : claim; corpus.FirstAssertion[claim + 1] <= a;)
        {
            claim++;
        }

        var value = DisplayText.Visible(corpus.ValueText(claim));
        return corpus.Details.StanceOf(a) switch { Stance.Denies => say.Say("denies {0}", value), Stance.Retracts => say.Say("retracts {0}", value), _ => value };
    }
}

/// <summary>A source of a timeline.</summary>
internal sealed record TimelineRow(string Y, string TextY, string Text);

/// <summary>An assertion of a timeline.</summary>
internal sealed record TimelineDot(string X, string Y, string Kind, string Text);
