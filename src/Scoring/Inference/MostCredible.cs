using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What the most credible value of an item is, and what is tied with it.</summary>
internal static class MostCredible
{
    /// <summary>Values as near as this are tied, as a share of them or in nats: sums of the same terms may differ in their last digits.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Whether a credibility is the highest or tied with it.</summary>
    public static bool Is(double credibility, double highest) => credibility >= highest * (1 - Tolerance);

    /// <summary>Whether a log-weight, in nats, is the highest or tied with it.</summary>
    public static bool IsOfLogs(double logWeight, double highest) => logWeight >= highest - Tolerance;

    /// <summary>Credibility of the most credible value: one that is named or the only one that is not.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="item">The item.</param>
    /// <param name="credibility">Credibility of each claim.</param>
    /// <param name="unnamed">Probability of each item that no named value is right.</param>
    public static double Of(Corpus corpus, int item, Column<double> credibility, Column<double> unnamed)
    {
        var highest = corpus.UnnamedHypotheses[item] == 1 ? unnamed[item] : 0;
        foreach (var ofClaim in credibility[corpus.FirstClaim[item]..corpus.FirstClaim[item + 1]])
        {
            highest = Math.Max(highest, ofClaim);
        }

        return highest;
    }
}
