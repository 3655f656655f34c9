namespace Scoring.Scales;

/// <summary>Guards against numbers cast to an enumeration that has no such member.</summary>
internal static class Defined
{
    public static void ThrowIfNot<T>(T value, string name)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"must be one of {string.Join(", ", Enum.GetNames<T>())}");
        }
    }
}
