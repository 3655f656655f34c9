namespace Scoring.Reporting;

/// <summary>How much of each claim a report shows: less where there are very many, so that it stays fit to open.</summary>
/// <param name="Reasons">Reasons shown of each bar.</param>
/// <param name="Assertions">Assertions shown of each item.</param>
/// <param name="Constants">Whether bars whose reason is the same for every claim repeat it.</param>
internal sealed record ReportDetail(int Reasons, int Assertions, bool Constants)
{
    /// <summary>More claims than this are shown in less detail.</summary>
    public const int Many = 300;

    private const int VeryMany = 1000;

    /// <summary>Whether times are drawn too; they stand beside the assertions in any case.</summary>
    public bool Timelines { get; init; } = true;

    /// <summary>Whether lineages are drawn; origins stand beside the assertions in any case.</summary>
    public bool Lineages { get; init; } = true;

    /// <summary>Whether the bars of claims that are not the most credible of their item have reasons.</summary>
    public bool ReasonsOfRivals { get; init; } = true;

    /// <summary>Whether the claims that are not the most credible of their item have bars.</summary>
    public bool BarsOfRivals { get; init; } = true;

    /// <summary>What a report leaves out, for its readers; empty if nothing.</summary>
    public string Omission => (BarsOfRivals, ReasonsOfRivals, Lineages) switch
    {
        (false, _, _) when Reasons == 0 => "Of so many claims, bars are drawn for the most credible of each item alone, without reasons, and neither lineages nor times are drawn; breakdown.csv has all bars and reasons.",
        (false, _, false) => "Of so many claims, bars are drawn for the most credible of each item alone, and neither lineages nor times are drawn; breakdown.csv has all bars and reasons.",
        (false, _, true) => "Of so many claims, bars are drawn for the most credible of each item alone, and times are not drawn; breakdown.csv has all bars and reasons.",
        (_, false, _) => "Of so many claims, reasons are given for the most credible of each item alone, and times are not drawn; breakdown.csv has all bars and reasons.",
        _ => "",
    };

    public static ReportDetail For(int claims) => claims switch
    {
        > VeryMany => new ReportDetail(1, 16, Constants: false),
        > Many => new ReportDetail(3, 16, Constants: true),
        _ => new ReportDetail(12, 40, Constants: true),
    };

    /// <summary>Ways to show a number of claims, each with less detail than the one before.</summary>
    public static IReadOnlyList<ReportDetail> Of(int claims)
    {
        var detail = For(claims);
        var brief = detail with { Reasons = 1, Constants = false, Assertions = 16, Timelines = false, ReasonsOfRivals = false };
        var briefer = brief with { BarsOfRivals = false, Assertions = 8 };
        var briefest = briefer with { Lineages = false };
        return [detail, brief, briefer, briefest, briefest with { Reasons = 0 }];
    }
}
