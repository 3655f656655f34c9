using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Inference.Panel;

/// <summary>Majority vote: the credibility of a value is its share of the sources that speak on the item, each source counted once.</summary>
internal static class MajorityVote
{
    /// <summary>Counts the votes of every item. Denials are votes for nothing; an item without votes has none.</summary>
    public static Answer Infer(Corpus corpus)
    {
        var credibility = new double[corpus.ClaimCount];
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            double all = 0;
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                all += credibility[claim] = Voters(corpus, claim);
            }

            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                credibility[claim] = all == 0 ? 0 : credibility[claim] / all;
            }
        }

        return new Answer(credibility, new double[corpus.ItemCount]);
    }

    private static int Voters(Corpus corpus, int claim)
    {
        var (voters, last) = (0, -1);
        for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
        {
            // The assertions of a claim are in order of their sources.
            if (corpus.Details.StanceOf(a) == Stance.Supports && corpus.SourceOfAssertion[a] != last)
            {
                last = corpus.SourceOfAssertion[a];
                voters++;
            }
        }

        return voters;
    }
}
