using Scoring.Explaining;
using Scoring.Reporting;
using Spectre.Console;

namespace Scoring.Cli;

/// <summary>The waterfall of the report in characters: a bar a factor, from even odds to the score, then what each bar is made of.</summary>
internal sealed class Waterfall
{
    private const int LabelWidth = 15;
    private const int ValueWidth = 7;
    private const int MostReasons = 12;
    private const int NarrowestChart = 16;
    private const double LeastReachDb = 8;
    private const double BeyondDb = 2;

    private static readonly Phrasing Say = Phrasing.English;
    private static readonly double[] Percentages = [50, 95, 5, 80, 20, 99, 1, 99.9, 0.1, 99.999, 0.001];

    private readonly IAnsiConsole console;
    private readonly WaterfallFactor[] factors;
    private readonly double[] sums;
    private readonly double[] figures;
    private readonly double score;
    private readonly double low;
    private readonly double high;
    private readonly int cells;

    public Waterfall(IAnsiConsole console, IReadOnlyList<BreakdownStep> steps, double score)
    {
        (this.console, this.score) = (console, score);
        factors = WaterfallFactor.Of(steps);
        sums = [.. factors.Aggregate(new List<double> { 0 }, (list, factor) => [.. list, list[^1] + factor.Db])];
        figures = WaterfallFigures.ThatAddUp([.. factors.Select(factor => factor.Db)], score);
        low = Math.Min(-LeastReachDb, Math.Min(score, sums.Min()) - BeyondDb);
        high = Math.Max(LeastReachDb, Math.Max(score, sums.Max()) + BeyondDb);
        cells = Math.Max(NarrowestChart, console.Profile.Width - LabelWidth - ValueWidth - 3);
    }

    public void Write()
    {
        WriteAxis("", "dB", Decibels().Select(db => (db, Say.Db(db).Replace(".0", "", StringComparison.Ordinal))));
        for (var bar = 0; bar < factors.Length; bar++)
        {
            if (bar == 0 || factors[bar].Group != factors[bar - 1].Group)
            {
                console.Write(new Text($"{factors[bar].Group}\n", new Style(decoration: Decoration.Bold)));
            }

            WriteBar(Say.Words(factors[bar].Factor), figures[bar], sums[bar], sums[bar + 1], factors[bar].Kind);
        }

        console.Write(new Text("Sum\n", new Style(decoration: Decoration.Bold)));
        WriteBar("score", score, 0, score, score < 0 ? "total minus" : "total");
        WriteAxis("probability", "", Percentages.Select(percent => (10 * Math.Log10(percent / (100 - percent)), $"{Say.Number(percent)} %")));
        console.Write(new Text("█ for, ░ against; ▓ ▒ adjustments; │ even odds\n", new Style(decoration: Decoration.Dim)));
    }

    /// <summary>What each bar is made of.</summary>
    public void WriteReasons()
    {
        var grid = new Grid { Width = console.Profile.Width };
        grid.AddColumn(new GridColumn().NoWrap().RightAligned().PadLeft(2).PadRight(1));
        grid.AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        var detail = new ReportDetail(MostReasons, 0, Constants: true);
        foreach (var (factor, figure) in factors.Zip(figures))
        {
            var (reasons, more) = factor.Reasons(figure, detail, Say);
            grid.AddRow(new Text(""), new Text(Say.Words(factor.Factor), new Style(decoration: Decoration.Bold)));
            foreach (var reason in reasons)
            {
                grid.AddRow(new Text(reason.WeightDb), new Text(reason.Source.Length == 0 ? reason.Why : $"{reason.Source}: {reason.Why}"));
            }

            if (more.Length > 0)
            {
                grid.AddRow(new Text(""), new Text(more));
            }
        }

        console.Write(grid);
    }

    private void WriteBar(string label, double db, double from, double to, string kind)
    {
        var (start, end) = (Cell(Math.Min(from, to)), Cell(Math.Max(from, to)));
        end = db == 0 ? start : Math.Max(end, start + 1);
        var zero = Cell(0);
        console.Write(new Text($"  {label.PadRight(LabelWidth - 2)}{Say.Db(db),ValueWidth}  "));
        console.Write(new Text(Blank(0, start, zero)));
        console.Write(new Text(new string(Character(kind), end - start), StyleOf(kind)));
        console.Write(new Text($"{Blank(end, Math.Max(end, zero + 1), zero)}\n"));
    }

    private static string Blank(int from, int to, int zero) => string.Create(to - from, (from, zero), static (span, at) =>
    {
        span.Fill(' ');
        if (at.zero >= at.from && at.zero - at.from < span.Length)
        {
            span[at.zero - at.from] = '│';
        }
    });

    private static char Character(string kind) => kind switch
    {
        "plus adjust" => '▓',
        "minus adjust" => '▒',
        "minus" or "total minus" => '░',
        _ => '█',
    };

    private static Style StyleOf(string kind) => new(kind switch
    {
        "plus" => Color.Green,
        "minus" => Color.Red,
        "plus adjust" => Color.Teal,
        "minus adjust" => Color.Olive,
        _ => Color.Blue,
    });

    /// <summary>Writes the ticks that leave room for the text of those before them, the first named first.</summary>
    private void WriteAxis(string label, string unit, IEnumerable<(double Db, string Text)> ticks)
    {
        var line = new char[cells];
        Array.Fill(line, ' ');
        foreach (var (db, text) in ticks.Where(tick => tick.Db > low && tick.Db < high))
        {
            var start = Math.Clamp(Cell(db) - (text.Length / 2), 0, cells - text.Length);
            if (line.AsSpan(Math.Max(0, start - 1), Math.Min(cells, start + text.Length + 1) - Math.Max(0, start - 1)).IndexOfAnyExcept(' ') < 0)
            {
                text.AsSpan().CopyTo(line.AsSpan(start));
            }
        }

        console.Write(new Text($"  {label.PadRight(LabelWidth - 2)}{unit,ValueWidth}  {new string(line).TrimEnd()}\n", new Style(decoration: Decoration.Dim)));
    }

    private IEnumerable<double> Decibels()
    {
        var step = (high - low) switch { < 30 => 5, < 60 => 10, < 120 => 20, _ => 50 };
        yield return 0;
        for (var db = Math.Ceiling(low / step) * step; db <= high; db += step)
        {
            yield return db + 0;
        }
    }

    private int Cell(double db) => Math.Clamp((int)Math.Round((cells - 1) * (db - low) / (high - low), MidpointRounding.AwayFromZero), 0, cells - 1);
}
