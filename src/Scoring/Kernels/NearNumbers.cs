namespace Scoring.Kernels;

/// <summary>How far an answer agrees with a truth that is another number.</summary>
internal static class NearNumbers
{
    /// <summary>Degrees of freedom of the Student-t kernel: tails that a gross error moves little.</summary>
    public const double Freedom = 3;

    /// <summary>Claims looked at on either side of one, so that an item of thousands of numbers costs no square.</summary>
    public const int MostNeighbours = 128;

    private const double Reach = 20;

    /// <summary>The claims near one, in order of place: those that a source of the given scale may have meant.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="first">First place of the item in <see cref="NumberColumns.Order"/>.</param>
    /// <param name="end">End of the item there.</param>
    /// <param name="place">Place of the claim.</param>
    /// <param name="scale">Scale of the source.</param>
    /// <returns>First place and end; just the claim itself if it is no number.</returns>
    public static (int First, int End) Around(in NumberColumns numbers, int first, int end, int place, double scale)
    {
        var position = numbers.Position[numbers.Order[place]];
        var (from, to) = (place, place + 1);
        while (from > first && place - from < MostNeighbours && Math.Abs(numbers.Position[numbers.Order[from - 1]] - position) <= Reach * scale)
        {
            from--;
        }

        while (to < end && to - place <= MostNeighbours && Math.Abs(numbers.Position[numbers.Order[to]] - position) <= Reach * scale)
        {
            to++;
        }

        return (from, to);
    }

    /// <summary>Whether one number is among those <see cref="Around"/> another.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="place">Place of the one.</param>
    /// <param name="near">Place of the other, of the same item.</param>
    /// <param name="scale">Scale of the source.</param>
    public static bool AreNear(in NumberColumns numbers, int place, int near, double scale) => place == near
        || (Math.Abs(near - place) <= MostNeighbours && Math.Abs(numbers.Position[numbers.Order[near]] - numbers.Position[numbers.Order[place]]) <= Reach * scale);

    /// <summary>Agreement of two different claims: the Student-t density over its peak, times what nearness counts.</summary>
    /// <param name="nearness">What the nearest counts, in [0, 1].</param>
    /// <param name="distance">Distance of their positions in the source's scale.</param>
    /// <returns>In [0, 1].</returns>
    public static double Agreement(double nearness, double distance) => nearness * Kernel(distance);

    /// <summary>The Student-t density over its peak.</summary>
    public static double Kernel(double distance)
    {
        var fall = 1 + (distance * distance / Freedom);
        return 1 / (fall * fall);
    }

    /// <summary>What an assertion adds to the log-likelihood of a truth, above that of one it has nothing to do with.</summary>
    /// <param name="agreement">Agreement of the two, in [0, 1].</param>
    /// <param name="exact">What it adds where they are equal: the log-odds of being right by knowledge rather than by chance.</param>
    public static double Support(double agreement, double exact) => agreement == 1 ? exact : double.LogP1(agreement * (Math.Exp(exact) - 1));

    /// <summary>How probable it is that an assertion is right, if the truth is one with which it so agrees; also the slope of <see cref="Support"/> in <paramref name="exact"/>.</summary>
    public static double Right(double agreement, double exact)
    {
        var odds = Math.Exp(exact);
        return agreement == 1 ? 1 : agreement * odds / (1 - agreement + (agreement * odds));
    }
}
