namespace Scoring.Reading;

/// <summary>Checks declarations that a caller hands over in memory as their files are checked.</summary>
internal static class DeclarationCheck
{
    /// <exception cref="ArgumentException">A source is named twice, or its reliability is out of range.</exception>
    public static void ThrowIfBad(IReadOnlyList<SourceDeclaration> sources, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (!seen.Add(source.Source))
            {
                throw new ArgumentException($"source '{source.Source}' is declared twice", name);
            }

            if (source.Reliability is { } reliability && reliability is not (> 0 and < 1))
            {
                throw new ArgumentException($"reliability {reliability} of source '{source.Source}': must be above 0 and below 1", name);
            }
        }
    }

    /// <exception cref="ArgumentException">A relation ties an item to itself, or its strength is out of range.</exception>
    public static void ThrowIfBad(IReadOnlyList<RelationDeclaration> relations, string name)
    {
        foreach (var relation in relations)
        {
            if (relation.Item == relation.OtherItem)
            {
                throw new ArgumentException($"a relation of item '{relation.Item}' with itself: must be between two items", name);
            }

            if (relation.StrengthDb is not (> 0 and < RelationsReader.StrongestDb))
            {
                throw new ArgumentException($"strength {relation.StrengthDb} of a relation of item '{relation.Item}': must be above 0 and below {RelationsReader.StrongestDb} dB", name);
            }
        }
    }
}
