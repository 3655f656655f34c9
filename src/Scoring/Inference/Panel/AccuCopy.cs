namespace Scoring.Inference.Panel;

/// <summary>
/// ACCU with copy detection (DEPEN with accuracies): like <see cref="Accu"/>, where a vote counts for as much of it as is not copied
/// (Dong, Berti-Équille and Srivastava 2009, doi:10.14778/1687627.1687690).
/// </summary>
/// <remarks>
/// The paper's α = 0.2, c = 0.8; the first pass knows no copying, then copying, votes and accuracies are estimated in turn until no
/// item's truth changes. It need not come to that (copying found lowers the vote, the lower vote finds more copying), so it ends after
/// ten passes at the latest. A shared value counts as true to the degree of its probability. Two departures from the paper keep it
/// from comparing all sources with all: see <see cref="SourcePairs"/> and <see cref="IndependentShares"/>.
/// </remarks>
internal sealed class AccuCopy : IPanelMethod
{
    private const int MostPasses = 10;

    public string Name => "accu-copy";

    public string Description => "ACCU with copy detection: votes by accuracy, less what is probably copied (Dong et al. 2009)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var answer = new Answer(new double[votes.ClaimCount], new double[votes.ItemCount]);
        var (accuracy, falseValues) = (new double[votes.SourceCount], Accu.FalseValues(votes));
        Array.Fill(accuracy, Accu.InitialAccuracy);
        var pairs = SourcePairs.Of(votes, cancellation);
        var (copying, shares) = (new CopyDetection(votes, pairs), new IndependentShares(votes, pairs));
        var (misses, isSettled) = (HardTruth.Misses(votes, answer.Credibility), false);
        for (var pass = 0; pass < MostPasses && !isSettled; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (pass > 0)
            {
                copying.Detect(answer.Credibility, Array.ConvertAll(accuracy, Accu.Bounded), falseValues, cancellation);
                shares.Update(copying.Probability, cancellation);
            }

            Vote(votes, Array.ConvertAll(accuracy, a => Accu.Score(a, falseValues)), shares.OfVote, falseValues, answer);
            VoteArithmetic.MeanToSources(votes, answer.Credibility, accuracy);
            var before = misses;
            misses = HardTruth.Misses(votes, answer.Credibility);
            isSettled = pass > 0 && before.AsSpan().SequenceEqual(misses);
        }

        return answer;
    }

    private static void Vote(Votes votes, double[] score, double[] share, int falseValues, Answer answer)
    {
        var evidence = new double[votes.ClaimCount];
        for (var claim = 0; claim < evidence.Length; claim++)
        {
            for (var vote = votes.FirstVote[claim]; vote < votes.FirstVote[claim + 1]; vote++)
            {
                evidence[claim] += share[vote] * score[votes.Source[vote]];
            }
        }

        VoteArithmetic.SoftMax(votes, evidence, falseValues + 1, answer);
    }
}
