namespace Scoring.Calibrating;

/// <summary>A calibration as its file has it.</summary>
internal sealed record CalibrationText
{
    public const string FormatName = "scoring-calibration";

    public const int CurrentVersion = 1;

    public required string Format { get; init; }

    public required int Version { get; init; }

    public required string Engine { get; init; }

    public required string Model { get; init; }

    public required CalibrationRules Rules { get; init; }

    public required double UnrelatedCorrelation { get; init; }

    public required CalibrationMap Map { get; init; }

    public required int GoldItems { get; init; }

    public required CrossValidation CrossValidated { get; init; }

    public string? ClaimsSha256 { get; init; }

    public string? TruthSha256 { get; init; }
}

/// <summary>The rule set in force when it was fitted.</summary>
internal sealed record CalibrationRules(string Name, string Version, string Sha256);

/// <summary>Quality before and after.</summary>
internal sealed record CrossValidation(int Folds, CalibrationQuality Before, CalibrationQuality After);

/// <summary>A map by kind; only the members of its kind are there.</summary>
internal sealed record CalibrationMap(
    string Kind, double? Slope = null, double? Intercept = null, double? A = null, double? B = null, double? C = null, MapPoint[]? Points = null)
{
    public static CalibrationMap Of(ICredibilityMap map) => map switch
    {
        PlattMap platt => new(platt.Kind, Slope: platt.Slope, Intercept: platt.Intercept),
        BetaMap beta => new(beta.Kind, A: beta.A, B: beta.B, C: beta.C),
        IsotonicMap isotonic => new(isotonic.Kind, Points: [.. isotonic.Credibility.Zip(isotonic.Probability, (credibility, probability) => new MapPoint(credibility, probability))]),
        _ => new(map.Kind),
    };

    /// <summary>The map; the text has passed <see cref="CalibrationCheck"/>.</summary>
    public ICredibilityMap ToMap() => Kind switch
    {
        PlattMap.Name => new PlattMap(Slope!.Value, Intercept!.Value),
        BetaMap.Name => new BetaMap(A!.Value, B!.Value, C!.Value),
        IsotonicMap.Name => new IsotonicMap([.. Points!.Select(point => point.Credibility)], [.. Points!.Select(point => point.Probability)]),
        _ => IdentityMap.Instance,
    };
}

/// <summary>A point of an isotonic map.</summary>
internal sealed record MapPoint(double Credibility, double Probability);
