using Scoring.Indexing;

namespace Scoring.Kernels;

/// <summary>What each item brings along while the one-coin model learns; columns of length items.</summary>
internal readonly record struct OneCoinTerms
{
    /// <summary>Natural logarithm of the number of false alternatives.</summary>
    public required WeightColumn LogAlternatives { get; init; }

    /// <summary>Log-weight of there being an unnamed truth; −∞ where there is none.</summary>
    public required WeightColumn LogUnnamed { get; init; }

    /// <summary>How much the item teaches, in [0, 1].</summary>
    public required WeightColumn Teaching { get; init; }

    /// <summary>Items whose probabilities stay as they are; empty if there are none.</summary>
    public required bool[] IsSettled { get; init; }

    /// <summary>Items of numbers, which <see cref="NumberPass"/> goes over: blocks leave them and their sources alone. Empty if there are none.</summary>
    public required bool[] IsNumber { get; init; }
}
