using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>The claims of a corpus as numbers, where its values are measurements.</summary>
/// <param name="OfClaim">Number of each claim; NaN where it is none or the item is not numeric.</param>
/// <param name="Position">The same in typical deviations from other answers to the item: what differences of items of any magnitude have in common.</param>
/// <param name="Order">All claims; within an item by number, those that are none last.</param>
/// <param name="IsNumeric">Whether each item has two numbers or more.</param>
/// <param name="Tolerance">How far apart numbers are one claim.</param>
/// <param name="IsRelative">Whether distances are relative to the size of the numbers; see <see cref="NumberMeasure"/>.</param>
internal sealed record Numbers(double[] OfClaim, double[] Position, int[] Order, bool[] IsNumeric, Tolerance Tolerance, bool IsRelative)
{
    /// <summary>Place of each claim in <see cref="Order"/>.</summary>
    public int[] Place { get; } = PlaceOf(Order);

    /// <summary>Numeric items.</summary>
    public int ItemCount => IsNumeric.Count(isNumeric => isNumeric);

    /// <summary>The claim of an item that a number belongs to: the nearest that is within tolerance of it; −1 if none is.</summary>
    public int Find(int firstClaim, int endClaim, double number)
    {
        var (nearest, distance) = (-1, double.PositiveInfinity);
        for (var claim = firstClaim; claim < endClaim; claim++)
        {
            var apart = Math.Abs(OfClaim[claim] - number);
            if (Tolerance.Joins(OfClaim[claim], number) && apart < distance)
            {
                (nearest, distance) = (claim, apart);
            }
        }

        return nearest;
    }

    private static int[] PlaceOf(int[] order)
    {
        var place = new int[order.Length];
        for (var p = 0; p < order.Length; p++)
        {
            place[order[p]] = p;
        }

        return place;
    }
}
