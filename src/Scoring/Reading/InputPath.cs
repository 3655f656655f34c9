namespace Scoring.Reading;

/// <summary>Opens files to be read.</summary>
internal static class InputPath
{
    /// <exception cref="IOException">It cannot be read, or is a folder.</exception>
    public static FileStream Open(string path) => Try(path, File.OpenRead);

    /// <exception cref="IOException">It cannot be read, or is a folder.</exception>
    public static byte[] ReadAllBytes(string path) => Try(path, File.ReadAllBytes);

    /// <summary>Refuses pipes where files are read several times: the second time they are empty.</summary>
    /// <param name="paths">The files; <see langword="null"/> entries are passed over.</param>
    /// <exception cref="IOException">One of them can be read once only, or not at all.</exception>
    public static void ThrowIfReadOnce(params ReadOnlySpan<string?> paths)
    {
        foreach (var path in paths)
        {
            if (path is not null && Path.Exists(path))
            {
                using var stream = Open(path);
                if (!stream.CanSeek)
                {
                    throw new IOException($"{path}: found a pipe, which can be read once only; expected a file, which each method reads anew");
                }
            }
        }
    }

    private static T Try<T>(string path, Func<string, T> open)
    {
        try
        {
            return open(path);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(Directory.Exists(path) ? $"{path}: found a folder, expected a file" : $"{path}: found a file that may not be read, expected one that may", exception);
        }
    }
}
