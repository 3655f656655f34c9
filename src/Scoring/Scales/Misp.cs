using System.Globalization;

namespace Scoring.Scales;

/// <summary>Machine tags of the MISP taxonomies <c>admiralty-scale</c> and <c>estimative-language</c>, with their numeric values.</summary>
public static class Misp
{
    private static readonly (string Word, int Numeric)[] Likelihoods =
    [
        ("almost no chance", 0), ("very unlikely", 5), ("unlikely", 20), ("roughly even chance", 45), ("likely", 55), ("very likely", 80),
        ("almost certain", 95),
    ];

    /// <summary>The tag of a letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such letter.</exception>
    public static string ReliabilityTag(AdmiraltyReliability letter)
    {
        Defined.ThrowIfNot(letter, nameof(letter));
        return $"admiralty-scale:source-reliability=\"{letter.ToString().ToLowerInvariant()}\"";
    }

    /// <summary>The numeric value of a letter: A 100, B 75, C 50, D 25, E 0, and F 50, though F means unknown.</summary>
    /// <param name="letter">The letter.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such letter.</exception>
    public static int ReliabilityNumeric(AdmiraltyReliability letter)
    {
        Defined.ThrowIfNot(letter, nameof(letter));
        return letter == AdmiraltyReliability.F ? 50 : 100 - (25 * (int)letter);
    }

    /// <summary>The tag of a number.</summary>
    /// <param name="number">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such number.</exception>
    public static string CredibilityTag(AdmiraltyCredibility number)
    {
        Defined.ThrowIfNot(number, nameof(number));
        return string.Create(CultureInfo.InvariantCulture, $"admiralty-scale:information-credibility=\"{(int)number}\"");
    }

    /// <summary>The numeric value of a number: 1 is 100, 5 is 0, and 6 is 50 (where STIX leaves it out).</summary>
    /// <param name="number">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such number.</exception>
    public static int CredibilityNumeric(AdmiraltyCredibility number)
    {
        Defined.ThrowIfNot(number, nameof(number));
        return number == AdmiraltyCredibility.CannotBeJudged ? 50 : 125 - (25 * (int)number);
    }

    /// <summary>The tag of a probability by the bands of ICD 203.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <returns>The tag; <see langword="null"/> outside the table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static string? LikelihoodTag(double probability) =>
        Icd203.Word(probability) is { } word ? $"estimative-language:likelihood-probability=\"{word.Replace(' ', '-')}\"" : null;

    /// <summary>The numeric value of the tag of a probability: the lower edge of its band as MISP has it, not the middle.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <returns>0, 5, 20, 45, 55, 80 or 95; <see langword="null"/> outside the table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static int? LikelihoodNumeric(double probability) =>
        Icd203.Word(probability) is { } word ? Array.Find(Likelihoods, likelihood => likelihood.Word == word).Numeric : null;
}
