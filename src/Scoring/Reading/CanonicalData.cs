using System.Collections;
using System.Globalization;
using System.Text;

namespace Scoring.Reading;

/// <summary>What characters are made of, and in which order marks stand: read when a text first needs it.</summary>
internal sealed class CanonicalData
{
    private const int Codes = 0x110000;

    // Syllables of Hangul are numbered by their parts: a first and a middle letter, and a last one or none.
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int Leads = 19;
    private const int FirstVowel = 0x1161;
    private const int Vowels = 21;
    private const int BeforeTails = 0x11A7;
    private const int Tails = 28;

    private static readonly Lazy<CanonicalData> Loaded = new(() => new CanonicalData());

    private readonly Dictionary<int, byte> classes = [];
    private readonly Dictionary<int, int[]> parts = [];
    private readonly Dictionary<(int First, int Second), int> wholes = [];
    private readonly BitArray mayDiffer = new(Codes);

    private CanonicalData()
    {
        using var reader = new StreamReader(typeof(CanonicalData).Assembly.GetManifestResourceStream("canonical.txt")!, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
            {
                continue;
            }

            if (line.Split(": ") is [var number, var marks])
            {
                AddClass(byte.Parse(number, CultureInfo.InvariantCulture), marks.Split(' '));
            }
            else
            {
                AddParts(line.Split(' '));
            }
        }

        Notice(FirstVowel, Vowels);
        Notice(BeforeTails + 1, Tails - 1);
    }

    public static CanonicalData Instance => Loaded.Value;

    /// <summary>Whether a text with this character may have another composed form; where none may, it is in that form.</summary>
    public bool MayDiffer(int code) => mayDiffer[code];

    /// <summary>The class of a mark, which says where it stands among others upon one letter; 0 for what is no mark.</summary>
    public int ClassOf(int code) => classes.GetValueOrDefault(code);

    /// <summary>All that a character is made of, down to the last: itself where it has no parts.</summary>
    public IEnumerable<int> PartsOf(int code)
    {
        var syllable = code - FirstSyllable;
        if (syllable is >= 0 and < Leads * Vowels * Tails)
        {
            int[] letters = [FirstLead + (syllable / (Vowels * Tails)), FirstVowel + (syllable / Tails % Vowels), BeforeTails + (syllable % Tails)];
            return syllable % Tails == 0 ? letters[..^1] : letters;
        }

        return parts.TryGetValue(code, out var known) ? known.SelectMany(PartsOf) : [code];
    }

    /// <summary>The character that two make, or <see langword="null"/>.</summary>
    public int? WholeOf(int first, int second)
    {
        var (lead, vowel, tail, syllable) = (first - FirstLead, second - FirstVowel, second - BeforeTails, first - FirstSyllable);
        return lead is >= 0 and < Leads && vowel is >= 0 and < Vowels ? FirstSyllable + (((lead * Vowels) + vowel) * Tails)
            : syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && tail is > 0 and < Tails ? first + tail
            : wholes.TryGetValue((first, second), out var whole) ? whole
            : null;
    }

    private void AddClass(byte number, string[] marks)
    {
        foreach (var range in marks.Select(mark => mark.Split('-')))
        {
            for (var code = Code(range[0]); code <= Code(range[^1]); code++)
            {
                classes[code] = number;
                Notice(code, 1);
            }
        }
    }

    private void AddParts(string[] texts)
    {
        var (stayApart, whole, made) = (texts[0].EndsWith('!'), Code(texts[0].TrimEnd('!')), Array.ConvertAll(texts[1..], Code));
        parts[whole] = made;
        if (stayApart)
        {
            Notice(whole, 1);
        }
        else
        {
            wholes[(made[0], made[1])] = whole;
            Notice(made[1], 1);
        }
    }

    private void Notice(int first, int count)
    {
        for (var code = first; code < first + count; code++)
        {
            mayDiffer[code] = true;
        }
    }

    private static int Code(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
