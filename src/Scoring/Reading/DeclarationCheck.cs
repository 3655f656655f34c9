namespace Scoring.Reading;

/// <summary>Checks declarations that a caller hands over in memory as their files are checked.</summary>
internal static class DeclarationCheck
{
    /// <exception cref="ArgumentException">A source is not named or named twice, its reliability or letter is out of range, or a text has an unpaired surrogate.</exception>
    public static void ThrowIfBad(IReadOnlyList<SourceDeclaration> sources, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (string.IsNullOrWhiteSpace(source?.Source))
            {
                throw Bad($"source '{source?.Source}': must not be empty", name);
            }

            if (!FieldParser.IsLetter(source.Letter))
            {
                throw Bad($"letter '{source.Letter}' of source '{source.Source}': must be from A to F", name);
            }

            if (!seen.Add(NormalForm.Of(source.Source)))
            {
                throw Bad($"source '{source.Source}' is declared twice", name);
            }

            if (source.Reliability is { } reliability && reliability is not (> 0 and < 1))
            {
                throw Bad($"reliability {reliability} of source '{source.Source}': must be above 0 and below 1", name);
            }

            ThrowIfUnpaired(name, source.Source, source.Type, source.Affiliation, source.Name, source.Note);
        }
    }

    /// <exception cref="ArgumentException">A relation lacks an end or ties an item to itself, its kind or strength is out of range, or a text has an unpaired surrogate.</exception>
    public static void ThrowIfBad(IReadOnlyList<RelationDeclaration> relations, string name)
    {
        foreach (var relation in relations)
        {
            if (string.IsNullOrWhiteSpace(relation?.Item) || string.IsNullOrWhiteSpace(relation.OtherItem) || string.IsNullOrWhiteSpace(relation.Value) || string.IsNullOrWhiteSpace(relation.OtherValue))
            {
                throw Bad($"a relation of item '{relation?.Item}', value '{relation?.Value}' with item '{relation?.OtherItem}', value '{relation?.OtherValue}': none may be empty", name);
            }

            if (!Enum.IsDefined(relation.Kind))
            {
                throw Bad($"relation {relation.Kind} of item '{relation.Item}': must be among those named", name);
            }

            if (NormalForm.Of(relation.Item) == NormalForm.Of(relation.OtherItem))
            {
                throw Bad($"a relation of item '{relation.Item}' with itself: must be between two items", name);
            }

            if (relation.StrengthDb is not (> 0 and < RelationsReader.StrongestDb))
            {
                throw Bad($"strength {relation.StrengthDb} of a relation of item '{relation.Item}': must be above 0 and below {RelationsReader.StrongestDb} dB", name);
            }

            ThrowIfUnpaired(name, relation.Item, relation.Value, relation.OtherItem, relation.OtherValue);
        }
    }

    /// <exception cref="ArgumentException">A truth has no item or value, or one with an unpaired surrogate.</exception>
    public static void ThrowIfBad(IReadOnlyList<KnownTruth> truths, string name)
    {
        foreach (var truth in truths)
        {
            if (string.IsNullOrWhiteSpace(truth?.Item) || string.IsNullOrWhiteSpace(truth.Value))
            {
                throw Bad($"a known truth of item '{truth?.Item}', value '{truth?.Value}': neither may be empty", name);
            }

            ThrowIfUnpaired(name, truth.Item, truth.Value);
        }
    }

    private static void ThrowIfUnpaired(string name, params ReadOnlySpan<string?> texts)
    {
        if (Surrogates.FirstUnpairedAmong(texts) is { } text)
        {
            throw Bad($"'{text}': must not have an unpaired surrogate", name);
        }
    }

    private static ArgumentException Bad(FormattableString message, string name) => new(FormattableString.Invariant(message), name);
}
