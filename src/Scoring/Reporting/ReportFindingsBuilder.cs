using Scoring.Explaining;

namespace Scoring.Reporting;

/// <summary>The findings of a result, kind by kind.</summary>
internal sealed class ReportFindingsBuilder(ScoringResult result, ClaimScore[] shown, ReportPlaces places, Phrasing say)
{
    private const int MostFindings = 200;
    private const int MostNames = 8;

    private readonly ILookup<string, ClaimScore> shownOfItem = shown.OrderBy(claim => claim.Rank).ThenBy(claim => claim.Index).ToLookup(claim => claim.Item, StringComparer.Ordinal);

    public IReadOnlyList<ReportFindings> Build() => [.. result.FirstFindings.Findings.GroupBy(finding => finding.Kind).Select(Group)];

    private ReportFindings Group(IGrouping<FindingKind, Finding> group)
    {
        var count = result.FirstFindings.CountOf(group.Key);
        return new ReportFindings(
            say.Words(group.Key), say[Meaning(group.Key)], count, [.. group.Take(MostFindings).Select(Row)], ReportModelBuilder.LeftOut(count, MostFindings, "finding", say));
    }

    private ReportFinding Row(Finding finding)
    {
        var claim = shownOfItem[finding.Item].Where(claim => finding.Value is null || claim.Value == finding.Value).Select(claim => places.OfClaim(claim.Index)).FirstOrDefault();
        var names = string.Join(", ", finding.Sources.Take(MostNames).Select(DisplayText.Visible));
        return new ReportFinding(
            DisplayText.Visible(finding.Item), DisplayText.Visible(finding.Value), claim ?? "",
            finding.Sources.Count > MostNames ? say.Say("{0} and {1} more", names, finding.Sources.Count - MostNames) : names,
            DisplayText.Visible(say.Sentence(finding.Message)));
    }

    private static string Meaning(FindingKind kind) => kind switch
    {
        FindingKind.Contradiction => "Origins name different values for one item, or one denies what another says.",
        FindingKind.SelfContradiction => "One source says two things about one item; its voice is shared among them.",
        FindingKind.DisputedQuote => "Relays have one origin say two things about one item, and it does not say itself which; its voice is shared among them.",
        FindingKind.CircularReporting => "Sources relay one another in a circle: together they are one voice, and nobody is the origin.",
        FindingKind.Copying => "Two sources name the same unlikely values more often than sources do that know nothing of each other: where they agree they count as little more than one voice.",
        FindingKind.SharedOrigin => "Several reports go back to one origin: a relay proves that it was said, not that it is so.",
        FindingKind.AtOddsWithOrigin => "A relay has its origin say what the origin does not say; it is not counted.",
        FindingKind.LoneSource => "One origin alone says so, and nobody confirms it.",
        _ => "Earlier assertions that no longer count.",
    };
}
