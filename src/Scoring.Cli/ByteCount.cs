using System.Globalization;

namespace Scoring.Cli;

/// <summary>An amount of memory as people write it.</summary>
internal static class ByteCount
{
    private static readonly (string Unit, long Bytes)[] Units =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40),
        ("kB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("TB", 1_000_000_000_000),
        ("K", 1L << 10), ("M", 1L << 20), ("G", 1L << 30), ("T", 1L << 40),
    ];

    /// <summary>Reads such as 800M, 1.5GiB or 2 GB; the letter alone counts by 1,024.</summary>
    public static bool TryParse(string text, out long bytes)
    {
        var (unit, size) = Array.Find(Units, known => text.EndsWith(known.Unit, StringComparison.OrdinalIgnoreCase));
        bytes = 0;
        if (unit is null || !double.TryParse(text[..^unit.Length].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            || count * size is not (>= 1 and < long.MaxValue))
        {
            return false;
        }

        bytes = (long)(count * size);
        return true;
    }
}
