namespace Scoring.Rules;

/// <summary>Evidence on the sources of a corpus from earlier ones, as far as it carries over.</summary>
/// <param name="Hits">Independent, rule-weighted assertions of each source that were right; length sources.</param>
/// <param name="Misses">Those that were wrong; length sources.</param>
/// <param name="Corpora">Earlier corpora in which some source of this one spoke.</param>
internal sealed record Remembered(double[] Hits, double[] Misses, int Corpora)
{
    /// <summary>Sources of which something is remembered.</summary>
    public int Sources => Enumerable.Range(0, Hits.Length).Count(source => Weight(source) > 0);

    public double Weight(int source) => Hits[source] + Misses[source];
}
