using System.Globalization;

namespace Scoring.Scales;

/// <summary>What all scales of probabilities share.</summary>
internal static class Probability
{
    private const double Half = 0.5;
    private const double InDoubt = 1e-9;

    private static readonly string[] Percents = [.. Enumerable.Range(0, 1001).Select(tenths => string.Create(CultureInfo.InvariantCulture, $"{tenths / 10m:0.0}%"))];

    public static void ThrowIfNone(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "must be a probability, from 0 to 1");
        }
    }

    /// <summary>A probability that a scale has no word for, in percent to one decimal.</summary>
    /// <param name="value">In [0, 1].</param>
    /// <param name="word">The words of the scale.</param>
    /// <returns>The number; "&lt;" or "&gt;" and a bound where rounding would print certainty or a number that has a word.</returns>
    /// <remarks>0 and 1 print a bound too: what is printed as 1 may be no more than the nearest double to an enormous weight.</remarks>
    public static string Percent(double value, Func<double, string?> word)
    {
        if (value < 0.001)
        {
            return "<0.1%";
        }

        if (value > 0.999)
        {
            return ">99.9%";
        }

        var tenths = Tenths(value);
        var printed = tenths / 1000.0;
        return word(printed) is null ? Percents[tenths] : (value < printed ? "<" : ">") + Percents[tenths];
    }

    /// <summary>Tenths of a percent; halves, in the digits that a double has for certain, are rounded up.</summary>
    private static int Tenths(double value)
    {
        var tenths = 1000 * value;
        return Math.Abs(tenths - Math.Floor(tenths) - Half) > InDoubt ? (int)Math.Floor(tenths + Half) : (int)Math.Round(1000 * (decimal)value, MidpointRounding.AwayFromZero);
    }
}
