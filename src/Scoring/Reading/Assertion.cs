namespace Scoring.Reading;

/// <summary>One source saying something about one item: a row of a claims file.</summary>
/// <param name="Item">The question at issue; not empty.</param>
/// <param name="Source">Who says it; not empty.</param>
/// <param name="Value">The answer named. The default, <c>true</c>, makes the item itself the claim.</param>
public sealed record Assertion(string Item, string Source, string Value = "true")
{
    /// <summary>What the assertion does with <see cref="Value"/>.</summary>
    public Stance Stance { get; init; }

    /// <summary>Whom the source relays; <see langword="null"/> when it speaks for itself, <c>unknown</c> when the lineage is not known.</summary>
    public string? Origin { get; init; }

    /// <summary>Where the assertion was seen.</summary>
    public string? Via { get; init; }

    /// <summary>The type of the source, one of the rule set's.</summary>
    public string? SourceType { get; init; }

    /// <summary>How the source knows.</summary>
    public Directness Directness { get; init; }

    /// <summary>A word of the rule set (asserted, reported, alleged, speculated) or a number in (0, 1]; <see langword="null"/> when not given.</summary>
    public string? Hedge { get; init; }

    /// <summary>From −2 (against the source's own interest) to +2 (self-serving).</summary>
    public int Interest { get; init; }

    /// <summary>When the source said it; <see langword="null"/> when not known.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>What the item is about; sources are remembered by topic.</summary>
    public string? Topic { get; init; }

    /// <summary>How far the row may be passed on, by the Traffic Light Protocol: RED, AMBER+STRICT, AMBER, GREEN or CLEAR; <see langword="null"/> when not marked.</summary>
    public string? Tlp { get; init; }

    /// <summary>Where to read it.</summary>
    public string? Url { get; init; }

    /// <summary>A few words of the original.</summary>
    public string? Quote { get; init; }

    /// <summary>A remark of the coder.</summary>
    public string? Note { get; init; }
}
