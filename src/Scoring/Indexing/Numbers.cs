using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>The claims of a corpus as numbers, where its values are measurements.</summary>
/// <param name="OfClaim">Number of each claim; NaN where it is none, or something else stands on the item.</param>
/// <param name="Position">The same in typical deviations from other answers to the item: what differences of items of any magnitude have in common.</param>
/// <param name="Order">All claims; within an item by number, those that are none last.</param>
/// <param name="IsNumeric">Whether each item has two numbers or more, so that there are distances.</param>
/// <param name="Tolerance">How far apart numbers are one claim.</param>
/// <param name="Joined">With a tolerance, values that are no claim of their own, each with the one that stands for it; ascending.</param>
/// <param name="IsRelative">Whether distances are relative to the size of the numbers; see <see cref="NumberMeasure"/>.</param>
internal sealed record Numbers(
    double[] OfClaim, double[] Position, int[] Order, bool[] IsNumeric, Tolerance Tolerance, (int Item, int Value, int Name)[] Joined, bool IsRelative)
{
    /// <summary>Place of each claim in <see cref="Order"/>.</summary>
    public int[] Place { get; } = PlaceOf(Order);

    /// <summary>Numeric items.</summary>
    public int ItemCount => IsNumeric.Count(isNumeric => isNumeric);

    /// <summary>How far apart numbers are between two claims whose positions differ by one; of two that have one position, between the first and the nearest that has another.</summary>
    /// <param name="claim">The one claim.</param>
    /// <param name="other">The other, of the same item.</param>
    /// <param name="ofItem">The claims of the item.</param>
    /// <returns>0 where all have one position.</returns>
    public double PerPosition(int claim, int other, Range ofItem)
    {
        if (Position[claim] == Position[other])
        {
            var (nearest, distance) = (other, double.PositiveInfinity);
            for (var third = ofItem.Start.Value; third < ofItem.End.Value; third++)
            {
                var apart = Math.Abs(Position[third] - Position[claim]);
                (nearest, distance) = apart > 0 && apart < distance ? (third, apart) : (nearest, distance);
            }

            other = nearest;
        }

        return Position[claim] == Position[other] ? 0 : Math.Abs((OfClaim[claim] - OfClaim[other]) / (Position[claim] - Position[other]));
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
