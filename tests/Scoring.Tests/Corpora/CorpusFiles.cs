using System.Runtime.CompilerServices;

namespace Scoring.Tests.Corpora;

/// <summary>Finds the repository and its sample corpus.</summary>
internal static class CorpusFiles
{
    public static string Root { get; } = FindRoot();

    public static string BelarusCall { get; } = Path.Combine(Root, "data", "belarus-call", "claims.csv");

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
