namespace Scoring.Explaining;

/// <summary>What a bar of a breakdown stands for.</summary>
public enum Factor
{
    /// <summary>The odds before anyone spoke: one among all hypotheses of the item.</summary>
    Prior = 0,

    /// <summary>What a source of this type is worth before it has a record.</summary>
    SourceType = 1,

    /// <summary>What the source's own record adds to or takes from that.</summary>
    TrackRecord = 2,

    /// <summary>What is lost on the way from the origin through the relay.</summary>
    Relay = 3,

    /// <summary>What the speaker's own caution takes away.</summary>
    Hedge = 4,

    /// <summary>What distance from the fact takes away.</summary>
    Directness = 5,

    /// <summary>What the speaker's interest takes away, or an admission against it adds.</summary>
    Interest = 6,

    /// <summary>What age takes away.</summary>
    Age = 7,

    /// <summary>What is taken off because voices are not independent of one another.</summary>
    Independence = 8,

    /// <summary>What a source says against the claim, all discounts included.</summary>
    Contradiction = 9,

    /// <summary>What a relation to another claim adds or takes away.</summary>
    Consistency = 10,

    /// <summary>How the rivals' weight is spread among them: none if they are equally likely.</summary>
    Competition = 11,

    /// <summary>The answer is known: sets the score, whatever the sources say.</summary>
    KnownTruth = 12,

    /// <summary>What known answers of a corpus teach about how far scores of this size can be trusted.</summary>
    Calibration = 13,

    /// <summary>How often each answer is met across the corpus, and on items with as many votes, where all items draw from one label set; where values are open-ended, what it tells that the claim's is named on few items or on many.</summary>
    BaseRate = 14,
}
