using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Scoring.Kernels;

/// <summary>Natural logarithms of many numbers at once.</summary>
/// <remarks>
/// x = 2ⁿ m with m in [√½, √2), and ln m = 2 artanh f with f = (m − 1) / (m + 1), as a series in f² ≤ 0.0295: within 1e-15, or 4 units in the last place where that is more. As in
/// <see cref="Exponential"/> only what every tier of the compiler rounds alike: the bits depend on the number alone.
/// </remarks>
internal static class Logarithm
{
    private const double LogTwoHigh = 6.93145751953125e-1;
    private const double LogTwoLow = 1.42860682030941723212e-6;
    private const int BitsOfFraction = 52;
    private const long BitsOfOne = 0x3FF0000000000000;
    private const long BitsOfRootOfHalf = 0x3FE6A09E667F3BCD;
    private const long BitsOfRounding = 0x4338000000000000;
    private const double Rounding = 6755399441055744.0;

    /// <summary>Logarithms of numbers that are above 0, finite and not denormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x)
    {
        var bits = x.AsInt64();
        var n = Vector512.ShiftRightLogical(bits + Vector512.Create(BitsOfOne - BitsOfRootOfHalf), BitsOfFraction) - Vector512.Create(BitsOfOne >> BitsOfFraction);
        var m = (bits - Vector512.ShiftLeft(n, BitsOfFraction)).AsDouble();
        var twos = (n + Vector512.Create(BitsOfRounding)).AsDouble() - Vector512.Create(Rounding);
        var f = (m - Vector512<double>.One) / (m + Vector512<double>.One);

        // 2 f (1 + s / 3 + s² / 5 + … + s¹⁰ / 21): the small terms first, by twos and fours (Estrin 1960).
        var s = f * f;
        var square = s * s;
        var fourth = square * square;
        var two = Vector512.Create(1.0 / 3) + (s * (1.0 / 5));
        var four = Vector512.Create(1.0 / 7) + (s * (1.0 / 9));
        var six = Vector512.Create(1.0 / 11) + (s * (1.0 / 13));
        var eight = Vector512.Create(1.0 / 15) + (s * (1.0 / 17));
        var ten = Vector512.Create(1.0 / 19) + (s * (1.0 / 21));
        var sum = s * (two + (square * four) + (fourth * (six + (square * eight) + (fourth * ten))));
        return (twos * LogTwoHigh) + ((twos * LogTwoLow) + (2.0 * (f + (f * sum))));
    }
}
