namespace Scoring.Reading;

/// <summary>The settled answer to an item: a row of a truth file. Several rows of one item mean that any of them is right: those that are named share its credibility evenly then.</summary>
/// <param name="Item">The item.</param>
/// <param name="Value">Its true value.</param>
public sealed record KnownTruth(string Item, string Value);
