using Scoring.Kernels;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What one thread works with while the one-coin model learns.</summary>
/// <param name="sources">Number of sources.</param>
/// <param name="numbers">Spreads of the sources; <see langword="null"/> where no values are numbers.</param>
/// <param name="store">Where its columns lie.</param>
internal sealed class OneCoinWorker(int sources, NumberScales? numbers, ColumnStore store)
{
    private readonly OneCoinRoom room = new();

    /// <summary>What the sources give, and got in the last pass.</summary>
    public SourceTable Sources { get; } = new(sources, store);

    /// <summary>What inexact numbers told in it; <see langword="null"/> where no values are numbers.</summary>
    public NumberTally? Numbers { get; } = numbers is null ? null : new NumberTally(sources);

    /// <summary>Largest move of a credibility in it.</summary>
    public double Change { get; private set; }

    /// <summary>Passes over a run of items: block by block, and over those of numbers one by one.</summary>
    /// <param name="columns">The corpus, weighed.</param>
    /// <param name="terms">What the items bring along.</param>
    /// <param name="run">First item of the run, and the first after it.</param>
    /// <param name="claimOffset">Weight added to each claim beside what is said of it; length claims, or empty.</param>
    /// <param name="discrimination">Log-odds of each source being right.</param>
    /// <param name="credibility">Credibility of each claim; receives those of the run.</param>
    public void Pass(in OneCoinColumns columns, in OneCoinTerms terms, (int First, int Last) run, Column<double> claimOffset, double[] discrimination, Span<double> credibility)
    {
        Sources.Start(discrimination);
        Numbers?.Clear();
        Change = 0;
        for (int start = run.First, end; start < run.Last; start = end)
        {
            var row = columns.FirstAssertion[columns.FirstClaim[start]];
            for (end = start + 1; end < run.Last && columns.FirstAssertion[columns.FirstClaim[end + 1]] - row <= OneCoinBlock.Rows;)
            {
                end++;
            }

            if (numbers is null || numbers.IsNumber.AsSpan(start, end - start).Contains(false))
            {
                Change = Math.Max(Change, OneCoinBlock.Pass(columns, terms, (start, end), claimOffset, Sources, room, credibility));
            }

            for (var item = start; item < end && numbers is not null; item++)
            {
                if (numbers.ColumnsOf(item) is { } near)
                {
                    PassNumbers(columns, terms, item, near, claimOffset, discrimination, credibility);
                }
            }
        }
    }

    private void PassNumbers(
        in OneCoinColumns columns, in OneCoinTerms terms, int item, NumberColumns near, Column<double> claimOffset, double[] discrimination, Span<double> credibility)
    {
        var (firstClaim, lastClaim) = (columns.FirstClaim[item], columns.FirstClaim[item + 1]);
        var (start, end) = (columns.FirstAssertion[firstClaim], columns.FirstAssertion[lastClaim]);
        room.Fit(1, lastClaim - firstClaim, end - start);
        var weight = room.Weights[..(end - start)];
        columns.Weight.CopyTo(start, weight);
        if (terms.IsSettled.Length == 0 || !terms.IsSettled[item])
        {
            var probability = room.Probabilities[..(lastClaim - firstClaim)];
            NumberPass.LogWeights(columns, weight, near, item, discrimination, claimOffset, terms.LogAlternatives[item], probability);
            OneCoinPass.Softmax(probability, terms.LogUnnamed[item]);
            for (var i = 0; i < probability.Length; i++)
            {
                Change = Math.Max(Change, Math.Abs(probability[i] - credibility[firstClaim + i]));
                credibility[firstClaim + i] = probability[i];
            }
        }

        if (terms.Teaching[item] > 0)
        {
            Numbers!.ShareMeant = numbers!.ShareMeant;
            NumberPass.AddHits(
                columns, weight, near, item, discrimination, terms.LogAlternatives[item], credibility.Slice(firstClaim, lastClaim - firstClaim), terms.Teaching[item], Sources, Numbers);
        }
    }
}
