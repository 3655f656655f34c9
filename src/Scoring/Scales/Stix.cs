namespace Scoring.Scales;

/// <summary>The <c>confidence</c> of STIX 2.1 (OASIS 2021, appendix A): 0 to 100, absent where not specified.</summary>
public static class Stix
{
    /// <summary>Above every value: Admiralty 6 stands for no value and no value for it.</summary>
    private const int Never = 101;

    /// <summary>Lowest value that gets the word, the word, and the value that the word stands for; highest first.</summary>
    private static readonly Dictionary<StixScale, (int From, string Word, int? Value)[]> Bands = new()
    {
        [StixScale.NoneLowMedHigh] = [(70, "High", 85), (30, "Med", 50), (1, "Low", 15), (0, "None", 0)],
        [StixScale.AdmiraltyCredibility] =
        [
            (Never, "6 - Truth cannot be judged", null), (80, "1 - Confirmed by other sources", 90), (60, "2 - Probably True", 70),
            (40, "3 - Possibly True", 50), (20, "4 - Doubtful", 30), (0, "5 - Improbable", 10),
        ],
        [StixScale.Wep] =
        [
            (100, "Certain", 100), (80, "Highly likely/Almost Certain", 90), (60, "Likely/Probable", 70), (40, "Even Chance", 50),
            (20, "Unlikely/Probably Not", 30), (1, "Highly Unlikely/Almost Certainly Not", 10), (0, "Impossible", 0),
        ],
        [StixScale.Dni] =
        [
            (90, "Almost Certain / Nearly Certain", 95), (80, "Very Likely / Highly Probable", 85), (60, "Likely / Probable", 70),
            (40, "Roughly Even Chance / Roughly Even Odds", 50), (20, "Unlikely / Improbable", 30),
            (10, "Very Unlikely / Highly Improbable", 15), (0, "Almost No Chance / Remote", 5),
        ],
    };

    /// <summary>The value that a word of a scale stands for.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="word">One of its words as the specification has them, without regard to case.</param>
    /// <returns>0 to 100; <see langword="null"/> for Admiralty 6: absent, not 50.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such scale.</exception>
    /// <exception cref="ArgumentNullException">No word.</exception>
    /// <exception cref="ArgumentException">The scale has no such word; the message lists those it has.</exception>
    public static int? Value(StixScale scale, string word)
    {
        Defined.ThrowIfNot(scale, nameof(scale));
        ArgumentNullException.ThrowIfNull(word);
        var bands = Bands[scale];
        var found = Array.FindIndex(bands, band => band.Word.Equals(word, StringComparison.OrdinalIgnoreCase));
        return found >= 0
            ? bands[found].Value
            : throw new ArgumentException(
                $"'{word}' is not one of {string.Join(", ", bands.Select(band => $"'{band.Word}'"))}", nameof(word));
    }

    /// <summary>The word of a scale for a value.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="value">0 to 100. An absent confidence has no word, and in particular is not Admiralty 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such scale, or the value is out of range.</exception>
    public static string Word(StixScale scale, int value)
    {
        Defined.ThrowIfNot(scale, nameof(scale));
        if (value is < 0 or > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "must be from 0 to 100");
        }

        return Array.Find(Bands[scale], band => value >= band.From).Word;
    }

    /// <summary>The confidence for a probability: percent, rounded half away from zero as the number is written in decimal.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static int FromProbability(double probability)
    {
        Probability.ThrowIfNone(probability, nameof(probability));
        return (int)Math.Round(100 * (decimal)probability, MidpointRounding.AwayFromZero);
    }
}
