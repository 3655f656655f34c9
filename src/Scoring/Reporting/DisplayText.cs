using System.Buffers;
using System.Globalization;
using System.Text;
using Scoring.Reading;
using Scoring.Scales;

namespace Scoring.Reporting;

/// <summary>Numbers and texts of the data as a report shows them.</summary>
internal static class DisplayText
{
    private const int LongestText = 300;
    private const int MostDecimals = 4;

    /// <summary>Characters that are shown as they are.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(character => (char)character), .. "–—’“”…°µ×≥≤€£àâäçéèêëîïôöùûüß"]);

    /// <summary>A probability to two decimals that never reads as certain.</summary>
    public static string Probability(double probability) => Part(probability, 1, 2);

    /// <summary>The credibility of a claim: to more decimals where its words or its Admiralty number would be others for what is printed.</summary>
    /// <param name="credibility">In [0, 1].</param>
    /// <param name="word">The words that stand beside it.</param>
    public static string Credibility(double credibility, Func<double, string?> word) => OnItsSide(
        credibility, printed => word(printed) == word(credibility) && Admiralty.OfJudged(printed, 2, 1) == Admiralty.OfJudged(credibility, 2, 1));

    /// <summary>The reliability of a source: to more decimals where its letter would be another for what is printed.</summary>
    /// <param name="reliability">In [0, 1].</param>
    public static string Reliability(double reliability) => OnItsSide(
        reliability, printed => Admiralty.Reliability(printed, used: true) == Admiralty.Reliability(reliability, used: true));

    /// <summary>A part of a whole, which never reads as all or nothing of it unless it is.</summary>
    public static string Part(double part, double whole, int decimals)
    {
        var (least, format) = (Math.Pow(10, -decimals), "0." + new string('0', decimals));
        return part > 0 && part < least / 2 ? "<" + least.ToString(format, CultureInfo.InvariantCulture)
            : part < whole && part >= whole - (least / 2) ? ">" + (whole - least).ToString(format, CultureInfo.InvariantCulture)
            : part.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>An interval to two decimals, or to as many as a figure has that would lie outside it else.</summary>
    /// <param name="low">Lower bound.</param>
    /// <param name="high">Upper bound.</param>
    /// <param name="beside">The figure as it is printed, in whatever language.</param>
    public static string Interval(double low, double high, string beside)
    {
        var point = beside.AsSpan().LastIndexOfAny('.', ',');
        var isInside = !double.TryParse(beside.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) || (figure >= Math.Round(low, 2) && figure <= Math.Round(high, 2));
        var decimals = isInside ? 2 : beside.Length - point - 1;
        return $"{Part(low, 1, decimals)}–{Part(high, 1, decimals)}";
    }

    /// <summary>A signed weight to one decimal; zero has no sign.</summary>
    public static string Db(double db) => db.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    public static string Number(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>A count in three digits or so: thousands as k, millions as M.</summary>
    public static string Short(int count) => count switch
    {
        < 1_000 => count.ToString(CultureInfo.InvariantCulture),
        < 9_950 => (count / 1e3).ToString("0.0k", CultureInfo.InvariantCulture),
        < 999_500 => (count / 1e3).ToString("0k", CultureInfo.InvariantCulture),
        < 9_950_000 => (count / 1e6).ToString("0.0M", CultureInfo.InvariantCulture),
        _ => (count / 1e6).ToString("0M", CultureInfo.InvariantCulture),
    };

    /// <summary>A position in a drawing.</summary>
    public static string Place(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Counted(int count, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? noun : plural ?? noun + "s")}");

    /// <summary>Text of the data: characters that nobody can see, or that turn the direction of reading, by their number; long text cut.</summary>
    public static string Visible(string? text)
    {
        if (text is null)
        {
            return "";
        }

        if (text.Length <= LongestText && !text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var shown = new StringBuilder();
        Span<char> characters = stackalloc char[2];
        Rune[] runes = [.. text.EnumerateRunes().Take(LongestText + 2)];
        foreach (var (place, rune) in runes.Index())
        {
            if (shown.Length >= LongestText)
            {
                shown.Append('…');
                break;
            }

            if (rune.Value is '\n' or '\r' or '\t')
            {
                shown.Append(' ');
            }
            else if (Unseen.Shapes(place > 0 ? runes[place - 1] : default, rune, place < runes.Length - 1 ? runes[place + 1] : default))
            {
                shown.Append(characters[..rune.EncodeToUtf16(characters)]);
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                shown.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
            }
            else
            {
                shown.Append(characters[..rune.EncodeToUtf16(characters)]);
            }
        }

        return shown.ToString();
    }

    /// <summary>An enumerated name in words: <c>SelfContradiction</c> as "self contradiction".</summary>
    public static string Words<T>(T value)
        where T : struct, Enum => Names.Of(value).Replace('_', ' ');

    private static string OnItsSide(double probability, Func<double, bool> isSaidAlike)
    {
        for (var decimals = 2; decimals <= MostDecimals; decimals++)
        {
            var printed = Part(probability, 1, decimals);
            if (!char.IsAsciiDigit(printed[0]) || isSaidAlike(double.Parse(printed, CultureInfo.InvariantCulture)))
            {
                return printed;
            }
        }

        // Nearer than that it is as good as on the edge.
        return Probability(probability);
    }

    /// <summary>The address if it is one that a reader may follow, else nothing.</summary>
    public static string? Link(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
}
