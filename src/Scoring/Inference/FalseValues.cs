using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>How many false values an open item seems to have: the odds against two wrong voices on it naming the same one.</summary>
/// <remarks>The named values alone would say too few, since each is there because somebody named it.</remarks>
internal static class FalseValues
{
    /// <summary>Pairs of wrong voices, all alike, from which the estimate starts.</summary>
    private const double PriorPairs = 4;

    /// <summary>The number over all open items with two named values or more; at least 1.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="columns">The votes, weighed.</param>
    /// <param name="credibility">Credibility of each claim as far as it is known.</param>
    /// <remarks>O(assertions). Summed over runs of items that do not depend on the threads.</remarks>
    public static double Of(Corpus corpus, OneCoinColumns columns, Column<double> credibility)
    {
        var blocks = corpus.Blocks;
        var parts = new (double Wrong, double Alike)[blocks.Length];
        Parallel.For(0, blocks.Length, corpus.Store.ThreadLimit, block =>
        {
            var sums = (0.0, 0.0);
            for (var item = blocks[block].First; item < blocks[block].Last; item++)
            {
                if (corpus.IsOpen(item) && corpus.NamedCount(item) > 1)
                {
                    Add(columns, item, credibility, ref sums);
                }
            }

            parts[block] = sums;
        });
        return (PriorPairs + parts.Sum(part => part.Wrong)) / (PriorPairs + parts.Sum(part => part.Alike));
    }

    private static void Add(in OneCoinColumns columns, int item, Column<double> credibility, ref (double Wrong, double Alike) sums)
    {
        var (all, squares, pairsAlike) = (0.0, 0.0, 0.0);
        for (var claim = columns.FirstClaim[item]; claim < columns.FirstClaim[item + 1]; claim++)
        {
            var (votes, ofClaim) = VotesFor(columns, claim);
            (all, squares, pairsAlike) = (all + votes, squares + ofClaim, pairsAlike + (votes * votes) - ofClaim);
        }

        for (var claim = columns.FirstClaim[item]; claim < columns.FirstClaim[item + 1]; claim++)
        {
            var (votes, ofClaim) = VotesFor(columns, claim);
            sums.Wrong += credibility[claim] * (((all - votes) * (all - votes)) - (squares - ofClaim));
            sums.Alike += credibility[claim] * (pairsAlike - (votes * votes) + ofClaim);
        }
    }

    /// <summary>The weight of the votes for a claim, and the sum of its squares.</summary>
    private static (double Votes, double Squares) VotesFor(in OneCoinColumns columns, int claim)
    {
        var (votes, squares) = (0.0, 0.0);
        for (var a = columns.FirstAssertion[claim]; a < columns.FirstAssertion[claim + 1]; a++)
        {
            var weight = columns.Denies.Length > 0 && columns.Denies[a] ? 0 : columns.Weight[a];
            votes += weight;
            squares += weight * weight;
        }

        return (votes, squares);
    }
}
