using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Scoring.Reading;

/// <summary>Parses the fields of the CSV contract; what does not parse goes to the log as a bad row.</summary>
internal static class FieldParser
{
    private static readonly SearchValues<char> SignsOfNumbers = SearchValues.Create("0123456789.,+-−%eE ");

    private static readonly string[] TimeFormats =
    [
        "yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyyMMdd",
        "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyyMMddTHHmmK", "yyyyMMddTHHmmssK", "yyyyMMddTHHmmss.FFFFFFFK",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    public const string TimeExpected = "a date or time of ISO 8601: 2025, 2025-08, 2025-08-15 or 20250815, or a day with 14:30 or 14:30:00.25 behind T or a space, "
        + "then nothing, Z or an offset such as +02 or +02:00; no weeks, days of the year, 24:00 or leap seconds";

    /// <summary>A time of ISO 8601; without an offset it is universal time, so that a result does not depend on the machine.</summary>
    /// <remarks>The usual form of a text of its length is tried first: seventeen forms in turn would take longer than all else in a row.</remarks>
    public static bool TryTime(string text, out DateTimeOffset time)
    {
        text = WithMinutesOfOffset(WithoutFinerFractions(text.AsSpan().ContainsAny('t', 'z') ? text.ToUpperInvariant() : text));
        var usual = text.Length switch
        {
            10 => "yyyy-MM-dd",
            19 => "yyyy-MM-ddTHH:mm:ss",
            20 or 25 => "yyyy-MM-ddTHH:mm:ssK",
            _ => null,
        };
        return (usual is not null && DateTimeOffset.TryParseExact(text, usual, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
            || DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out time);
    }

    /// <summary>Without the digits of a second beyond the seven that are kept: other systems write nanoseconds.</summary>
    private static string WithoutFinerFractions(string text)
    {
        const int kept = 7;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var digits = dot < 0 ? 0 : text.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length - dot - 1;
        return digits > kept ? text.Remove(dot + 1 + kept, digits - kept) : text;
    }

    /// <summary>With the minutes of an offset that names hours alone, as PostgreSQL writes it.</summary>
    private static string WithMinutesOfOffset(string text)
    {
        text = text.Trim();
        return text.Length > 3 && text[^3] is '+' or '-' && text.AsSpan(0, text.Length - 3).ContainsAny('T', ' ') ? $"{text}:00" : text;
    }

    public static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>Whether a hedge is a word, or a number above 0 and at most 1: what is written in the signs of numbers, as 0,5 and 50% are, is no word.</summary>
    public static bool IsHedge(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number is > 0 and <= 1
        : !text.Any(char.IsAsciiDigit) || text.AsSpan().ContainsAnyExcept(SignsOfNumbers);

    public static bool Time(CsvRecord csv, string column, out long ticks)
    {
        ticks = long.MinValue;
        var text = csv.Text(column);
        if (text.Length == 0)
        {
            return true;
        }

        if (!TryTime(text, out var time))
        {
            csv.Bad($"{column} '{Shortened.Text(text)}'", TimeExpected);
            return false;
        }

        ticks = time.UtcTicks;
        return true;
    }

    public static bool Interest(CsvRecord csv, out sbyte interest)
    {
        interest = 0;
        var text = csv.Text("interest").Replace('−', '-');
        if (text.Length == 0 || (sbyte.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out interest) && interest is >= -2 and <= 2))
        {
            return true;
        }

        csv.Bad($"interest '{Shortened.Text(text)}'", "a whole number from -2 (against own interest) to 2 (self-serving)");
        return false;
    }

    public static bool Directness(CsvRecord csv, out Directness directness) =>
        Word(csv, "directness", out directness, word => word switch
        {
            "" => Reading.Directness.Unstated,
            "witnessed" => Reading.Directness.Witnessed,
            "firsthand" or "first-hand" => Reading.Directness.Firsthand,
            "told" or "secondhand" or "second-hand" => Reading.Directness.Told,
            "inferred" or "deduced" or "induced" => Reading.Directness.Inferred,
            _ => null,
        }, "witnessed, firsthand, told or inferred");

    /// <summary>
    /// The stance towards the row's value. <c>for</c> and <c>against</c> are about the item: a stance of <c>against</c>
    /// beside a value of <c>false</c> is one opinion said twice, not a double negation.
    /// </summary>
    public static bool Stance(CsvRecord csv, out Stance stance) =>
        Word(csv, "stance", out stance, word => word switch
        {
            "" or "supports" or "support" or "for" or "asserts" or "confirms" => Reading.Stance.Supports,
            "denies" or "deny" => Reading.Stance.Denies,
            "against" => YesNo.IsNo(csv.Text("value")) ? Reading.Stance.Supports : Reading.Stance.Denies,
            "retracts" or "retract" => Reading.Stance.Retracts,
            _ => null,
        }, "supports, denies or retracts");

    /// <summary>Whether a text is an Admiralty letter, or blank.</summary>
    public static bool IsLetter([NotNullWhen(false)] string? text) =>
        string.IsNullOrWhiteSpace(text) || text.ToUpperInvariant() is "A" or "B" or "C" or "D" or "E" or "F";

    /// <summary>An Admiralty letter as an analyst gave it.</summary>
    public static bool Letter(CsvRecord csv, out string? letter)
    {
        letter = csv.TextOrNull("letter")?.ToUpperInvariant();
        if (IsLetter(letter))
        {
            return true;
        }

        csv.Bad($"letter '{Shortened.Text(letter)}'", "an Admiralty letter, A to F");
        return false;
    }

    public const string TlpExpected = "TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN or TLP:CLEAR";

    /// <summary>A marking of the Traffic Light Protocol 2.0 without its prefix; WHITE is what version 1 called CLEAR.</summary>
    /// <returns><see langword="null"/> if it is none.</returns>
    public static string? TlpMarking(string text)
    {
        var marking = text.Trim().ToUpperInvariant();
        marking = marking.StartsWith("TLP:", StringComparison.Ordinal) ? marking[4..].Trim() : marking;
        return marking switch
        {
            "RED" or "AMBER" or "AMBER+STRICT" or "GREEN" or "CLEAR" => marking,
            "WHITE" => "CLEAR",
            _ => null,
        };
    }

    public static bool Tlp(CsvRecord csv, out string? marking)
    {
        var text = csv.Text("tlp");
        marking = TlpMarking(text);
        if (text.Length == 0 || marking is not null)
        {
            return true;
        }

        csv.Bad($"tlp '{Shortened.Text(text)}'", TlpExpected);
        return false;
    }

    public static bool Relation(CsvRecord csv, out RelationKind kind) =>
        Word(csv, "relation", out kind, word => word switch
        {
            "implies" => RelationKind.Implies,
            "excludes" => RelationKind.Excludes,
            "equivalent" => RelationKind.Equivalent,
            _ => null,
        }, "implies, excludes or equivalent");

    /// <summary>Parses a number that must lie strictly between two bounds; an empty field gives <see langword="null"/>.</summary>
    public static bool Number(CsvRecord csv, string column, double above, double below, out double? number)
    {
        number = null;
        var text = csv.Text(column);
        if (text.Length == 0)
        {
            return true;
        }

        if (!TryNumber(text, out var parsed) || parsed <= above || parsed >= below)
        {
            csv.Bad($"{column} '{Shortened.Text(text)}'", FormattableString.Invariant($"a number above {above} and below {below}"));
            return false;
        }

        number = parsed;
        return true;
    }

    private static bool Word<T>(CsvRecord csv, string column, out T parsed, Func<string, T?> parse, string expected)
        where T : struct
    {
        var text = csv.Text(column);
        var found = parse(text.ToLowerInvariant());
        parsed = found.GetValueOrDefault();
        if (found is null)
        {
            csv.Bad($"{column} '{Shortened.Text(text)}'", expected);
        }

        return found is not null;
    }
}
