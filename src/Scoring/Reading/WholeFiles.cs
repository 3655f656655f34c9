namespace Scoring.Reading;

/// <summary>Replaces files as a whole or not at all: each is written beside its place, and all are moved there together.</summary>
internal sealed class WholeFiles : IDisposable
{
    private readonly List<(FileStream Part, string Path)> files = [];

    /// <summary>The files, in the order in which they were begun.</summary>
    public IReadOnlyList<string> Paths => [.. files.Select(file => file.Path)];

    /// <summary>Replaces one file.</summary>
    /// <param name="path">The file; where it is a link, what the link leads to is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        using var one = new WholeFiles();
        write(one.Begin(RealPath.Of(path)));
        one.Replace();
    }

    /// <exception cref="IOException">The file cannot be written, as far as can be told without doing so.</exception>
    public static void ThrowIfNotWritable(string path)
    {
        using var one = new WholeFiles();
        one.Begin(RealPath.Of(path));
    }

    /// <summary>Begins a file, beside its place under a name that no other run has.</summary>
    /// <returns>What it is to hold is written there.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public Stream Begin(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"{path}: found a folder, expected a file");
        }

        if (new FileInfo(path) is { Exists: true, IsReadOnly: true })
        {
            throw new IOException($"{path}: found a file that is read-only, expected one that may be replaced");
        }

        try
        {
            // Not emptied if there: what is emptied some systems write out when it is closed.
            files.Add((new FileStream($"{path}.{Path.GetRandomFileName()}.partial", FileMode.CreateNew, FileAccess.Write, FileShare.Read), path));
            return files[^1].Part;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new IOException($"{path}: cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>Puts all files in their places, whole as they are now. If one cannot be put there, all are as they were.</summary>
    /// <exception cref="IOException">A file cannot be put in its place.</exception>
    public void Replace()
    {
        files.ForEach(file => file.Part.Dispose());
        if (files is [var single])
        {
            // There is no moment at which it is missing.
            File.Move(single.Part.Name, single.Path, overwrite: true);
            return;
        }

        var (asides, placed) = (new List<(string Aside, string Path)>(), new List<string>());
        try
        {
            foreach (var path in Paths.Where(File.Exists))
            {
                var aside = $"{path}.{Path.GetRandomFileName()}.aside";
                try
                {
                    File.Move(path, aside);
                }
                catch (FileNotFoundException)
                {
                    // Another run moved it meanwhile.
                    continue;
                }

                asides.Add((aside, path));
            }

            foreach (var (part, path) in files)
            {
                File.Move(part.Name, path, overwrite: true);
                placed.Add(path);
            }
        }
        catch
        {
            placed.ForEach(File.Delete);
            asides.ForEach(old => File.Move(old.Aside, old.Path, overwrite: true));
            throw;
        }

        asides.ForEach(old => File.Delete(old.Aside));
    }

    /// <summary>Takes back what was begun and not put in its place.</summary>
    public void Dispose() => files.ForEach(file =>
    {
        try
        {
            file.Part.Dispose();
        }
        catch (Exception exception) when (exception is IOException or ArgumentOutOfRangeException)
        {
            // What it holds back cannot be written either: the disk is full, or the file too large for it. Whoever wrote to it has been told.
        }

        File.Delete(file.Part.Name);
    });
}
