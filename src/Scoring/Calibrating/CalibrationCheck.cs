using System.Globalization;
using Scoring.Reading;

namespace Scoring.Calibrating;

/// <summary>Finds what makes no sense in a calibration file.</summary>
internal static class CalibrationCheck
{
    private const double LargestNumber = 1e6;

    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        [IdentityMap.Name] = [],
        [PlattMap.Name] = ["slope", "intercept"],
        [BetaMap.Name] = ["a", "b", "c"],
        [IsotonicMap.Name] = ["points"],
    };

    public static IEnumerable<(string Path, string Found, string Expected)> Faults(CalibrationText text) =>
    [
        .. Text("engine", text.Engine),
        .. Text("model", text.Model),
        .. Text("rules.name", text.Rules.Name),
        .. Text("rules.version", text.Rules.Version),
        .. Text("rules.sha256", text.Rules.Sha256),
        .. Number("unrelated_correlation", text.UnrelatedCorrelation, 0, 1),
        .. Number("gold_items", text.GoldItems, MapChoice.LeastItems, int.MaxValue),
        .. Number("cross_validated.folds", text.CrossValidated.Folds, 2, 1000),
        .. Quality("cross_validated.before", text.CrossValidated.Before),
        .. Quality("cross_validated.after", text.CrossValidated.After),
        .. Hash("rules.sha256", text.Rules.Sha256),
        .. Hash("claims_sha256", text.ClaimsSha256),
        .. Hash("truth_sha256", text.TruthSha256),
        .. Map(text.Map),
    ];

    private static IEnumerable<(string, string, string)> Map(CalibrationMap map)
    {
        if (!Members.TryGetValue(map.Kind, out var needed))
        {
            return [("map.kind", $"'{Shortened.Text(map.Kind)}'", $"one of {string.Join(", ", Members.Keys.Order(StringComparer.Ordinal))}")];
        }

        (string Name, double? Value, double Least)[] numbers =
            [("slope", map.Slope, 0), ("intercept", map.Intercept, -LargestNumber), ("a", map.A, 0), ("b", map.B, 0), ("c", map.C, -LargestNumber)];
        var present = numbers.Where(number => number.Value is not null).Select(number => number.Name).Concat(map.Points is null ? [] : ["points"]).ToArray();
        return present.SequenceEqual(needed, StringComparer.Ordinal)
            ? [.. numbers.Where(number => number.Value is not null).SelectMany(number => Number($"map.{number.Name}", number.Value!.Value, number.Least, LargestNumber)), .. Points(map.Points)]
            : [("map", $"kind {map.Kind} with {Names(present)}", $"kind {map.Kind} with {Names(needed)}")];
    }

    private static IEnumerable<(string, string, string)> Points(MapPoint[]? points)
    {
        if (points is null)
        {
            return [];
        }

        const string expected = "at least one point: credibility from 0 to 1, rising; probability above 0 and below 1, never falling";
        for (var i = 0; i < points.Length; i++)
        {
            // Not "is it bad" but "is it not good", so that a null or NaN is caught.
            var isGood = points[i] is { Credibility: >= 0 and <= 1, Probability: > 0 and < 1 }
                && (i == 0 || (points[i].Credibility > points[i - 1].Credibility && points[i].Probability >= points[i - 1].Probability));
            if (!isGood)
            {
                return [("map.points", points[i] is null ? "null" : string.Create(CultureInfo.InvariantCulture, $"point {i + 1}: {points[i].Credibility}, {points[i].Probability}"), expected)];
            }
        }

        return points.Length > 0 ? [] : [("map.points", "none", expected)];
    }

    private static IEnumerable<(string, string, string)> Quality(string path, CalibrationQuality? quality) => quality is null
        ? [(path, "null", "a log loss and a calibration error")]
        : [.. Number($"{path}.log_loss", quality.LogLoss, 0, LargestNumber), .. Number($"{path}.ece", quality.Ece, 0, 1)];

    private static IEnumerable<(string, string, string)> Text(string path, string? text) => text is null ? [(path, "null", "a text")] : [];

    private static IEnumerable<(string, string, string)> Hash(string path, string? hash) =>
        hash is null || (hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)) ? [] : [(path, $"'{Shortened.Text(hash)}'", "64 hexadecimal digits in lower case")];

    private static IEnumerable<(string, string, string)> Number(string path, double number, double least, double most) => number >= least && number <= most
        ? []
        : [(path, number.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"))];

    private static string Names(string[] names) => names.Length == 0 ? "no figures" : string.Join(", ", names);
}
