using Scoring.Indexing;

namespace Scoring.Rules;

/// <summary>What the voice of every source is before anything is learnt.</summary>
/// <param name="Affiliation">First source of its affiliation: itself where nothing links it to an earlier one.</param>
/// <param name="Strength">Expected log-odds of it being right, without their sign, above 0.</param>
internal sealed record SourceVoices(int[] Affiliation, double[] Strength)
{
    private const double LeastStrength = 1e-6;

    public static SourceVoices Of(Corpus corpus, SourceTypes types)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var (affiliation, strength) = (new int[corpus.SourceCount], new double[corpus.SourceCount]);
        for (var source = 0; source < corpus.SourceCount; source++)
        {
            var declaration = corpus.Declarations[source];
            affiliation[source] = source;
            if (declaration?.Affiliation is { } name && !first.TryAdd(name, source))
            {
                affiliation[source] = first[name];
            }

            var expected = types.ExpectedReliability(source, declaration);
            strength[source] = Math.Max(LeastStrength, Math.Abs(Math.Log(expected / (1 - expected))));
        }

        return new SourceVoices(affiliation, strength);
    }
}
