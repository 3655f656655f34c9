using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Scoring.Reading;

/// <summary>Refuses what can be no path before the system does, which would name a parameter of its own.</summary>
internal static class PathCheck
{
    /// <exception cref="ArgumentException">It is null, empty, or has a null character.</exception>
    public static void ThrowIfNone([NotNull] string? path, [CallerArgumentExpression(nameof(path))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path, name);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A path has no null character.", name);
        }
    }

    /// <summary>The value of a property that may have a path.</summary>
    /// <exception cref="ArgumentException">It is empty, or has a null character.</exception>
    public static string? OrNull(string? value, [CallerMemberName] string property = "") => value is null || (value.Length > 0 && !value.Contains('\0', StringComparison.Ordinal))
        ? value
        : throw new ArgumentException($"{property} must be a path, which is not empty and has no null character, or null.", nameof(value));
}
