namespace Scoring.Reading;

/// <summary>Whether values that are numbers are taken as measurements, of which near ones support one another.</summary>
public enum NumericValues
{
    /// <summary>The data decide: nearly all contested items have numbers, nearer to one another than to those of other items, and no labels, years or dates.</summary>
    Auto,

    /// <summary>Never: each spelling is a value of its own.</summary>
    Off,

    /// <summary>On every item whose values are numbers, labels such as 0 and 1 included.</summary>
    On,
}
