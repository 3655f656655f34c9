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
        var partial = $"{to}.partial";
        try
        {
            using (var stream = File.Create(partial))
            {
                write(stream);
            }

            File.Move(partial, to, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
