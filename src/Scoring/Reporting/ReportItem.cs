namespace Scoring.Reporting;

/// <summary>An item with its claims, the most credible first, and the evidence that they share.</summary>
internal sealed record ReportItem(
    string Name, string Topic, IReadOnlyList<ReportClaim> Claims, string Unnamed, string NotShown, IReadOnlyList<ReportAssertion> Assertions,
    string AssertionsLeftOut, LineageGraph? Lineage, Timeline? Timeline);

/// <summary>A claim with everything about it.</summary>
internal sealed record ReportClaim(
    string Anchor, int Position, string Item, string Value, string InFull, string Credibility, string Interval, ReportRange? Range, string WeightDb, int Supports,
    int Denies, int Origins, int OriginsAgainst, string Voices, int Code, string CodeWords, string Likelihood, int Band, string Confidence, int ConfidenceOrder,
    bool IsContested, bool IsLone, string Types, int Topic, string Sentence, string ConfidenceSentence, WaterfallChart? Chart, string WhatWouldChange, string Methods)
{
    /// <summary>What the table of claims shows of it: without what is said beside its item only, which takes a hundred times the memory.</summary>
    public ReportClaim Row => this with { InFull = "", Sentence = "", ConfidenceSentence = "", Chart = null, WhatWouldChange = "", Methods = "" };
}

/// <summary>An interval with its middle, in hundredths of the axis.</summary>
internal sealed record ReportRange(string Low, string Width, string Middle);

/// <summary>An assertion on the item.</summary>
internal sealed record ReportAssertion(
    string Source, string Anchor, string Says, string Origin, string Via, string How, string Time, string Tlp, ReportQuotation Quote, ReportQuotation Note,
    ReportAddress Address, string Status);

/// <summary>A text to read: its beginning, and the whole where that is longer, else empty.</summary>
internal sealed record ReportQuotation(string Text, string InFull);

/// <summary>Where something was found.</summary>
/// <param name="Text">The host of a link, else the address as given.</param>
/// <param name="Link">Where it leads, or nothing if a reader may not follow it.</param>
internal sealed record ReportAddress(string Text, string? Link);
