namespace Scoring.Scales;

/// <summary>The scales for which STIX 2.1 (appendix A) says how they map to its confidence of 0 to 100.</summary>
public enum StixScale
{
    /// <summary>None, low, medium, high.</summary>
    NoneLowMedHigh = 0,

    /// <summary>Admiralty number.</summary>
    AdmiraltyCredibility = 1,

    /// <summary>Words of estimative probability.</summary>
    Wep = 2,

    /// <summary>"DNI" scale; its cut points are not those of ICD 203.</summary>
    Dni = 3,
}
