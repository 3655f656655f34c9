namespace Scoring.Reporting;

/// <summary>What the templates show: texts and places, ready to print.</summary>
internal sealed record ReportModel(
    string Lang, string Title, string? Tlp, string Lede, IReadOnlyList<ReportFact> Facts, IReadOnlyList<string> Headlines,
    IReadOnlyList<string> Warnings, string WarningsLeftOut, string Selection, string Omission, bool HasReasons, CredibilityHistogram Histogram, ReportFilters Filters,
    IReadOnlyList<ReportClaim> Claims, IReadOnlyList<ReportSource> Sources, string SourcesLeftOut, AgreementMap? Agreement,
    IReadOnlyList<ReportFindings> Findings, IReadOnlyList<ReportMethod> Methods, ReportRules Rules, ReportBasis Basis, ReliabilityDiagram? Reliability);

/// <summary>The report as a page of its own.</summary>
internal sealed record HtmlPage(string Style, string Script, string StyleHash, string ScriptHash, ReportModel Report);

/// <summary>Some of the items of a page.</summary>
internal sealed record HtmlItems(IReadOnlyList<ReportItem> Items, bool AreFirst);

/// <summary>The report in Markdown.</summary>
internal sealed record MarkdownPage(ReportModel Report);

/// <summary>A name and what it is.</summary>
internal sealed record ReportFact(string Name, string Text);

/// <summary>What the table of claims can be narrowed down to.</summary>
internal sealed record ReportFilters(IReadOnlyList<string> Bands, IReadOnlyList<string> Types, IReadOnlyList<string> Topics);

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
