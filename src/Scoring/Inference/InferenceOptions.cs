namespace Scoring.Inference;

/// <summary>How long and on how many threads to iterate.</summary>
internal sealed record InferenceOptions
{
    public int Threads { get; init; } = Environment.ProcessorCount;

    public int MostIterations { get; init; } = 500;

    /// <summary>Stops when no credibility moved further than this.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Called after each pass with its number and the largest change of a credibility.</summary>
    public Action<int, double>? Progress { get; init; }

    public CancellationToken Cancellation { get; init; }
}
