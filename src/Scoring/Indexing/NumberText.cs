using System.Globalization;

namespace Scoring.Indexing;

/// <summary>Reads a value as a number, in no culture's but one spelling: ASCII digits, a point for decimals.</summary>
internal static class NumberText
{
    private const string Separators = ", \u00A0\u202F";

    /// <summary>Parses a finite number such as <c>1200</c>, <c>-0.5</c>, <c>1.2e3</c> or <c>1,200,000.5</c>.</summary>
    /// <remarks>
    /// Thousands may be set apart by one kind of separator (comma, space, no-break space), in groups of three digits
    /// throughout. What starts with a needless zero (<c>007</c>, <c>02139</c>) is a code, not a number.
    /// </remarks>
    public static bool TryParse(string text, out double number)
    {
        number = double.NaN;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is 0 or > 64)
        {
            return false;
        }

        Span<char> plain = stackalloc char[trimmed.Length];
        var isNegative = trimmed[0] is '-' or '\u2212';
        if (!TryPlain(isNegative || trimmed[0] == '+' ? trimmed[1..] : trimmed, plain, out var length)
            || !double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var size)
            || !double.IsFinite(size))
        {
            return false;
        }

        number = isNegative && size != 0 ? -size : size;
        return true;
    }

    /// <summary>Whether a value stands for "nothing known" beside numbers.</summary>
    public static bool IsMissing(string text) => text.Trim().ToUpperInvariant() is "" or "-" or "?" or "N/A" or "NA" or "NULL" or "UNKNOWN";

    /// <summary>Copies digits, point and exponent without separators.</summary>
    private static bool TryPlain(ReadOnlySpan<char> text, Span<char> plain, out int length)
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
