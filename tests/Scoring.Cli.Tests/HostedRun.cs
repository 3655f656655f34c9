using System.Reflection;

namespace Scoring.Cli.Tests;

/// <summary>Runs of the program of the build within this process, one at a time: streams and working folder belong to all of it.</summary>
internal static class HostedRun
{
    private static readonly Lock Gate = new();
    private static readonly Lazy<MethodInfo> Main = new(() => Assembly.LoadFrom(Runner.FindAssembly()).EntryPoint!);

    /// <summary>Not of a published program, nor with a terminal behind a stream, for which the program has other words, nor where it limits the memory of its process for good.</summary>
    public static bool IsPossible(string[] arguments) =>
        !Runner.IsPublished && Console.IsOutputRedirected && Console.IsErrorRedirected && !arguments.Contains("--memory-limit", StringComparer.Ordinal);

    public static RunResult Run(string workingFolder, string[] arguments)
    {
        lock (Gate)
        {
            var (before, output, error) = (Environment.CurrentDirectory, Console.Out, Console.Error);
            using StringWriter ownOutput = new(), ownError = new();
            try
            {
                Environment.CurrentDirectory = workingFolder;
                Console.SetOut(ownOutput);
                Console.SetError(ownError);
                return new RunResult((int)Main.Value.Invoke(null, [arguments])!, ownOutput.ToString(), ownError.ToString());
            }
            finally
            {
                Console.SetOut(output);
                Console.SetError(error);
                Environment.CurrentDirectory = before;
            }
        }
    }
}
