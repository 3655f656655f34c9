namespace Scoring.Inference.Panel;

/// <summary>Taking the value of highest score as the truth.</summary>
internal static class HardTruth
{
    /// <summary>0–1 loss of a vote for each claim: 0 for the item's highest score, 1 for the others; tied claims share the truth.</summary>
    /// <param name="votes">Who supports what.</param>
    /// <param name="score">Score of each claim; length claims.</param>
    public static double[] Misses(Votes votes, ReadOnlySpan<double> score)
    {
        const double tie = 1e-12;
        var miss = new double[votes.ClaimCount];
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (first, last) = (votes.FirstClaim[item], votes.FirstClaim[item + 1]);
            var (highest, tied) = (double.NegativeInfinity, 0);
            for (var claim = first; claim < last; claim++)
            {
                highest = Math.Max(highest, score[claim]);
            }

            var least = highest - (tie * Math.Abs(highest));
            for (var claim = first; claim < last; claim++)
            {
                tied += score[claim] >= least ? 1 : 0;
            }

            for (var claim = first; claim < last; claim++)
            {
                miss[claim] = score[claim] >= least ? 1 - (1.0 / tied) : 1;
            }
        }

        return miss;
    }
}
