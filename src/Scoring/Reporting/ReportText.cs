namespace Scoring.Reporting;

/// <summary>Long texts and addresses of the data as the report shows them.</summary>
internal static class ReportText
{
    private const int Longest = 4000;
    private const int LongestName = 120;

    /// <summary>A quote or note: its beginning, and folded below it the whole if that is longer.</summary>
    public static ReportQuotation Quotation(string? text)
    {
        var beginning = DisplayText.Visible(text);
        return new ReportQuotation(beginning, IsCut(text, beginning) ? Whole(text!) : "");
    }

    /// <summary>The claim uncut; empty if it is not cut elsewhere.</summary>
    public static string InFull(string item, string value) =>
        IsCut(item, DisplayText.Visible(item)) || IsCut(value, DisplayText.Visible(value)) ? $"{Whole(item)} = {Whole(value)}" : "";

    /// <summary>Where something was found: as a link named by its host if a reader may follow it, else as plain text.</summary>
    /// <remarks>The host in ASCII, so that a look-alike of another script shows.</remarks>
    public static ReportAddress Address(string? url) => url is null ? new ReportAddress("", null)
        : DisplayText.Link(url) is { } link ? new ReportAddress(DisplayText.Visible(new Uri(link).IdnHost), link)
        : new ReportAddress(DisplayText.Visible(url), null);

    /// <summary>How many of the classical methods rank a claim first, and which.</summary>
    public static string RankedFirst(IReadOnlyList<string> names, int methods, Phrasing say) =>
        names.Count == methods ? say.Say("all {0} rank it first.", methods)
        : names.Count == 0 ? say.Say("none of {0} ranks it first.", methods)
        : say.Say(names.Count == 1 ? "{0} of {1} ranks it first: {2}." : "{0} of {1} rank it first: {2}.", names.Count, methods, string.Join(", ", names));

    /// <summary>A claim in a few words: the item alone where its value is the plain <c>true</c>. Each is cut apart: a long question must not hide the answer.</summary>
    public static string Claim(string item, string value) => value == "true" ? Brief(item) : $"{Brief(item)} = {Brief(value)}";

    private static string Brief(string text) => Fitted.To(DisplayText.Visible(text), LongestName);

    private static bool IsCut(string? text, string shown) => text is not null && shown.EndsWith('…') && Whole(text) != shown;

    /// <summary>Character by character, since <see cref="DisplayText.Visible"/> cuts what is longer than a table cell should be.</summary>
    private static string Whole(string text)
    {
        var runes = text.EnumerateRunes().Take(Longest + 1).ToArray();
        return string.Concat(runes.Take(Longest).Select(rune => DisplayText.Visible(rune.ToString()))) + (runes.Length > Longest ? "…" : "");
    }
}
