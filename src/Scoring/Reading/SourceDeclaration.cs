namespace Scoring.Reading;

/// <summary>What is known of a source beforehand: a row of a sources file.</summary>
/// <param name="Source">The id of the source, as in the claims file.</param>
public sealed record SourceDeclaration(string Source)
{
    /// <summary>One of the rule set's source types.</summary>
    public string? Type { get; init; }

    /// <summary>The party it speaks for: sources of one affiliation are not independent of one another.</summary>
    public string? Affiliation { get; init; }

    /// <summary>A name for people to read.</summary>
    public string? Name { get; init; }

    /// <summary>Expected reliability in (0, 1), in place of the type's.</summary>
    public double? Reliability { get; init; }

    /// <summary>The analyst's own Admiralty letter: shown beside the engine's, never merged with it.</summary>
    public string? Letter { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>The same as a file would have it: blank texts are none, the letter is a capital, and what is compared is in its normal form.</summary>
    internal SourceDeclaration AsRead() => this with
    {
        Source = NormalForm.Of(Source),
        Type = NormalForm.Of(Given(Type)),
        Affiliation = NormalForm.Of(Given(Affiliation)),
        Name = Given(Name),
        Letter = Given(Letter)?.ToUpperInvariant(),
        Note = Given(Note),
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
