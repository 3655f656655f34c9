namespace Scoring.Inference.Panel;

/// <summary>The classical methods, in the order of their publication.</summary>
internal static class PanelMethods
{
    public static IReadOnlyList<IPanelMethod> All { get; } =
    [
        new MajorityVote(),
        new DawidSkene(),
        new Glad(),
        new ZenCrowd(),
        new Ibcc(),
        new Mace(),
        new Ebcc(),
        new Wawa(),
    ];
}
