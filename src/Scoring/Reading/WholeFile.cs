namespace Scoring.Reading;

/// <summary>Replaces a file as a whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file and moves over it when all is written, so that a failure leaves the file as it was.</summary>
    /// <param name="path">The file; where it is a link, what the link leads to is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var to = RealPath.Of(path);
        ThrowIfReadOnly(to);
        var partial = PartOf(to);
        try
        {
            using (var stream = File.Create(partial))
            {
                write(stream);
            }

            File.Move(partial, to, overwrite: true);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"{path}: cannot be written: {exception.Message}", exception);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Where what a file is to hold is written first: a name that no other run has.</summary>
    public static string PartOf(string path) => $"{path}.{Path.GetRandomFileName()}.partial";

    /// <exception cref="IOException">The file cannot be written, as far as can be told without doing so.</exception>
    public static void ThrowIfNotWritable(string path)
    {
        var to = RealPath.Of(path);
        ThrowIfReadOnly(to);
        try
        {
            var part = PartOf(to);
            File.Create(part).Dispose();
            File.Delete(part);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new IOException($"{path}: cannot be written: {exception.Message}", exception);
        }
    }

    private static void ThrowIfReadOnly(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"{path}: found a folder, expected a file");
        }

        if (File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
        {
            throw new IOException($"{path}: found a file that is read-only, expected one that may be replaced");
        }
    }
}
