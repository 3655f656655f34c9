namespace Scoring.Kernels;

/// <summary>What a source gives to a pass and gets from it: side by side, since every assertion touches both.</summary>
internal struct SourceCell
{
    /// <summary>ln A − ln(1 − A) of its reliability A.</summary>
    public double Discrimination;

    /// <summary>Its hits so far, in units of 1 / <see cref="OneCoinPass.FixedPointScale"/>.</summary>
    public long Hits;
}
