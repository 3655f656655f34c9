namespace Scoring.Evaluating;

/// <summary>The most credible value of an item whose truth is known.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Credibility">Credibility of the most credible value, in [0, 1].</param>
/// <param name="Right">1 if it is right, 0 if not; of tied values the share that is right.</param>
internal readonly record struct GoldItem(string Item, double Credibility, double Right);
