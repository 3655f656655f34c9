namespace Scoring.Kernels;

/// <summary>What a pass over an item of numbers reads beside <see cref="OneCoinColumns"/>.</summary>
internal readonly struct NumberColumns
{
    /// <summary>Claims, within each item by position, those without one last.</summary>
    public required int[] Order { get; init; }

    /// <summary>Place of each claim in <see cref="Order"/>.</summary>
    public required int[] Place { get; init; }

    /// <summary>Position of each claim; NaN where it is no number.</summary>
    public required double[] Position { get; init; }

    /// <summary>Scale of each source: how far from the truth its inexact answers lie, in the unit of the positions; above 0.</summary>
    public required double[] Scale { get; init; }

    /// <summary>What the nearest of inexact answers counts beside an exact one, for each source, in [0, 1].</summary>
    public required double[] Nearness { get; init; }
}
