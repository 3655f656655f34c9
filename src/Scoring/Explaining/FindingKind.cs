namespace Scoring.Explaining;

/// <summary>What kind of thing a reviewer should look at.</summary>
public enum FindingKind
{
    /// <summary>Independent origins name different values for one item, or one denies what another says.</summary>
    Contradiction = 0,

    /// <summary>One source says two things about one item.</summary>
    SelfContradiction = 1,

    /// <summary>Sources relay one another in a circle.</summary>
    CircularReporting = 2,

    /// <summary>Several reports of a claim go back to one origin.</summary>
    SharedOrigin = 3,

    /// <summary>A relay has its origin say something the origin does not say.</summary>
    AtOddsWithOrigin = 4,

    /// <summary>A claim rests on one origin alone.</summary>
    LoneSource = 5,

    /// <summary>Assertions were taken back or replaced by later ones.</summary>
    Withdrawn = 6,

    /// <summary>Two sources share more errors than chance explains; of no item in particular.</summary>
    Copying = 7,

    /// <summary>Relays have one origin, which does not speak on the item itself, say two things about it.</summary>
    DisputedQuote = 8,
}
