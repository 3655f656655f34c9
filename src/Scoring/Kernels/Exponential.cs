using System.Numerics;
using System.Runtime.CompilerServices;

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

    /// <summary>Exponentials of numbers that are at most 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Of(Vector<double> x)
    {
        x = Vector.MaxNative(x, new Vector<double>(Least));
        var shifted = (x * (1 / Math.Log(2))) + new Vector<double>(Rounding);
        var n = shifted - new Vector<double>(Rounding);
        var r = x - (n * LogTwoHigh) - (n * LogTwoLow);

        // 1 + r + r² Σ rᵏ⁻² / k! for k from 2 to 12: the large terms last, even and odd powers of the small ones side by side.
        var square = r * r;
        var even = (square * (1.0 / 479001600)) + new Vector<double>(1.0 / 3628800);
        var odd = (square * (1.0 / 39916800)) + new Vector<double>(1.0 / 362880);
        even = (even * square) + new Vector<double>(1.0 / 40320);
        odd = (odd * square) + new Vector<double>(1.0 / 5040);
        even = (even * square) + new Vector<double>(1.0 / 720);
        odd = (odd * square) + new Vector<double>(1.0 / 120);
        even = (even * square) + new Vector<double>(1.0 / 24);
        odd = (odd * square) + new Vector<double>(1.0 / 6);
        even = (even * square) + new Vector<double>(0.5);
        var sum = Vector<double>.One + (r + (square * (even + (odd * r))));
        return Vector.AsVectorDouble(Vector.AsVectorInt64(sum) + Vector.ShiftLeft(Vector.AsVectorInt64(shifted), BitsOfFraction));
    }
}
