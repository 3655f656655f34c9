using MathNet.Numerics.Interpolation;
using Scoring.Evaluating;
using Scoring.Storage;

namespace Scoring.Calibrating;

/// <summary>Isotonic regression: straight lines between the centres of blocks, level beyond the outermost.</summary>
/// <remarks>
/// Pool adjacent violators (Ayer and others 1955, doi:10.1214/aoms/1177728423), then once more on the blocks' shares as
/// Laplace smooths them, (right + 1) / (items + 2), which are strictly inside (0, 1).
/// </remarks>
internal sealed class IsotonicMap : ICredibilityMap
{
    public const string Name = "isotonic";

    private readonly LinearSpline? line;

    /// <param name="credibility">Centre of each block, in [0, 1]; strictly ascending, at least one.</param>
    /// <param name="probability">Share of each block that is right, in (0, 1); never falling.</param>
    public IsotonicMap(double[] credibility, double[] probability)
    {
        (Credibility, Probability) = (credibility, probability);
        line = credibility.Length < 2 ? null : LinearSpline.InterpolateSorted(credibility, probability);
    }

    public double[] Credibility { get; }

    public double[] Probability { get; }

    public string Kind => Name;

    public double LogOdds(double logOdds)
    {
        var credibility = Math.Clamp(Logistic.Probability(logOdds), Credibility[0], Credibility[^1]);
        return Logistic.LogOdds(Math.Clamp(line?.Interpolate(credibility) ?? Probability[0], Probability[0], Probability[^1]));
    }

    public static IsotonicMap Fit(IReadOnlyList<GoldItem> gold)
    {
        var blocks = gold.UnlessStopped().GroupBy(item => item.Credibility).OrderBy(same => same.Key).UnlessStopped()
            .Select(same => new Block(same.Count(), same.Sum(item => item.Credibility), same.Sum(item => item.Right)));
        var pooled = Pool(Pool(blocks, block => block.Right / block.Items), block => block.Smoothed);
        return new IsotonicMap([.. pooled.Select(block => block.Credibility / block.Items)], [.. pooled.Select(block => block.Smoothed)]);
    }

    /// <summary>Joins neighbours until the values rise strictly.</summary>
    private static List<Block> Pool(IEnumerable<Block> blocks, Func<Block, double> value)
    {
        var pooled = new List<Block>();
        foreach (var block in blocks)
        {
            pooled.Add(block);
            while (pooled.Count > 1 && value(pooled[^2]) >= value(pooled[^1]))
            {
                pooled[^2] = pooled[^2].And(pooled[^1]);
                pooled.RemoveAt(pooled.Count - 1);
            }
        }

        return pooled;
    }

    /// <summary>Neighbouring items: how many, and the sums of their credibilities and of those that are right.</summary>
    private readonly record struct Block(int Items, double Credibility, double Right)
    {
        public double Smoothed => (Right + 1) / (Items + 2);

        public Block And(Block other) => new(Items + other.Items, Credibility + other.Credibility, Right + other.Right);
    }
}
