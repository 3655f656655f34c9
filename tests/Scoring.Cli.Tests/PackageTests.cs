using System.Diagnostics;
using System.IO.Compression;

namespace Scoring.Cli.Tests;

/// <summary>The packages as <c>dotnet pack</c> makes them of what is built: the library, and the runner as a tool that installs and runs.</summary>
public sealed class PackageTests
{
    private static readonly Lazy<Dictionary<string, string[]>> Packages = new(Inspect);

    private static Dictionary<string, string> texts = [];

    [TestCase("Scoring.nupkg", "lib/net10.0/Scoring.Core.dll")]
    [TestCase("Scoring.nupkg", "lib/net10.0/Scoring.Core.xml")]
    [TestCase("Scoring.nupkg", "README.md")]
    [TestCase("Scoring.nupkg", "icon.png")]
    [TestCase("Scoring.snupkg", "lib/net10.0/Scoring.Core.pdb")]
    [TestCase("Scoring.Tool.nupkg", "tools/net10.0/any/scoring.dll")]
    [TestCase("Scoring.Tool.nupkg", "README.md")]
    [TestCase("Scoring.Tool.nupkg", "icon.png")]
    [TestCase("Scoring.Tool.snupkg", "tools/net10.0/any/scoring.pdb")]
    public void Pack_Package_Has(string package, string file) => Assert.That(Packages.Value[package], Does.Contain(file));

    [TestCase("Scoring.nupkg", "<license type=\"expression\">MIT</license>")]
    [TestCase("Scoring.nupkg", "<readme>README.md</readme>")]
    [TestCase("Scoring.nupkg", "<icon>icon.png</icon>")]
    [TestCase("Scoring.Tool.nupkg", "<packageType name=\"DotnetTool\" />")]
    public void Pack_Package_Says(string package, string text)
    {
        _ = Packages.Value;
        Assert.That(texts[package], Does.Contain(text));
    }

    [Test]
    public void Pack_Tool_InstallsAndScoresTheSample()
    {
        var sample = Places.FindOrIgnore("data/belarus-call");
        _ = Packages.Value;
        using var folder = new TempFolder();
        Pack(folder, "Scoring.Cli");
        Dotnet(folder.Root, "tool", "install", "Scoring.Tool", "--tool-path", folder.PathOf("tools"), "--source", folder.PathOf("packages"));
        var start = new ProcessStartInfo(folder.PathOf("tools/scoring"), ["score", Path.Combine(sample, "claims.csv"), "--out", folder.PathOf("out"), "--quiet"]) { UseShellExecute = false };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.That((process.ExitCode, File.Exists(folder.PathOf("out/report.html"))), Is.EqualTo((RunResult.Done, true)));
    }

    /// <summary>Files of each package.</summary>
    private static Dictionary<string, string[]> Inspect()
    {
        using var folder = new TempFolder();
        Pack(folder, "Scoring");
        Pack(folder, "Scoring.Cli");
        var files = new Dictionary<string, string[]>(StringComparer.Ordinal);
        texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder.PathOf("packages")))
        {
            using var zip = ZipFile.OpenRead(path);
            var nuspec = zip.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal));
            var name = $"{Path.GetFileNameWithoutExtension(nuspec.Name)}{Path.GetExtension(path)}";
            files[name] = [.. zip.Entries.Select(entry => entry.FullName)];
            using var reader = new StreamReader(nuspec.Open());
            texts[name] = reader.ReadToEnd();
        }

        return files;
    }

    private static void Pack(TempFolder folder, string project) => Dotnet(
        Path.Combine(Places.FindOrIgnore("src"), project), "pack", "--no-build", "--no-restore", "-c", Configuration, "-o", folder.PathOf("packages"));

    /// <summary>The configuration that the tests were built in: the name of the folder they lie in.</summary>
    private static string Configuration => Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)) == "release" ? "Release" : "Debug";

    private static void Dotnet(string workingFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = workingFolder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var result = Runner.Finish(process);
        Assert.That(result.ExitCode, Is.Zero, result.Everything);
    }
}
