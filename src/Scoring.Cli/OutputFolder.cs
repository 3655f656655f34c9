namespace Scoring.Cli;

/// <summary>A folder that a command fills with files to start from.</summary>
internal static class OutputFolder
{
    /// <summary>Refuses a folder that holds some of the files already.</summary>
    /// <param name="argument">What the user calls the folder by.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="names">Names of the files that may not be there.</param>
    /// <exception cref="UsageException">It is a file, or holds one of them.</exception>
    public static void ThrowIfThere(string argument, string folder, IEnumerable<string> names)
    {
        if (File.Exists(folder))
        {
            throw new UsageException($"{argument}: found the file '{folder}', expected a folder");
        }

        string[] there = [.. names.Select(name => Path.Combine(folder, name)).Where(Path.Exists)];
        if (there.Length > 0)
        {
            throw new UsageException($"{argument}: found {string.Join(", ", there.Select(path => $"'{path}'"))} already there; nothing was written. --force overwrites.");
        }
    }
}
