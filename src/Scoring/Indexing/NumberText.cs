using System.Globalization;
using System.Numerics;

namespace Scoring.Indexing;

/// <summary>Reads a value as a number and its unit, in no culture's but one spelling: ASCII digits, a point for decimals.</summary>
internal static class NumberText
{
    private const string Separators = ", \u00A0\u202F";
    private const string UnitSigns = "%\u2030\u00B0\u00B2\u00B3\u00B5\u03A9/$\u20AC\u00A3\u00A5";
    private const int LongestUnit = 12;
    private const int Longest = 64;

    /// <summary>Parses a number with or without a unit.</summary>
    public static bool TryParse(string text, out double number) => TryParse(text, out number, out _);

    /// <summary>Parses a finite number such as <c>1200</c>, <c>-0.5</c>, <c>1.2e3</c>, <c>1,200,000.5</c>, <c>12.5 km</c>, <c>80%</c> or <c>$3</c>.</summary>
    /// <remarks>
    /// Thousands may be set apart by one kind of separator (comma, space, no-break space), in groups of three digits
    /// throughout. A unit is a sign of currency before the number, or letters and signs after it. What starts with a needless zero (<c>007</c>, <c>02139</c>) is a code, not a number.
    /// </remarks>
    public static bool TryParse(string text, out double number, out ReadOnlySpan<char> unit)
    {
        Span<char> plain = stackalloc char[Longest];
        number = double.NaN;
        if (!TryPlain(text, plain, out var isNegative, out var length, out unit)
            || !double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var size)
            || !double.IsFinite(size))
        {
            return false;
        }

        number = isNegative && size != 0 ? -size : size;
        return true;
    }

    /// <summary>A number as its sign, its digits without zeros at either end, and the power of ten of the last: the same for equal numbers and for no others, though they be one double.</summary>
    /// <param name="text">A number; its unit does not count.</param>
    public static string Digits(string text)
    {
        Span<char> plain = stackalloc char[Longest];
        _ = TryPlain(text, plain, out var isNegative, out var length, out _);
        ReadOnlySpan<char> all = plain[..length];
        var end = all.IndexOfAny('e', 'E') is var exponent and >= 0 ? exponent : length;
        var point = all[..end].IndexOf('.') is var found and >= 0 ? found : end;
        var digits = string.Concat(all[..point], all[Math.Min(end, point + 1)..end]).TrimStart('0');
        var last = (end == length ? 0 : BigInteger.Parse(all[(end + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) - Math.Max(0, end - point - 1);
        var significant = digits.TrimEnd('0');
        return significant.Length == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{(isNegative ? "-" : "")}{significant}e{last + (digits.Length - significant.Length)}");
    }

    /// <summary>The unit of a value; empty where it is no number or has none.</summary>
    public static ReadOnlySpan<char> UnitOf(string text) => TryParse(text, out _, out var unit) ? unit : default;

    /// <summary>Whether a value stands for "nothing known" beside numbers or labels.</summary>
    public static bool IsMissing(string text) => text.Trim().ToUpperInvariant() is "" or "-" or "?" or "N/A" or "NA" or "NULL" or "UNKNOWN" or "UNCLEAR" or "INCONNU";

    private static ReadOnlySpan<char> WithoutUnit(ReadOnlySpan<char> text, out ReadOnlySpan<char> unit)
    {
        if (char.GetUnicodeCategory(text[0]) == UnicodeCategory.CurrencySymbol)
        {
            unit = text[..1];
            return text[1..].TrimStart();
        }

        var end = text.Length;
        while (end > 0 && (char.IsLetter(text[end - 1]) || UnitSigns.Contains(text[end - 1], StringComparison.Ordinal)))
        {
            end--;
        }

        unit = text.Length - end <= LongestUnit ? text[end..] : default;
        return unit.IsEmpty ? text : text[..end].TrimEnd();
    }

    /// <summary>Takes a text apart and copies its digits, point and exponent without sign, separators and unit.</summary>
    /// <returns>Whether it may be a number.</returns>
    private static bool TryPlain(string text, scoped Span<char> plain, out bool isNegative, out int length, out ReadOnlySpan<char> unit)
    {
        var trimmed = text.AsSpan().Trim();
        (isNegative, length) = (false, 0);
        unit = default;
        if (trimmed.Length is 0 or > Longest)
        {
            return false;
        }

        trimmed = WithoutUnit(trimmed, out unit);
        isNegative = trimmed.Length > 0 && trimmed[0] is '-' or '\u2212';
        return trimmed.Length > 0 && TryPlain(isNegative || trimmed[0] == '+' ? trimmed[1..] : trimmed, plain, out length);
    }

    /// <summary>Copies digits, point and exponent without separators.</summary>
    private static bool TryPlain(ReadOnlySpan<char> text, scoped Span<char> plain, out int length)
    {
        length = 0;
        var whole = text.IndexOfAny('.', 'e', 'E') is var end and >= 0 ? text[..end] : text;
        var separator = whole.IndexOfAny(Separators);
        if (whole.Length > 0 && (!char.IsAsciiDigit(whole[0]) || (whole[0] == '0' && whole.Length > 1)))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i < whole.Length && separator >= 0 && text[i] == whole[separator])
            {
                // Groups of three from the point leftwards, the first of one to three digits.
                if ((whole.Length - i) % 4 != 0 || separator > 3)
                {
                    return false;
                }
            }
            else if (i < whole.Length && separator >= 0 && i > separator && (whole.Length - i) % 4 == 0)
            {
                return false;
            }
            else
            {
                plain[length++] = text[i];
            }
        }

        return true;
    }
}
