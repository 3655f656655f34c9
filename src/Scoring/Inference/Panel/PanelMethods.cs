namespace Scoring.Inference.Panel;

/// <summary>The classical methods, in the order of their publication.</summary>
internal static class PanelMethods
{
    public static IReadOnlyList<IPanelMethod> All { get; } =
    [
        new MajorityVote(),
        new DawidSkene(),
        new TruthFinder(),
        new Accu(),
        new AccuCopy(),
        new Glad(),
        new Cosine(),
        new TwoEstimates(),
        new ThreeEstimates(),
        new Sums(),
        new AverageLog(),
        new Investment(),
        new PooledInvestment(),
        new Ltm(),
        new ZenCrowd(),
        new Ibcc(),
        new Mace(),
        new SimpleLca(),
        new Crh(),
        new Catd(),
        new Ebcc(),
        new Wawa(),
    ];
}
