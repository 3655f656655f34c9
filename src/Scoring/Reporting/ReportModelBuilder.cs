
namespace Scoring.Reporting;

/// <summary>Puts together what a report shows of a result.</summary>
internal static class ReportModelBuilder
{
    private const int MostSources = 1000;

    public static ReportModel Build(ScoringResult result, ClaimDigest digest, ReportDetail detail, Phrasing say)
    {
        ClaimScore[] shown = [.. digest.Explained().OrderByDescending(claim => claim.WeightDb).ThenBy(claim => claim.Index)];
        var sources = result.Sources.OrderByDescending(source => source.Assertions).ThenBy(source => source.Source, StringComparer.Ordinal).Take(MostSources).ToArray();
        var places = ReportPlaces.Of(shown, sources);
        var (items, claims) = new ReportItemBuilder(result, shown, places, detail, say).Build();
        var overview = new ReportOverviewBuilder(result, digest, say);
        var agreement = SourceAgreement.Of(result.Evidence, sources);
        return new ReportModel(
            say.Code, overview.Title(), Marking.Highest(result.Evidence.Corpus), overview.Lede(), overview.Facts(), overview.Headlines(), overview.Warnings(), overview.WarningsLeftOut(),
            digest.InWords(say), say[detail.Omission], CredibilityHistogram.Of(digest.Histogram, say), ReportItemBuilder.Filters(result, say), claims, items,
            new ReportSourceBuilder(result, shown, sources, places, agreement, say).Build(),
            LeftOut(result.Sources.Count, MostSources, "source", say),
            AgreementMap.Of(sources, agreement, result.Posterior.Copying, say),
            new ReportFindingsBuilder(result, places, say).Build(),
            [.. (result.Panel?.Methods ?? []).Select(method => new ReportMethod(method.Name, say[method.Description], say.Percent(100 * method.Agreement, "0.0")))],
            ReportRulesBuilder.Build(result, say), ReportBasis.Of(result.Run, say),
            result.EvaluateBlind() is { Gold: > 0 } blind ? ReliabilityDiagram.Of(blind, say) : null);
    }

    public static string LeftOut(int count, int most, string noun, Phrasing say) =>
        count > most ? say.Say("{0} not shown.", say.Counted(count - most, $"more {noun}")) : "";
}
