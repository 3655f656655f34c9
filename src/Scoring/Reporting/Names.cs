using System.Text.Json;

namespace Scoring.Reporting;

/// <summary>Names of enumerated values as files and console show them: lower case, words joined by underscores.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
