using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Scoring.Reading;

/// <summary>How far apart two numbers may lie and still be one answer: the larger of an absolute and a relative distance.</summary>
public readonly record struct Tolerance
{
    private const string Or = " or ";
    private const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Distance in the unit of the values; finite, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public double Absolute
    {
        get;
        init => field = double.IsFinite(value) && value >= 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Absolute must be finite and at least 0.");
    }

    /// <summary>Distance as a share of the number that more assertions name; at least 0 and below 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
    public double Relative
    {
        get;
        init => field = value is >= 0 and < 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Relative must be at least 0 and below 1.");
    }

    /// <summary>How far from a number others are still the same answer.</summary>
    /// <param name="number">A finite number.</param>
    internal double Around(double number) => Math.Max(Absolute, Relative * Math.Abs(number));

    /// <summary>Whether another number is the same answer as one, up to rounding: 1.05 − 1 is not quite 0.05.</summary>
    internal bool Joins(double number, double other)
    {
        const double rounding = 1e-15;
        var reach = Around(number);
        return Math.Abs(other - number) <= (reach == 0 ? 0 : reach + (rounding * Math.Abs(number)));
    }

    /// <summary>Whether numbers that are one double are the same answer though they differ in further digits.</summary>
    /// <param name="number">The double.</param>
    internal bool JoinsWithin(double number) => Around(number) >= Math.BitIncrement(Math.Abs(number)) - Math.Abs(number);

    /// <summary>Parses a distance such as <c>0.5</c>, a share such as <c>1%</c>, or both as <c>0.5 or 1%</c>.</summary>
    /// <param name="text">The text, without regard to culture.</param>
    /// <param name="tolerance">What it says.</param>
    /// <returns>Whether it is a number of at least 0, a percentage of at least 0 and below 100, or the one and then the other.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Tolerance tolerance)
    {
        var trimmed = (text ?? "").Trim();
        var parts = trimmed.Split(Or);
        var (distance, share) = (0.0, 0.0);
        var isValid = trimmed.EndsWith('%')
            ? parts.Length <= 2 && (parts.Length == 1 || TryDistance(parts[0], out distance)) && TryShare(parts[^1][..^1], out share)
            : TryDistance(trimmed, out distance);
        tolerance = isValid ? new Tolerance { Absolute = distance, Relative = share } : default;
        return isValid;
    }

    /// <summary>The text that <see cref="TryParse"/> reads back to the last bit; both parts if both are above 0.</summary>
    public override string ToString() => (Absolute, Relative) switch
    {
        (var distance, 0) => distance.ToString(CultureInfo.InvariantCulture),
        (0, var share) => Percent(share),
        var (distance, share) => distance.ToString(CultureInfo.InvariantCulture) + Or + Percent(share),
    };

    private static bool TryDistance(string text, out double distance) => double.TryParse(text, Style, CultureInfo.InvariantCulture, out distance) && double.IsFinite(distance);

    /// <summary>Parses a percentage without its sign. Its point is moved in the text: 1.3 / 100 is not quite 0.013.</summary>
    private static bool TryShare(string text, out double share)
    {
        var (digits, exponent) = Parts(text);
        share = 0;
        return exponent is { } power && TryDistance(text, out _) && TryDistance(Scaled(digits, power - 2L), out share) && share < 1;
    }

    private static string Percent(double share)
    {
        var text = share.ToString(CultureInfo.InvariantCulture);
        return Parts(text) is (var digits, int power and not 0)
            ? Scaled(digits, power + 2L) + '%'
            : (100 * decimal.Parse(text, CultureInfo.InvariantCulture)).ToString("0.############################", CultureInfo.InvariantCulture) + '%';
    }

    /// <summary>A number's digits, and its power of ten: 0 where it has none, <see langword="null"/> where it is no power.</summary>
    private static (string Digits, int? Power) Parts(string text)
    {
        var end = text.IndexOfAny(['e', 'E']);
        return end < 0 ? (text, 0) : (text[..end], int.TryParse(text.AsSpan(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) ? power : null);
    }

    private static string Scaled(string digits, long power) => string.Create(CultureInfo.InvariantCulture, $"{digits}E{power}");
}
