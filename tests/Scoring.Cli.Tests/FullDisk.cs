using System.Diagnostics;

namespace Scoring.Cli.Tests;

/// <summary>A disk of its own on which little is free; who may not mount one skips the test.</summary>
internal sealed class FullDisk : IDisposable
{
    private const int Bytes = 1 << 16;
    private const string Filler = "filler";

    private readonly string path;

    private FullDisk(string path) => this.path = path;

    /// <summary>What was written to it.</summary>
    public string[] Files => [.. TempFolder.NamesIn(path).Where(name => name != Filler)];

    public static FullDisk At(string path, int freeBytes)
    {
        Directory.CreateDirectory(path);
        if (!Run("mount", "-t", "tmpfs", "-o", $"size={Bytes}", "tmpfs", path))
        {
            Assert.Ignore("may not mount a disk");
        }

        File.WriteAllBytes(Path.Combine(path, Filler), new byte[Bytes - freeBytes]);
        return new FullDisk(path);
    }

    public void Dispose() => Run("umount", path);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
