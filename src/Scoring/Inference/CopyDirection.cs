using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>Who of two sources repeats whom, where times tell.</summary>
internal static class CopyDirection
{
    /// <summary>Values of both with a time each, of which one is later: fewer tell nothing.</summary>
    private const int LeastTold = 3;

    private const double ShareOfTold = 0.8;

    /// <summary>Puts the one first that speaks later on most of the unlikely values that both name.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="details">When they spoke.</param>
    /// <param name="entries">What they said.</param>
    /// <param name="credibility">Credibility of each statement.</param>
    public static CopyPair Of(CopyPair pair, AssertionDetails details, SaidBySource entries, Column<double> credibility)
    {
        var (later, earlier) = (0, 0);
        for (int i = entries.First[pair.Source], j = entries.First[pair.Of]; i < entries.First[pair.Source + 1] && j < entries.First[pair.Of + 1];)
        {
            var order = entries.Said[i].CompareTo(entries.Said[j]);
            var (mine, its) = (details.TimeOf(entries.Assertion[i]), details.TimeOf(entries.Assertion[j]));
            if (order == 0 && credibility[entries.Said[i]] < 0.5 && mine != AssertionDetails.NoTime && its != AssertionDetails.NoTime)
            {
                later += mine > its ? 1 : 0;
                earlier += mine < its ? 1 : 0;
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        var told = later + earlier;
        return told < LeastTold || Math.Max(later, earlier) < ShareOfTold * told ? pair
            : later > earlier ? pair with { IsDirected = true }
            : pair with { Source = pair.Of, Of = pair.Source, IsDirected = true };
    }
}
