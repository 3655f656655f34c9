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
    public static void For(int first, int end, Action<int> run, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(first, end, new ParallelOptions { CancellationToken = cancellation }, run);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
