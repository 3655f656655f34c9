namespace Scoring.Reporting;

/// <summary>How much of each claim a report shows: less where there are very many, so that it stays fit to open.</summary>
/// <param name="Reasons">Reasons shown of each bar.</param>
/// <param name="Assertions">Assertions shown of each item.</param>
/// <param name="Constants">Whether bars whose reason is the same for every claim repeat it.</param>
internal sealed record ReportDetail(int Reasons, int Assertions, bool Constants)
{
    private const int Many = 300;
    private const int VeryMany = 1000;

    public static ReportDetail For(int claims) => claims switch
    {
        > VeryMany => new ReportDetail(1, 16, Constants: false),
        > Many => new ReportDetail(3, 16, Constants: true),
        _ => new ReportDetail(12, 40, Constants: true),
    };
}
