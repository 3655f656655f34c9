namespace Scoring.Kernels;

/// <summary>
/// What a source gives to a pass and gets from it, as whole numbers: in so few bytes because a pass over a large corpus waits for
/// nothing but these, and side by side, since every assertion touches both.
/// </summary>
internal struct SourceCell
{
    /// <summary>Units of a nat in <see cref="Discrimination"/>.</summary>
    public const int UnitsPerNat = 1 << 26;

    /// <summary>Units of a hit in <see cref="Hits"/>: sums of whole numbers do not depend on the order of the terms.</summary>
    public const int UnitsPerHit = 1 << 24;

    /// <summary>What <see cref="Hits"/> stays below: what reaches it moves to the table.</summary>
    public const ulong Full = 1UL << 31;

    /// <summary>ln A − ln(1 − A) of its reliability A, in (−32, 32) nats.</summary>
    public int Discrimination;

    /// <summary>Its hits since they last moved to the table.</summary>
    public uint Hits;

    /// <param name="discrimination">In nats; beyond 31.9 as if it were that, odds of 10¹³.</param>
    public SourceCell(double discrimination) => Discrimination = (int)Math.Round(Math.Clamp(discrimination, -31.9, 31.9) * UnitsPerNat);
}
