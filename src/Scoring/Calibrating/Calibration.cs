using System.Globalization;
using Scoring.Reading;

namespace Scoring.Calibrating;

/// <summary>What known answers of one corpus taught about credibilities, to be applied to others scored by the same model and rules.</summary>
public sealed record Calibration
{
    internal Calibration()
    {
    }

    /// <summary>Version of the engine that fitted it.</summary>
    public required string Engine { get; init; }

    /// <summary>Name of the model whose credibilities it maps.</summary>
    public required string Model { get; init; }

    /// <summary>Name of the rule set that was in force.</summary>
    public required string RulesName { get; init; }

    /// <summary>Version of that rule set.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>SHA-256 of that rule set's text with line feeds, in lower-case hexadecimal.</summary>
    public required string RulesSha256 { get; init; }

    /// <summary>Correlation of the errors of unrelated voices, in [0, 1]; replaces the rule set's, so that what sources know still counts.</summary>
    public required double UnrelatedCorrelation { get; init; }

    /// <summary>Known answers it was fitted on, at least 20.</summary>
    public required int GoldItems { get; init; }

    /// <summary>Quality without a map, under the correlation that the run had: the rule set's own, unless another calibration was in force.</summary>
    public required CalibrationQuality Before { get; init; }

    /// <summary>Quality with both, each item mapped by a map that was fitted without it.</summary>
    public required CalibrationQuality After { get; init; }

    /// <summary>SHA-256 of the claims file in lower-case hexadecimal; <see langword="null"/> if the claims came from memory.</summary>
    public string? ClaimsSha256 { get; init; }

    /// <summary>SHA-256 of the truth file in lower-case hexadecimal; <see langword="null"/> if the truths came from memory.</summary>
    public string? TruthSha256 { get; init; }

    /// <summary>Kind of the map: identity, platt, beta or isotonic.</summary>
    public string Map => CredibilityMap.Kind;

    internal ICredibilityMap CredibilityMap { get; init; } = IdentityMap.Instance;

    /// <summary>How often a most credible value of the given credibility is right.</summary>
    /// <param name="credibility">Credibility of the most credible value of an item, in [0, 1].</param>
    /// <returns>A probability in [0, 1]; never falling.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1].</exception>
    public double Apply(double credibility) => credibility is >= 0 and <= 1
        ? Logistic.Probability(CredibilityMap.LogOdds(Logistic.LogOdds(credibility)))
        : throw new ArgumentOutOfRangeException(nameof(credibility), credibility, "A credibility must be from 0 to 1.");

    /// <summary>Reads a calibration file.</summary>
    /// <param name="path">A file that <see cref="Write"/> or <c>scoring score --truth</c> wrote.</param>
    /// <exception cref="ArgumentException">The path is null, empty or impossible.</exception>
    /// <exception cref="BadDataException">It is none; names every place with what was expected.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Calibration Read(string path)
    {
        PathCheck.ThrowIfNone(path);
        return CalibrationFile.Read(path, inputs: null);
    }

    /// <summary>Writes the calibration as JSON, as a whole or not at all.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <exception cref="ArgumentException">The path is null, empty or impossible.</exception>
    /// <exception cref="InvalidOperationException">A property was set to what <see cref="Read"/> would refuse; names each, as the file would, with what was expected.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string path)
    {
        PathCheck.ThrowIfNone(path);
        CalibrationFile.ThrowIfUnreadable(this);
        WholeFiles.Write(path, stream => CalibrationFile.Write(this, stream));
    }

    /// <summary>The calibration in a sentence.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"Calibrated on {GoldItems:#,0} known answers: {MapInWords}, correlation of unrelated voices {UnrelatedCorrelation:0.##}; cross-validated log loss {Before.LogLoss:0.000} before, {After.LogLoss:0.000} after; calibration error {Before.Ece:0.000} before, {After.Ece:0.000} after.");

    /// <summary>The map and what it was fitted on, as bars and reports name it.</summary>
    internal string Origin => string.Create(CultureInfo.InvariantCulture, $"{MapInWords} fitted on {GoldItems:#,0} known answers{(ClaimsSha256 is null ? "" : $" of claims file {ClaimsSha256[..12]}…")}");

    private string MapInWords => Map == IdentityMap.Name ? "no map" : $"{Map} map";

    /// <summary>What a user should know who applies it under another engine or other rules.</summary>
    internal IEnumerable<string> Misfits(string engine, string rulesSha256)
    {
        if (engine != Engine)
        {
            yield return $"the calibration was fitted by engine {Shortened.Text(Engine)}, this is {engine}";
        }

        if (rulesSha256 != RulesSha256)
        {
            yield return $"the calibration was fitted under other rules: {Shortened.Text(RulesName)}, version {Shortened.Text(RulesVersion)}";
        }
    }
}
