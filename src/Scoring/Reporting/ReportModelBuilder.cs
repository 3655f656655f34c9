using System.Globalization;

namespace Scoring.Reporting;

/// <summary>Puts together what a report shows of a result.</summary>
internal static class ReportModelBuilder
{
    private const int MostClaims = 2000;
    private const int MostOfEachSelection = 500;
    private const int MostSources = 1000;

    public static ReportModel Build(ScoringResult result, ReportDetail detail, Phrasing say)
    {
        var shown = Select(result);
        var sources = result.Sources.OrderByDescending(source => source.Assertions).ThenBy(source => source.Source, StringComparer.Ordinal).Take(MostSources).ToArray();
        var places = ReportPlaces.Of(shown, sources);
        var notes = ClaimNotes.Of(result);
        var (items, claims) = new ReportItemBuilder(result, shown, places, notes, detail, say).Build();
        var overview = new ReportOverviewBuilder(result, say);
        var agreement = SourceAgreement.Of(result.Evidence, sources);
        return new ReportModel(
            say.Code, overview.Title(), Marking.Highest(result.Evidence.Corpus), overview.Lede(), overview.Facts(), overview.Headlines(), overview.Warnings(), overview.WarningsLeftOut(),
            Selection(result, shown.Length, say), say[detail.Omission], CredibilityHistogram.Of(result.Claims, say), ReportItemBuilder.Filters(result, say), claims, items,
            new ReportSourceBuilder(result, sources, places, notes, agreement, say).Build(),
            LeftOut(result.Sources.Count, MostSources, "source", say),
            AgreementMap.Of(sources, agreement, result.Posterior.Copying, say),
            new ReportFindingsBuilder(result, places, say).Build(),
            [.. (result.Panel?.Methods ?? []).Select(method => new ReportMethod(method.Name, say[method.Description], say.Percent(100 * method.Agreement, "0.0")))],
            ReportRulesBuilder.Build(result, say), ReportBasis.Of(result.Run, say),
            result.EvaluateBlind() is { Gold: > 0 } blind ? ReliabilityDiagram.Of(blind, say) : null);
    }

    /// <summary>How many claims a report of a result shows.</summary>
    public static int ClaimsShown(ScoringResult result) => Select(result).Length;

    public static string LeftOut(int count, int most, string noun, Phrasing say) =>
        count > most ? say.Say("{0} not shown.", say.Counted(count - most, $"more {noun}")) : "";

    /// <summary>All claims, or of very many the most contested and those most spoken of; the most credible first.</summary>
    private static ClaimScore[] Select(ScoringResult result)
    {
        IEnumerable<ClaimScore> shown = result.Claims;
        if (result.Claims.Count > MostClaims)
        {
            shown = result.Claims.OrderBy(claim => Math.Abs(claim.WeightDb)).ThenBy(claim => claim.Index).Take(MostOfEachSelection)
                .Union(result.Claims.OrderByDescending(claim => claim.Supports + claim.Denies).ThenBy(claim => claim.Index).Take(MostOfEachSelection));
        }

        return [.. shown.OrderByDescending(claim => claim.WeightDb).ThenBy(claim => claim.Index)];
    }

    private static string Selection(ScoringResult result, int shown, Phrasing say) => shown == result.Claims.Count
        ? ""
        : say.Say(
            "{0} of {1} claims are shown: the {2} most contested and the {2} most spoken of. All are in claims.csv.",
            say.Number(shown), say.Number(result.Claims.Count), MostOfEachSelection.ToString(CultureInfo.InvariantCulture));
}
