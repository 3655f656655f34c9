namespace Scoring.Reading;

/// <summary>Opens files to be read.</summary>
internal static class InputPath
{
    /// <exception cref="IOException">It cannot be read, or is a folder.</exception>
    public static FileStream Open(string path) => Try(path, File.OpenRead);

    /// <exception cref="IOException">It cannot be read, or is a folder.</exception>
    public static byte[] ReadAllBytes(string path) => Try(path, File.ReadAllBytes);

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
