using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Scoring.Kernels;

/// <summary>Exponentials of many numbers at once.</summary>
/// <remarks>
/// x = n ln 2 + r with |r| ≤ ½ ln 2 (Cody and Waite 1980), a Taylor polynomial in r, and n added to the exponent's bits: within 2 units in
/// the last place. Only additions and multiplications that every tier of the compiler rounds alike, and no branch on the lanes: the bits
/// depend on the number alone. <see cref="Vector512.Exp(Vector512{double})"/> fuses some of them or not, as the code happens to be compiled.
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

    /// <summary>Replaces numbers that are at most 0 by their exponentials.</summary>
    public static void OfAll(Span<Vector512<double>> numbers)
    {
        foreach (ref var eight in numbers)
        {
            eight = Of(eight);
        }
    }

    /// <summary>Exponential of a number that is at most 0.</summary>
    public static double Of(double x) => Of(Vector512.Create(x)).ToScalar();

    /// <summary>Exponentials of numbers that are at most 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x)
    {
        x = Vector512.MaxNative(x, Vector512.Create(Least));
        var shifted = (x * (1 / Math.Log(2))) + Vector512.Create(Rounding);
        var n = shifted - Vector512.Create(Rounding);
        var r = x - (n * LogTwoHigh) - (n * LogTwoLow);

        // 1 + r + r² Σ rᵏ⁻² / k! for k from 2 to 12: the large terms last, the small ones by twos, fours and eights (Estrin 1960), so that few wait for one another.
        var square = r * r;
        var fourth = square * square;
        var two = Vector512.Create(1.0 / 2) + (r * (1.0 / 6));
        var four = Vector512.Create(1.0 / 24) + (r * (1.0 / 120));
        var six = Vector512.Create(1.0 / 720) + (r * (1.0 / 5040));
        var eight = Vector512.Create(1.0 / 40320) + (r * (1.0 / 362880));
        var ten = Vector512.Create(1.0 / 3628800) + (r * (1.0 / 39916800)) + (square * (1.0 / 479001600));
        var sum = two + (square * four) + (fourth * (six + (square * eight) + (fourth * ten)));
        var result = Vector512<double>.One + (r + (square * sum));
        return (result.AsInt64() + Vector512.ShiftLeft(shifted.AsInt64(), BitsOfFraction)).AsDouble();
    }
}
