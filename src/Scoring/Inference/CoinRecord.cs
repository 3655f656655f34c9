using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What one reliability a source teaches about a corpus.</summary>
/// <param name="Repeated">For each assertion, how much of other assertions that say the same it repeats; empty if none does.</param>
/// <param name="Pairs">Sources that clearly repeat one another.</param>
/// <param name="Prior">Each source's reliability before its record, as the corpus has its type.</param>
/// <param name="FalseValues">How many false values an open item seems to have.</param>
/// <param name="Passes">Passes over the corpus.</param>
/// <param name="HasSettled">Whether the last ones changed nothing.</param>
internal sealed record CoinRecord(Column<double> Repeated, List<CopyPair> Pairs, BetaDistribution[] Prior, double FalseValues, int Passes, bool HasSettled)
{
    /// <summary>The evidence as it was learnt from.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Credibility of each claim as it was learnt, as if one of the named values were right.</summary>
    public required Column<double> Credibility { get; init; }

    /// <summary>What relations tell claims.</summary>
    public required RelationMessages Relations { get; init; }

    /// <summary>What claims weigh beside what is said of them.</summary>
    public required ClaimOffsets Offsets { get; init; }

    /// <summary>What was learnt of popular values.</summary>
    public required ValuePopularity Popularity { get; init; }

    /// <summary>What was learnt of numbers; <see langword="null"/> where no values are numbers.</summary>
    public required NumberScales? Numbers { get; init; }

    /// <summary>To stand behind the choice of a model.</summary>
    public string CopyingInWords => Pairs.Count > 0 ? ", sources that repeat one another discounted" : "";
}
