namespace Scoring.Inference;

/// <summary>Two sources that share more errors than sources do that know nothing of each other.</summary>
/// <param name="Source">Index of the one, of the later one where times tell.</param>
/// <param name="Of">Index of the other.</param>
/// <param name="IsDirected">Whether times tell who repeats whom.</param>
/// <param name="SharedErrors">Expected number of wrong values that both name.</param>
/// <param name="ByChance">Number of items on which both would be wrong if they erred independently.</param>
/// <param name="Items">Items on which both speak.</param>
internal sealed record CopyPair(int Source, int Of, bool IsDirected, double SharedErrors, double ByChance, int Items);
