using System.Globalization;

namespace Scoring.Cli;

/// <summary>Progress in words.</summary>
internal static class ProgressText
{
    private const int BarWidth = 16;
    private const double Million = 1e6;

    public static string Underway(ScoringProgress progress, TimeSpan elapsed) => progress.Stage switch
    {
        "reading" when progress.Total > 0 && progress.Done > 0 => Text(
            $"reading    {Bar(progress)} {100.0 * progress.Done / progress.Total,3:0} % of {progress.Total / Million:#,0.0} MB, {Rate(progress, elapsed)}, {Left(progress, elapsed)} left"),
        "reading" when progress.Done > 0 => Text($"reading    {progress.Done / Million:#,0.0} MB, {Rate(progress, elapsed)}"),
        "learning" => Text($"learning   pass {progress.Done}, largest change {progress.Change:0.0e0}, {Time(elapsed)}"),
        "writing" => Text($"writing    {progress.Done:#,0} rows, {progress.Done / elapsed.TotalSeconds:#,0} rows/s"),
        _ => $"{What(progress)}, {Time(elapsed)}",
    };

    public static string Finished(ScoringProgress progress, TimeSpan elapsed) => progress.Stage switch
    {
        "reading" when Math.Max(progress.Done, progress.Total) > 0 => Text(
            $"reading    {Math.Max(progress.Done, progress.Total) / Million:#,0.0} MB in {Time(elapsed)}"),
        "learning" => Text($"learning   {progress.Done} passes in {Time(elapsed)}"),
        "writing" => Text($"writing    {progress.Done:#,0} rows in {Time(elapsed)}"),
        _ => $"{What(progress)} in {Time(elapsed)}",
    };

    private static string What(ScoringProgress progress) => progress.Stage switch
    {
        "indexing" => Text($"indexing   {progress.Total:#,0} rows"),
        "comparing" => "comparing  with the classical methods",
        "explaining" => Text($"explaining {progress.Total:#,0} claims"),
        _ => progress.Stage,
    };

    private static string Bar(ScoringProgress progress)
    {
        var full = (int)Math.Min(BarWidth, BarWidth * progress.Done / progress.Total);
        return $"{new string('█', full)}{new string('░', BarWidth - full)}";
    }

    private static string Rate(ScoringProgress progress, TimeSpan elapsed) => Text($"{progress.Done / Million / elapsed.TotalSeconds:#,0.0} MB/s");

    private static string Left(ScoringProgress progress, TimeSpan elapsed) => Time(elapsed * (Math.Max(0, progress.Total - progress.Done) / (double)progress.Done));

    private static string Time(TimeSpan time) => time.TotalSeconds < 10 ? Text($"{time.TotalSeconds:0.0} s")
        : time.TotalSeconds < 100 ? Text($"{time.TotalSeconds:0} s")
        : Text($"{Math.Floor(time.TotalMinutes):0} min {time.Seconds} s");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
