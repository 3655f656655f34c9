using System.Runtime.CompilerServices;

namespace Scoring.Tests;

/// <summary>Folders around the tests, found by walking up from the assembly, or from this file if the artifacts lie elsewhere.</summary>
internal static class Places
{
    /// <summary>The folder, or an ignored test where there is none.</summary>
    public static string FindOrIgnore(string relative)
    {
        var found = Above(AppContext.BaseDirectory, relative) ?? Above(Path.GetDirectoryName(ThisFile())!, relative);
        if (found is null)
        {
            Assert.Ignore($"There is no folder {relative} above the tests.");
        }

        return found!;
    }

    private static string? Above(string start, string relative)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, relative);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
