using System.Numerics;

namespace Scoring.Kernels;

/// <summary>Exponentials of many numbers at once.</summary>
/// <remarks>
/// x = n ln 2 + r with |r| ≤ ½ ln 2 (Cody and Waite 1980), a Taylor polynomial in r, and n added to the exponent's bits: within 2 units in
/// the last place. Only additions and multiplications that every tier of the compiler rounds alike, and no branch on the lanes: the bits
/// depend on the number alone. <see cref="Vector.Exp(Vector{double})"/> fuses some of them or not, as the code happens to be compiled.
/// </remarks>
internal static class Exponential
{
    /// <summary>Below this the result is that of this: nothing beside 1, but not yet denormal.</summary>
    public const double Least = -700;

    private const double LogTwoHigh = 6.93145751953125e-1;
    private const double LogTwoLow = 1.42860682030941723212e-6;

    /// <summary>Adding it rounds to a whole number and leaves that in the low bits.</summary>
    private const double Rounding = 6755399441055744.0;

    private const int BitsOfFraction = 52;
    private const int Degree = 12;

    private static readonly double[] Coefficients = [.. Enumerable.Range(0, Degree + 1).Select(degree => 1 / MathNet.Numerics.SpecialFunctions.Factorial(degree))];

    /// <summary>Replaces numbers by their exponentials.</summary>
    /// <param name="numbers">At most 0; a whole vector longer than <paramref name="count"/>.</param>
    /// <param name="count">How many of them to replace.</param>
    public static void Of(Span<double> numbers, int count)
    {
        for (var i = 0; i < count; i += Vector<double>.Count)
        {
            Of(new Vector<double>(numbers[i..])).CopyTo(numbers[i..]);
        }
    }

    private static Vector<double> Of(Vector<double> x)
    {
        x = Vector.Max(x, new Vector<double>(Least));
        var shifted = (x * (1 / Math.Log(2))) + new Vector<double>(Rounding);
        var n = shifted - new Vector<double>(Rounding);
        var r = x - (n * LogTwoHigh) - (n * LogTwoLow);
        var sum = new Vector<double>(Coefficients[Degree]);
        for (var degree = Degree - 1; degree >= 0; degree--)
        {
            sum = (sum * r) + new Vector<double>(Coefficients[degree]);
        }

        return Vector.AsVectorDouble(Vector.AsVectorInt64(sum) + Vector.ShiftLeft(Vector.AsVectorInt64(shifted), BitsOfFraction));
    }
}
