namespace Scoring.Reading;

/// <summary>A folder to write to, made if it is not there. What was made and holds nothing when the writing is over goes again.</summary>
internal sealed class MadeFolder : IDisposable
{
    /// <summary>The folders made, each before the one that holds it.</summary>
    private readonly List<string> made = [];

    /// <param name="path">The folder; those that hold it are made too.</param>
    /// <exception cref="IOException">There is no folder, and none can be made.</exception>
    public MadeFolder(string path)
    {
        for (var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            made.Add(folder);
        }

        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw new IOException($"{path}: found no folder and cannot make one, expected one to write to: {exception.Message}", exception);
        }
    }

    public void Dispose()
    {
        try
        {
            foreach (var folder in made.SkipWhile(folder => !Directory.Exists(folder)).TakeWhile(folder => !Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It stays: why the writing failed is what the caller is to be told.
        }
    }
}
