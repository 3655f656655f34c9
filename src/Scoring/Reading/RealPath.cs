namespace Scoring.Reading;

/// <summary>Where a path leads.</summary>
internal static class RealPath
{
    /// <summary>Tells files apart as the system does: on Windows and macOS case makes no other file.</summary>
    public static StringComparer Comparer { get; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The path with every link on the way followed.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var real = Path.Combine(Of(parent), Path.GetFileName(full));
        FileSystemInfo entry = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
        return entry.LinkTarget is null ? real : Of(entry.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
    }

    /// <summary>The first of the inputs that is one of the outputs, or <see langword="null"/>; <see langword="null"/> inputs are passed over.</summary>
    public static string? FirstAmong(IEnumerable<string> outputs, IEnumerable<string?> inputs)
    {
        var real = outputs.Select(Of).ToHashSet(Comparer);
        return inputs.FirstOrDefault(input => input is not null && real.Contains(Of(input)));
    }
}
