using System.ComponentModel;
using System.Diagnostics;

namespace Scoring.Cli;

/// <summary>Opens a file with the program that the platform has for it.</summary>
internal static class Opener
{
    /// <summary>How long an opener may take to say that it cannot.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Opens the file; where that does not work, says so and how to do it by hand.</summary>
    public static void Open(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            using var process = Process.Start(How(full));
            if (process?.WaitForExit(Patience) == true && process.ExitCode != 0)
            {
                Say(process.StartInfo.FileName, full);
            }
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or InvalidOperationException)
        {
            Say(OperatingSystem.IsWindows() ? "the shell" : Program, full);
        }
    }

    private static string Program => OperatingSystem.IsMacOS() ? "open" : "xdg-open";

    private static ProcessStartInfo How(string path) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(path) { UseShellExecute = true }
        : new ProcessStartInfo(Program, [path]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

    private static void Say(string program, string path) =>
        Terminal.Warn([$"--open: {program} could not open the report; open it yourself: {path}"]);
}
