using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Kernels;

/// <summary>What a pass of the one-coin model reads.</summary>
internal readonly struct OneCoinColumns
{
    /// <summary>First claim of each item, then the number of claims.</summary>
    public required Column<int> FirstClaim { get; init; }

    /// <summary>First assertion of each claim, then the number of assertions.</summary>
    public required Column<int> FirstAssertion { get; init; }

    /// <summary>Source that weighs each assertion.</summary>
    public required Column<int> Speaker { get; init; }

    /// <summary>Weight of each assertion in full independent voices; 0 where it does not count.</summary>
    public required WeightColumn Weight { get; init; }

    /// <summary>Whether each assertion denies its claim; empty if none does.</summary>
    public required Column<bool> Denies { get; init; }

    /// <summary>Gives back what is not the corpus's own: nobody may use it afterwards.</summary>
    public void Release()
    {
        Weight.Release();
        Denies.Release();
    }
}
