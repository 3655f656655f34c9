using System.Globalization;
using System.Text;

namespace Scoring.Reporting;

/// <summary>Names of places in a report that stay the same from run to run: made of what the place is about.</summary>
internal sealed class Anchors
{
    private const int Longest = 60;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lastNumber = new(StringComparer.Ordinal);

    /// <summary>A name of lower-case ASCII letters, digits and hyphens, unlike all given before.</summary>
    public string New(string prefix, string about)
    {
        var name = new StringBuilder(prefix);
        foreach (var rune in about.EnumerateRunes())
        {
            if (name.Length >= Longest)
            {
                break;
            }

            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                name.Append(char.ToLowerInvariant((char)rune.Value));
            }
            else if (name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var wanted = name.ToString().TrimEnd('-');
        var given = wanted;
        for (var number = lastNumber.GetValueOrDefault(wanted, 1) + 1; !taken.Add(given); number++)
        {
            given = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
            lastNumber[wanted] = number;
        }

        return given;
    }
}
