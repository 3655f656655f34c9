using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>The threads that share the passes of the one-coin model. Hits are whole numbers, so that any split gives the same bits.</summary>
internal sealed class OneCoinWorkers
{
    private readonly OneCoinWorker[] workers;

    /// <param name="threads">How many, at least 1.</param>
    /// <param name="sources">Number of sources.</param>
    /// <param name="numbers">Spreads of the sources; <see langword="null"/> where no values are numbers.</param>
    /// <param name="store">Where their columns lie.</param>
    public OneCoinWorkers(int threads, int sources, NumberScales? numbers, ColumnStore store) =>
        workers = [.. Enumerable.Range(0, threads).Select(_ => new OneCoinWorker(sources, numbers, store))];

    /// <summary>What inexact numbers told each of them in the last pass; where values are numbers.</summary>
    public NumberTally[] Numbers => [.. workers.Select(worker => worker.Numbers!)];

    /// <summary>One pass over all items.</summary>
    /// <param name="columns">The corpus, weighed.</param>
    /// <param name="terms">What the items bring along.</param>
    /// <param name="claimOffset">Weight added to each claim beside what is said of it; length claims, or empty.</param>
    /// <param name="discrimination">Log-odds of each source being right.</param>
    /// <param name="credibility">Credibility of each claim; receives the new ones.</param>
    /// <returns>The largest move of a credibility.</returns>
    public double Pass(OneCoinColumns columns, OneCoinTerms terms, Column<double> claimOffset, double[] discrimination, Column<double> credibility)
    {
        Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, worker => workers[worker].Pass(
            columns, terms, Runs.Of(worker, workers.Length, columns.FirstClaim.Length - 1), claimOffset, discrimination, credibility.AsSpan()));
        return workers.Max(worker => worker.Change);
    }

    /// <summary>Gives the tables of all threads back: there are no further passes.</summary>
    public void Release() => Array.ForEach(workers, worker => worker.Sources.Release());

    /// <summary>Expected hits of a source in the last pass.</summary>
    public double Hits(int source)
    {
        long units = 0;
        foreach (var worker in workers)
        {
            units += worker.Sources.Units(source);
        }

        return units / (double)SourceCell.UnitsPerHit;
    }
}
