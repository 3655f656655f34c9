namespace Scoring.Calibrating;

/// <summary>Takes the credibilities at their word.</summary>
internal sealed record IdentityMap : ICredibilityMap
{
    public const string Name = "identity";

    private IdentityMap()
    {
    }

    public static IdentityMap Instance { get; } = new();

    public string Kind => Name;

    public double LogOdds(double logOdds) => logOdds;
}
