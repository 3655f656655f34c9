using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// How much of each source's record is known: whether an assertion was right is seldom certain, and a record of likely hits tells less of a reliability than one of hits.
/// </summary>
/// <remarks>
/// Information on a reliability p, of n assertions right with probabilities q: that of the complete data, n p(1 − p), less what is missing, Σ q(1 − q)
/// (Louis 1982, doi:10.1111/j.2517-6161.1982.tb01203.x), both on the scale of log-odds. O(assertions).
/// </remarks>
internal sealed class MissingInformation
{
    private const double Unit = 1 << 20;

    /// <summary>What is left of a record of which next to nothing is known.</summary>
    private const double Least = 0.02;

    private readonly long[] missing;

    /// <param name="corpus">The assertions.</param>
    /// <param name="speaker">Source of each assertion.</param>
    /// <param name="credibility">Credibility of each claim, from which the records were learnt.</param>
    /// <param name="weightOf">Weight of the assertions of an item in the records: gets the item and the room for them.</param>
    /// <param name="limit">Most threads.</param>
    public MissingInformation(Corpus corpus, Column<int> speaker, Column<double> credibility, SourceSums.Terms weightOf, ParallelOptions limit)
    {
        missing = SourceSums.Of(corpus, speaker, limit, Unit, (item, terms) =>
        {
            weightOf(item, terms);
            var start = corpus.AssertionsOfItem(item).Start.Value;
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                var variance = credibility[claim] * (1 - credibility[claim]);
                var (first, last) = (corpus.FirstAssertion[claim] - start, corpus.FirstAssertion[claim + 1] - start);
                for (var i = first; i < last; i++)
                {
                    terms[i] *= variance;
                }
            }
        });
    }

    /// <summary>A reliability as far as it is known: of the same mean, and wider.</summary>
    /// <param name="source">The source.</param>
    /// <param name="reliability">Its reliability, prior and record.</param>
    /// <param name="records">The records.</param>
    public BetaDistribution Widened(int source, BetaDistribution reliability, SourceRecords records)
    {
        var complete = records.Weight[source] * reliability.Mean * (1 - reliability.Mean);
        var known = complete > 0 ? Math.Clamp(1 - (missing[source] / Unit / complete), Least, 1) : 1;
        return known == 1 ? reliability : BetaDistribution.FromMean(reliability.Mean, reliability.A + reliability.B - (records.Counted(source) * (1 - known)));
    }
}
