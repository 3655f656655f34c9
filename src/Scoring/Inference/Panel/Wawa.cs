namespace Scoring.Inference.Panel;

/// <summary>
/// Worker agreement with aggregate: a majority vote, then a vote weighted by each source's agreement with it, as in Crowd-Kit
/// (Ustalov, Pavlichenko and Tseitlin 2024, doi:10.21105/joss.06227).
/// </summary>
/// <remarks>A vote for one of several tied values is right by its share of the tie, where Crowd-Kit takes one of them.</remarks>
internal sealed class Wawa : IPanelMethod
{
    public string Name => "wawa";

    public string Description => "a vote weighted by each source's agreement with the majority (as in Crowd-Kit, Ustalov et al. 2024)";

    public bool NeedsSharedLabels => false;

    public Answer Infer(Votes votes, CancellationToken cancellation)
    {
        var share = RightByMajority(votes);
        var skill = new double[votes.SourceCount];
        for (var source = 0; source < skill.Length; source++)
        {
            double right = 0;
            var claims = votes.ClaimOfSource.AsSpan(votes.FirstOfSource[source]..votes.FirstOfSource[source + 1]);
            foreach (var claim in claims)
            {
                right += share[claim];
            }

            skill[source] = claims.Length == 0 ? 0 : right / claims.Length;
        }

        cancellation.ThrowIfCancellationRequested();
        return new Answer(Weighted(votes, skill), new double[votes.ItemCount]);
    }

    /// <summary>For each claim 1 if it alone has the most votes of its item, its share of a tie if others have as many, else 0.</summary>
    private static double[] RightByMajority(Votes votes)
    {
        var share = new double[votes.ClaimCount];
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (most, tied) = (0, 0);
            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                var count = votes.FirstVote[claim + 1] - votes.FirstVote[claim];
                (most, tied) = count > most ? (count, 1) : (most, count == most ? tied + 1 : tied);
            }

            for (var claim = votes.FirstClaim[item]; claim < votes.FirstClaim[item + 1]; claim++)
            {
                share[claim] = votes.FirstVote[claim + 1] - votes.FirstVote[claim] == most ? 1.0 / tied : 0;
            }
        }

        return share;
    }

    /// <summary>The share of each claim in the weights of its item; where none of its sources has any weight, in their number.</summary>
    private static double[] Weighted(Votes votes, double[] skill)
    {
        var credibility = new double[votes.ClaimCount];
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (first, last) = (votes.FirstClaim[item], votes.FirstClaim[item + 1]);
            double all = 0;
            for (var claim = first; claim < last; claim++)
            {
                for (var vote = votes.FirstVote[claim]; vote < votes.FirstVote[claim + 1]; vote++)
                {
                    credibility[claim] += skill[votes.Source[vote]];
                }

                all += credibility[claim];
            }

            double count = votes.FirstVote[last] - votes.FirstVote[first];
            for (var claim = first; claim < last && count > 0; claim++)
            {
                credibility[claim] = all > 0 ? credibility[claim] / all : (votes.FirstVote[claim + 1] - votes.FirstVote[claim]) / count;
            }
        }

        return credibility;
    }
}
