namespace Scoring.Reporting;

/// <summary>Where each claim and each source stands in a report, for links.</summary>
internal sealed class ReportPlaces
{
    private readonly Dictionary<int, string> claims;
    private readonly Dictionary<int, string> sources;

    private ReportPlaces(Dictionary<int, string> claims, Dictionary<int, string> sources) => (this.claims, this.sources) = (claims, sources);

    public static ReportPlaces Of(IEnumerable<ClaimScore> claims, IEnumerable<SourceScore> sources)
    {
        var anchors = new Anchors();
        return new ReportPlaces(
            claims.OrderBy(claim => claim.Index).ToDictionary(claim => claim.Index, claim => anchors.New("claim-", claim.Value == "true" ? claim.Item : $"{claim.Item} {claim.Value}")),
            sources.OrderBy(source => source.Index).ToDictionary(source => source.Index, source => anchors.New("source-", source.Source)));
    }

    /// <summary>Anchor of a claim; empty if it is not shown.</summary>
    public string OfClaim(int claim) => claims.GetValueOrDefault(claim, "");

    /// <summary>Anchor of a source; empty if it is not shown.</summary>
    public string OfSource(int source) => sources.GetValueOrDefault(source, "");
}
