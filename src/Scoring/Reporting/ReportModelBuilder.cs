namespace Scoring.Reporting;

/// <summary>Puts together what a report shows of a result: once what does not depend on the detail, then the claims.</summary>
internal sealed class ReportModelBuilder
{
    private const int MostSources = 1000;

    private readonly ScoringResult result;
    private readonly ReportPlaces places;
    private readonly Phrasing say;
    private readonly CancellationToken cancellation;

    public ReportModelBuilder(ScoringResult result, ClaimDigest digest, Phrasing say, CancellationToken cancellation = default)
    {
        (this.result, this.say, this.cancellation) = (result, say, cancellation);
        Shown = [.. digest.Explained().OrderByDescending(claim => claim.IsJudged).ThenByDescending(claim => claim.WeightDb).ThenBy(claim => claim.Index)];
        var sources = result.SourceList.MostActive(MostSources);
        places = ReportPlaces.Of(Shown, sources);
        result.CountFindings(cancellation);
        var overview = new ReportOverviewBuilder(result, digest, say);
        var agreement = SourceAgreement.Of(result.Evidence, sources, cancellation);
        WithoutClaims = new ReportModel(
            say.Code, overview.Title(), Marking.Highest(result.Evidence.Corpus), overview.Lede(), overview.Facts(), overview.Headlines(), overview.Warnings(), overview.WarningsLeftOut(),
            digest.InWords(say), "", HasReasons: false, CredibilityHistogram.Of(digest.Histogram, say), ReportItemBuilder.Filters(result, say), [],
            new ReportSourceBuilder(result, Shown, sources, places, agreement, say).Build(cancellation),
            LeftOut(result.Sources.Count, MostSources, "source", say),
            AgreementMap.Of(sources, agreement, result.Posterior.Copying, say),
            new ReportFindingsBuilder(result, Shown, places, say).Build(),
            [.. (result.Panel?.Methods ?? []).Select(method => new ReportMethod(method.Name, say[method.Description], say.Percent(100 * method.Agreement, "0.0")))],
            ReportRulesBuilder.Build(result, say), ReportBasis.Of(result.Run, say),
            result.EvaluateBlind(cancellation) is { Gold: > 0 } blind ? ReliabilityDiagram.Of(blind, say) : null);
    }

    /// <summary>The claims shown, the most credible first, those that cannot be judged last.</summary>
    public ClaimScore[] Shown { get; }

    /// <summary>All but the claims and their items.</summary>
    public ReportModel WithoutClaims { get; }

    /// <summary>The items of some of the claims, with those.</summary>
    public ReportItemBuilder ItemsOf(ClaimScore[] claims, ReportDetail detail) => new(result, claims, places, detail, say, cancellation);

    /// <summary>The report with some of the claims.</summary>
    public ReportModel With(IEnumerable<ReportClaim> claims, ReportDetail detail) => WithoutClaims with
    {
        Omission = say[detail.Omission],
        HasReasons = detail.Reasons > 0,
        Claims = [.. claims.OrderBy(claim => claim.Position)],
    };

    /// <summary>The claims shown of some of the items, evenly taken.</summary>
    /// <param name="most">About how many items.</param>
    /// <returns>Those claims, and how many times as many items are shown.</returns>
    public (ClaimScore[] Claims, double Fold) Sample(int most)
    {
        var items = Shown.GroupBy(claim => result.Evidence.Corpus.ItemOfClaim[claim.Index]).ToArray();
        var step = Math.Max(1, items.Length / most);
        var some = items.Where((_, index) => index % step == 0).ToArray();
        return ([.. some.SelectMany(claims => claims)], (double)items.Length / some.Length);
    }

    public static string LeftOut(int count, int most, string noun, Phrasing say) =>
        count > most ? say.Say("{0} not shown.", say.Counted(count - most, $"more {noun}")) : "";
}
