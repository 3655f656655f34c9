using System.Runtime.ExceptionServices;

namespace Scoring.Reporting;

/// <summary>Work on all threads of which a failure is told as itself.</summary>
internal static class InParallel
{
    /// <summary>Does so many things in any order. Of several that fail the first is told.</summary>
    /// <param name="first">The number of the first.</param>
    /// <param name="end">The number after the last.</param>
    /// <param name="run">Does one of them.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="threads">Most threads; −1 for as many as there are.</param>
    public static void For(int first, int end, Action<int> run, CancellationToken cancellation, int threads = -1)
    {
        try
        {
            Parallel.For(first, end, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = threads }, run);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
