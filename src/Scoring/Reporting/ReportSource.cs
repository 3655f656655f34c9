namespace Scoring.Reporting;

/// <summary>A source with everything about it.</summary>
internal sealed record ReportSource(
    string Anchor, string Name, string Id, string Type, string Affiliation, string Reliability, string Interval, ReportRange Range, string Letter, string LetterWords,
    string DeclaredLetter, int Assertions, int Agreed, string WeightDb, string Record, string Remembered,
    string Coverage, string Overlaps, string Conflicts, ReportSourceStory Story);

/// <summary>The section of a source, in sentences.</summary>
/// <param name="Sentence">Its reliability and letter, and why.</param>
/// <param name="Before">What its type deserves, as an interval.</param>
/// <param name="BeforeText">The same in figures.</param>
/// <param name="Agreement">How often it agrees with the most credible value.</param>
/// <param name="AgreesWith">With whom it most agrees and disagrees.</param>
/// <param name="Repeats">Whom it relays or repeats, and who relays it.</param>
/// <param name="Alone">Claims that rest on it alone.</param>
/// <param name="AloneLeftOut">How many of those are not named.</param>
internal sealed record ReportSourceStory(
    string Sentence, ReportRange Before, string BeforeText, string Agreement, IReadOnlyList<string> AgreesWith, IReadOnlyList<string> Repeats,
    IReadOnlyList<ReportLink> Alone, string AloneLeftOut);

/// <summary>A way to a claim.</summary>
internal sealed record ReportLink(string Anchor, string Text);
