using System.Globalization;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Reporting;

/// <summary>When each source spoke on an item: a row a source, a dot an assertion.</summary>
/// <param name="Width">Width of the drawing.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Left">Where the axis begins.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="NameX">Where the names of the sources end.</param>
/// <param name="Bottom">Where the axis stands.</param>
/// <param name="TickY">Where its texts stand.</param>
/// <param name="Rows">The sources.</param>
/// <param name="Dots">The assertions.</param>
/// <param name="Ticks">Ticks of the axis.</param>
/// <param name="LeftOut">How many sources are not shown.</param>
/// <param name="Summary">The drawing in words.</param>
internal sealed record Timeline(
    string Width, string Height, string Left, string Right, string NameX, string Bottom, string TickY, IReadOnlyList<TimelineRow> Rows, IReadOnlyList<TimelineDot> Dots, IReadOnlyList<WaterfallTick> Ticks, string LeftOut, string Summary)
{
    private const double LeastLeft = 220;
    private const double Length = 460;
    private const double Margin = 80;
    private const double NameGap = 14;

    /// <summary>As wide as a letter of a name is at most, but for a few.</summary>
    private const double LetterWidth = 8.5;
    private const double Top = 12;
    private const double RowHeight = 24;
    private const int MostRows = 20;
    private const int Room = 60;
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
        var isByDay = timed.All(a => time[a] % TimeSpan.TicksPerDay == 0) || last - first >= TimeSpan.TicksPerDay * Ticked;
        if (isByDay)
        {
            (first, last) = (first - (first % TimeSpan.TicksPerDay), Math.Min(DateTime.MaxValue.Ticks, last + TimeSpan.TicksPerDay - 1 - ((last + TimeSpan.TicksPerDay - 1) % TimeSpan.TicksPerDay)));
        }

        var all = timed.GroupBy(a => corpus.SourceOfAssertion[a]).OrderBy(group => group.Min(a => time[a])).ThenBy(group => group.Key).ToArray();
        var shown = all.Take(MostRows).ToArray();
        var names = Array.ConvertAll(shown, group => Fitted.To(DisplayText.Visible(corpus.Sources[group.Key]), Room));
        var left = Math.Max(LeastLeft, (names.Max(Fitted.RoomOf) * LetterWidth) + (2 * NameGap));
        double X(double ticks) => left + ((ticks - first) / (last - first) * Length);
        var dots = shown.SelectMany((group, row) => group.OrderBy(a => time[a]).Select(a => new TimelineDot(
            DisplayText.Place(X(time[a])), DisplayText.Place(Y(row)), Kind(evidence, a),
            $"{ReportAssertionBuilder.Time(time[a])}, {DisplayText.Visible(corpus.Sources[group.Key])}{say[": "]}{Says(corpus, a, say)}"))).ToArray();
        var bottom = Top + (shown.Length * RowHeight);
        return new Timeline(
            DisplayText.Place(left + Length + Margin), DisplayText.Place(bottom + 26), DisplayText.Place(left), DisplayText.Place(left + Length), DisplayText.Place(left - NameGap),
            DisplayText.Place(bottom), DisplayText.Place(bottom + 19),
            [.. names.Select((name, row) => new TimelineRow(DisplayText.Place(Y(row)), DisplayText.Place(Y(row) + 4), name))],
            dots, [.. Enumerable.Range(0, Ticked).Select(tick => Tick(tick, first, last, isByDay, X)).DistinctBy(tick => tick.Text, StringComparer.Ordinal)],
            ReportModelBuilder.LeftOut(all.Length, MostRows, "source", say), string.Join("; ", dots.Select(dot => dot.Text)));
    }

    private static double Y(int row) => Top + ((row + 0.5) * RowHeight);

    /// <summary>A tick; where days are named, at the beginning of one.</summary>
    private static WaterfallTick Tick(int tick, long first, long last, bool isByDay, Func<double, double> x)
    {
        var at = first + (long)((Int128)(last - first) * tick / (Ticked - 1));
        at = isByDay ? at - (at % TimeSpan.TicksPerDay) : at;
        return new WaterfallTick(DisplayText.Place(x(at)), new DateTime(at, DateTimeKind.Utc).ToString(isByDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
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
