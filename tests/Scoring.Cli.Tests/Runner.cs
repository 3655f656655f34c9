using System.Diagnostics;
using System.Text;

namespace Scoring.Cli.Tests;

/// <summary>Runs the executable as a user would, with its output redirected: that of the build, or the published one whose full path is SCORING_EXECUTABLE.</summary>
internal static class Runner
{
    private static readonly TimeSpan SafetyNet = TimeSpan.FromSeconds(60);

    /// <summary>Variables that would let the machine of the developer decide what a test sees.</summary>
    private static readonly string[] Unset =
        ["LANG", "LC_ALL", "LC_NUMERIC", "NO_COLOR", "GITHUB_ACTIONS", "CI", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"];

    /// <summary>Whether it is a published one.</summary>
    public static bool IsPublished => Command[0] != "dotnet";

    /// <summary>What starts it: the program, then the first arguments.</summary>
    public static string[] Command { get; } = Environment.GetEnvironmentVariable("SCORING_EXECUTABLE") is { Length: > 0 } published
        ? [Path.IsPathFullyQualified(published) && File.Exists(published) ? published : throw new FileNotFoundException("SCORING_EXECUTABLE: expected the full path of a program", published)]
        : ["dotnet", FindAssembly()];

    /// <summary>The same for a shell.</summary>
    public static string ShellCommand { get; } = string.Join(' ', Command.Select(word => $"'{word}'"));

    /// <summary>Runs a command line. The program of the build runs within this process where it can, which saves compiling it anew each time; with variables of its own, if none, it has a process of its own.</summary>
    public static RunResult Run(string workingFolder, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        if (environment is null && HostedRun.IsPossible(arguments))
        {
            return HostedRun.Run(workingFolder, arguments);
        }

        using var process = Start(workingFolder, arguments, environment);
        return Finish(process);
    }

    public static Process Start(
        string workingFolder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string input = "")
    {
        var start = new ProcessStartInfo(Command[0])
        {
            WorkingDirectory = workingFolder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in Command.Skip(1).Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in Unset)
        {
            start.Environment.Remove(name);
        }

        // Mostly a run compiles its code. Where pages of code may be written too, that takes a quarter less.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return process;
    }

    public static RunResult Finish(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(SafetyNet))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"scoring {string.Join(' ', process.StartInfo.ArgumentList.Skip(Command.Length - 1))} did not end in {SafetyNet}.");
        }

        return new RunResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>The executable that the project reference put beside this assembly: the only other one with a runtime configuration.</summary>
    public static string FindAssembly()
    {
        const string suffix = ".runtimeconfig.json";
        var own = typeof(Runner).Assembly.GetName().Name;
        var names = Directory.EnumerateFiles(AppContext.BaseDirectory, $"*{suffix}")
            .Select(path => Path.GetFileName(path)[..^suffix.Length])
            .Where(name => name != own && name != "testhost");
        return Path.Combine(AppContext.BaseDirectory, $"{names.Single()}.dll");
    }
}
