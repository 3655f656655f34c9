using System.Globalization;

namespace Scoring.Reading;

/// <summary>How far apart two numbers may lie and still be one answer: the larger of an absolute and a relative distance.</summary>
public readonly record struct Tolerance
{
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

    /// <summary>Parses a distance such as <c>0.5</c>, or a share such as <c>1%</c>.</summary>
    /// <param name="text">The text, without regard to culture.</param>
    /// <param name="tolerance">What it says.</param>
    /// <returns>Whether it is a number of at least 0, or a percentage of at least 0 and below 100.</returns>
    public static bool TryParse(string text, out Tolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var isShare = trimmed.EndsWith('%');
        var isNumber = double.TryParse(
            isShare ? trimmed[..^1] : trimmed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number);
        var isValid = isNumber && double.IsFinite(number) && (!isShare || number < 100);
        tolerance = !isValid ? default : isShare ? new Tolerance { Relative = number / 100 } : new Tolerance { Absolute = number };
        return isValid;
    }

    /// <summary>The text that <see cref="TryParse"/> reads; both parts if both are above 0.</summary>
    public override string ToString() => (Absolute, Relative) switch
    {
        (var distance, 0) => distance.ToString(CultureInfo.InvariantCulture),
        (0, var share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share}%"),
        var (distance, share) => string.Create(CultureInfo.InvariantCulture, $"{distance} or {100 * share}%"),
    };
}
