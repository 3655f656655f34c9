using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>Which sources something is known to link, so that what one says is no proof beside the other.</summary>
internal static class Parties
{
    /// <summary>Puts sources of one affiliation, and those that clearly repeat one another, into one party, and so on from those.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="copying">Sources that repeat one another.</param>
    /// <returns>The first source of the party of each; empty where nothing links any two and no column says that an origin is unknown (<see cref="Lineage.IsDirect"/>).</returns>
    public static int[] Of(Evidence evidence, IReadOnlyList<CopyPair> copying)
    {
        var affiliation = evidence.Voices.Affiliation;
        if (evidence.Lineage.IsDirect && copying.Count == 0 && !affiliation.Where((first, source) => first != source).Any())
        {
            return [];
        }

        // The first of an affiliation stands before the others.
        var first = affiliation.ToArray();
        foreach (var pair in copying)
        {
            var (one, other) = (FirstOf(first, pair.Source), FirstOf(first, pair.Of));
            first[Math.Max(one, other)] = Math.Min(one, other);
        }

        for (var source = 0; source < first.Length; source++)
        {
            first[source] = FirstOf(first, source);
        }

        return first;
    }

    private static int FirstOf(int[] first, int source)
    {
        while (first[source] != source)
        {
            source = first[source] = first[first[source]];
        }

        return source;
    }
}
