using System.Diagnostics;

namespace Scoring.Cli;

/// <summary>
/// One line of a terminal that says how far a run is. It appears when a stage has taken a second; when such a stage ends, its line
/// stays and says how long it took.
/// </summary>
internal sealed class ProgressLine : IProgress<ScoringProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly TextWriter terminal;
    private readonly Func<int> width;
    private readonly Timer timer;
    private ScoringProgress current = new("reading", 0, 0, 0);
    private long began = Stopwatch.GetTimestamp();
    private int shown;

    public ProgressLine(TextWriter terminal, Func<int> width)
    {
        (this.terminal, this.width) = (terminal, width);
        timer = new Timer(_ => Draw(), state: null, Patience, Interval);
    }

    public void Report(ScoringProgress value)
    {
        lock (gate)
        {
            if (value.Stage != current.Stage)
            {
                Leave();
                began = Stopwatch.GetTimestamp();
            }

            current = value;
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            Leave();
            current = default;
        }
    }

    private void Draw()
    {
        lock (gate)
        {
            var elapsed = Stopwatch.GetElapsedTime(began);
            if (current.Stage is not null && elapsed >= Patience)
            {
                Show(ProgressText.Underway(current, elapsed));
            }
        }
    }

    private void Leave()
    {
        if (shown > 0)
        {
            Show(ProgressText.Finished(current, Stopwatch.GetElapsedTime(began)));
            terminal.WriteLine();
            shown = 0;
        }
    }

    private void Show(string text)
    {
        var line = text[..Math.Min(text.Length, width())];
        terminal.Write($"\r{line}{new string(' ', Math.Max(0, shown - line.Length))}");
        terminal.Flush();
        shown = line.Length;
    }
}
