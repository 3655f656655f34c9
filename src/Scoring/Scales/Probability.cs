using System.Globalization;

namespace Scoring.Scales;

/// <summary>What all scales of probabilities share.</summary>
internal static class Probability
{
    public static void ThrowIfNone(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "must be a probability, from 0 to 1");
        }
    }

    /// <summary>The probability in percent to one decimal, never rounded to certainty.</summary>
    public static string Percent(double value) => value switch
    {
        0 or 1 => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0}%"),
        < 0.001 => "<0.1%",
        > 0.999 => ">99.9%",
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0}%"),
    };
}
