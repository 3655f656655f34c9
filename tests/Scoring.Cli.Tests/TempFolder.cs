using System.Text;

namespace Scoring.Cli.Tests;

/// <summary>A working folder of one test, deleted afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    private static readonly Dictionary<string, string> NoVariables = new(StringComparer.Ordinal);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scoring-cli-tests-");

    public string Root => folder.FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Read(string name) => File.ReadAllText(PathOf(name), Encoding.UTF8);

    public string[] FilesIn(string name) => NamesIn(PathOf(name));

    /// <summary>What lies in any folder, by name.</summary>
    public static string[] NamesIn(string path) =>
        [.. Directory.EnumerateFileSystemEntries(path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public RunResult Run(params string[] arguments) => Runner.Run(Root, arguments);

    /// <summary>Runs in a process of its own, in which nothing ran before and texts hash differently.</summary>
    public RunResult RunAfresh(params string[] arguments) => Runner.Run(Root, arguments, NoVariables);

    public RunResult RunWith(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Runner.Run(Root, arguments, environment);

    /// <summary>Scores and returns the folder of the results; a run that fails ends the test.</summary>
    public string Score(string output, params string[] arguments) => OutputOf(output, Run(["score", .. arguments, "--out", output]));

    /// <summary>The same in a process of its own.</summary>
    public string ScoreAfresh(string output, params string[] arguments) => OutputOf(output, RunAfresh(["score", .. arguments, "--out", output]));

    public void Dispose() => folder.Delete(recursive: true);

    private string OutputOf(string output, RunResult result) =>
        result.ExitCode == RunResult.Done ? PathOf(output) : throw new InvalidOperationException(result.Error);
}
