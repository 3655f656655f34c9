using System.Diagnostics;
using System.Globalization;

namespace Scoring.Cli;

/// <summary>Measures how long each stage of a run takes.</summary>
internal sealed class StageClock
{
    private readonly List<(string Stage, double Seconds, double Processor)> stages = [];
    private string stage = "starting";
    private long since = Stopwatch.GetTimestamp();
    private TimeSpan processor = Environment.CpuUsage.TotalTime;

    /// <summary>Progress that is measured and passed on.</summary>
    public IProgress<ScoringProgress> Before(IProgress<ScoringProgress>? next) => new Watched(this, next);

    /// <summary>All stages with their seconds, up to now.</summary>
    public IReadOnlyList<(string Stage, double Seconds, double Processor)> Stages
    {
        get
        {
            Enter("done");
            return stages.AsReadOnly();
        }
    }

    /// <summary>Bytes of memory at the peak.</summary>
    public static long PeakBytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>All stages with their seconds, and the memory at its peak.</summary>
    public string InWords() => string.Join(", ", Stages.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{stage.Stage} {stage.Seconds:0.000} s ({stage.Processor:0.000} s of processor time)")))
        + string.Create(CultureInfo.InvariantCulture, $", peak {PeakBytes / 1048576.0:0} MiB");

    private void Enter(string next)
    {
        if (next != stage)
        {
            var used = Environment.CpuUsage.TotalTime;
            stages.Add((stage, Stopwatch.GetElapsedTime(since).TotalSeconds, (used - processor).TotalSeconds));
            (stage, since, processor) = (next, Stopwatch.GetTimestamp(), used);
        }
    }

    private sealed class Watched(StageClock clock, IProgress<ScoringProgress>? next) : IProgress<ScoringProgress>
    {
        public void Report(ScoringProgress value)
        {
            clock.Enter(value.Stage);
            next?.Report(value);
        }
    }
}
