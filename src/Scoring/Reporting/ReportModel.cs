namespace Scoring.Reporting;

/// <summary>What the template shows: texts and places, ready to print.</summary>
internal sealed record ReportModel(
    string Style, string Script, string StyleHash, string ScriptHash, string Title, string Lede, IReadOnlyList<ReportFact> Facts, IReadOnlyList<string> Headlines,
    IReadOnlyList<string> Warnings, string WarningsLeftOut, string Selection, IReadOnlyList<ReportClaim> Claims, IReadOnlyList<ReportSource> Sources, string SourcesLeftOut,
    IReadOnlyList<ReportFindings> Findings, IReadOnlyList<ReportMethod> Methods, ReportRules Rules, ReportBasis Basis, ReliabilityDiagram? Reliability);

/// <summary>A name and what it is.</summary>
internal sealed record ReportFact(string Name, string Text);

/// <summary>A claim with everything about it.</summary>
internal sealed record ReportClaim(
    string Anchor, int Position, string Item, string Value, string InFull, string Credibility, string Interval, ReportRange Range, string WeightDb, int Supports, int Denies, int Origins,
    int OriginsAgainst, string Voices, int Code, string CodeWords, string Icd203, string Confidence, int ConfidenceOrder, string Sentence, string ConfidenceSentence,
    WaterfallChart Chart, IReadOnlyList<ReportStep> Steps, string StepsLeftOut, IReadOnlyList<ReportRival> Rivals, IReadOnlyList<ReportAssertion> Assertions,
    string AssertionsLeftOut, string WhatWouldChange, string Methods);

/// <summary>An interval with its middle, in hundredths of the axis.</summary>
internal sealed record ReportRange(string Low, string Width, string Middle);

/// <summary>One bar as a row.</summary>
internal sealed record ReportStep(string Factor, string Source, string WeightDb, string CumulativeDb, string CredibilityAfter, string Detail);

/// <summary>Another answer to the item.</summary>
internal sealed record ReportRival(string Value, string Credibility, string Anchor);

/// <summary>An assertion on the item.</summary>
internal sealed record ReportAssertion(
    string Source, string Says, string Origin, string Via, string How, string Time, ReportQuotation Quote, ReportQuotation Note,
    ReportAddress Address, string Status);

/// <summary>A text to read: its beginning, and the whole where that is longer, else empty.</summary>
internal sealed record ReportQuotation(string Text, string InFull);

/// <summary>Where something was found.</summary>
/// <param name="Text">The host of a link, else the address as given.</param>
/// <param name="Link">Where it leads, or nothing if a reader may not follow it.</param>
internal sealed record ReportAddress(string Text, string? Link);

/// <summary>A source.</summary>
internal sealed record ReportSource(
    string Name, string Id, string Type, string Affiliation, string Reliability, string Interval, ReportRange Range, string Letter, string LetterWords,
    string DeclaredLetter, int Assertions, int Agreed, string WeightDb, string Record, string Remembered);

/// <summary>Findings of one kind.</summary>
internal sealed record ReportFindings(string Kind, string Meaning, int Count, IReadOnlyList<ReportFinding> Rows, string LeftOut);

/// <summary>One finding.</summary>
internal sealed record ReportFinding(string Item, string Value, string Anchor, string Sources, string Message);

/// <summary>A classical method that was run beside the engine.</summary>
internal sealed record ReportMethod(string Name, string Description, string Agreement);

/// <summary>The rule set.</summary>
internal sealed record ReportRules(
    string Name, string Version, IReadOnlyList<ReportTypeRule> Types, IReadOnlyList<ReportFactorRule> Factors, string Text);

/// <summary>A source type of the rule set.</summary>
internal sealed record ReportTypeRule(string Name, string Reliability, string Strength, string Letter, string Relay, string Reason);

/// <summary>A factor or another number of the rule set.</summary>
internal sealed record ReportFactorRule(string Group, string Name, string Number, string Reason);
