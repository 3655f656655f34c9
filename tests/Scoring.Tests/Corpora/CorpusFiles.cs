using System.Runtime.CompilerServices;

namespace Scoring.Tests.Corpora;

/// <summary>Finds the sample corpus of the repository, and the public data sets where a machine has them.</summary>
internal static class CorpusFiles
{
    public static string Root { get; } = FindRoot();

    public static string BelarusCall { get; } = Path.Combine(Root, "data", "belarus-call", "claims.csv");

    /// <summary>The claims file of a public set; the test is skipped on machines without the sets.</summary>
    public static string Public(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", name, "claims.csv"));
        if (!File.Exists(path))
        {
            Assert.Ignore($"The public data set {name} is not on this machine (looked for ../shared/data/{name}/claims.csv beside the repository).");
        }

        return path;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Scoring.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
