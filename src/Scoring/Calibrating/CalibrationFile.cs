using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Scoring.Reading;

namespace Scoring.Calibrating;

/// <summary>Calibrations as JSON files, read strictly.</summary>
internal static class CalibrationFile
{
    private const string Expected = "a calibration as `scoring score --truth` writes it";

    private static readonly JsonTypeInfo<CalibrationText> Shape = StrictJson.ShapeOf<CalibrationText>(CalibrationShapes.Default);

    /// <exception cref="BadDataException">The file is no calibration; names every place.</exception>
    public static Calibration Read(string path, List<InputFile>? inputs) => ReadWithPlace(path, inputs).Calibration;

    /// <summary>The same, with the place where its model is named.</summary>
    /// <exception cref="BadDataException">The file is no calibration; names every place.</exception>
    public static (Calibration Calibration, BadRow Model) ReadWithPlace(string path, List<InputFile>? inputs)
    {
        var json = JsonInput.ReadText(path, "calibration", inputs);
        var calibration = Parse(json, path);
        return (calibration, new BadRow(path, StrictJson.LineOf(json, "model"), $"a calibration of the model '{Shortened.Text(calibration.Model)}'", "one of another model"));
    }

    public static Calibration Parse(string json, string file)
    {
        StrictJson.CheckFormat(json, file, CalibrationText.FormatName, CalibrationText.CurrentVersion);
        var text = StrictJson.Parse(json, file, Expected, Shape);
        var bad = CalibrationCheck.Faults(text)
            .Select(fault => new BadRow(file, StrictJson.LineOf(json, fault.Path.Split('.')), $"{fault.Path} = {fault.Found}", fault.Expected))
            .ToArray();
        return bad.Length > 0 ? throw new BadDataException(bad) : new Calibration
        {
            Engine = text.Engine,
            Model = text.Model,
            RulesName = text.Rules.Name,
            RulesVersion = text.Rules.Version,
            RulesSha256 = text.Rules.Sha256,
            UnrelatedCorrelation = text.UnrelatedCorrelation,
            GoldItems = text.GoldItems,
            Before = text.CrossValidated.Before,
            After = text.CrossValidated.After,
            ClaimsSha256 = text.ClaimsSha256,
            TruthSha256 = text.TruthSha256,
            CredibilityMap = text.Map.ToMap(),
        };
    }

    public static void Write(Calibration calibration, Stream stream)
    {
        JsonSerializer.Serialize(stream, TextOf(calibration), Shape);
        stream.Write("\n"u8);
    }

    /// <exception cref="InvalidOperationException">What would be written could not be read again; names every place.</exception>
    public static void ThrowIfUnreadable(Calibration calibration)
    {
        string[] bad = [.. CalibrationCheck.Faults(TextOf(calibration)).Select(fault => $"{fault.Path} = {fault.Found}, expected {fault.Expected}")];
        if (bad.Length > 0)
        {
            throw new InvalidOperationException($"The calibration could not be read again: {string.Join("; ", bad)}.");
        }
    }

    private static CalibrationText TextOf(Calibration calibration) => new()
    {
        Format = CalibrationText.FormatName,
        Version = CalibrationText.CurrentVersion,
        Engine = calibration.Engine,
        Model = calibration.Model,
        Rules = new CalibrationRules(calibration.RulesName, calibration.RulesVersion, calibration.RulesSha256),
        UnrelatedCorrelation = calibration.UnrelatedCorrelation,
        Map = CalibrationMap.Of(calibration.CredibilityMap),
        GoldItems = calibration.GoldItems,
        CrossValidated = new CrossValidation(Folds.Count, calibration.Before, calibration.After),
        ClaimsSha256 = calibration.ClaimsSha256,
        TruthSha256 = calibration.TruthSha256,
    };
}
