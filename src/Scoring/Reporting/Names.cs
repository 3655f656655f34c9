using System.Text.Json;

namespace Scoring.Reporting;

/// <summary>Names of enumerated values as files and console show them: lower case, words joined by underscores.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum => OfType<T>.Names[value];

    private static class OfType<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
    }
}
