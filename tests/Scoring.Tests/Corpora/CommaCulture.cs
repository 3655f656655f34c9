using System.Globalization;

namespace Scoring.Tests.Corpora;

/// <summary>A culture that writes numbers as 1.234,5: named ones are not to be had in invariant mode.</summary>
internal static class CommaCulture
{
    public static CultureInfo New()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (",", ".", "~");
        return culture;
    }
}
