namespace Scoring.Explaining;

/// <summary>Something a reviewer should look at.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Item">The item it is about; empty where it is about sources as such.</param>
/// <param name="Value">The value it is about; <see langword="null"/> for the item as a whole.</param>
/// <param name="Sources">The sources involved, ordinal ascending.</param>
/// <param name="Message">What was found, in a sentence.</param>
public sealed record Finding(FindingKind Kind, string Item, string? Value, IReadOnlyList<string> Sources, string Message);
