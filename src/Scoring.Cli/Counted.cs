using System.Globalization;

namespace Scoring.Cli;

/// <summary>A number with its noun.</summary>
internal static class Counted
{
    public static string Of(long count, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? noun : plural ?? noun + "s")}");
}
