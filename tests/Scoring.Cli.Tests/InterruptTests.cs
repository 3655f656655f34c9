using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Scoring.Cli.Tests;

/// <summary>A run that its user stops, with Ctrl+C or by closing the terminal, while it reads a pipe that does not end by itself.</summary>
[Platform(Exclude = "Win", Reason = "needs named pipes in the file system and signals")]
public sealed class InterruptTests
{
    private static readonly Lazy<(RunResult Result, string[] Files)> Interrupted = new(() => Stop("-INT"));

    [Test]
    public void Score_Interrupted_ExitsWith130() => Assert.That(Interrupted.Value.Result.ExitCode, Is.EqualTo(RunResult.Interrupted));

    [Test]
    public void Score_Interrupted_SaysSoOnStderr() => Assert.That(Interrupted.Value.Result.Error, Does.Contain("nterrupted"));

    [Test]
    public void Score_Interrupted_WritesNothing() => Assert.That(Interrupted.Value.Files, Is.EqualTo(["claims.csv"]));

    [Test]
    public void Score_Interrupted_ShowsNoStackTrace() => Assert.That(Interrupted.Value.Result.Everything, Does.Not.Contain("   at "));

    [Test]
    public void Score_TerminalClosed_EndsInOrder()
    {
        var (result, files) = Stop("-HUP");
        Assert.That((result.ExitCode, files), Is.EqualTo((RunResult.Interrupted, new[] { "claims.csv" })));
    }

    /// <summary>Jobs that a script sends to the background ignore Ctrl+C, and so does all that they start.</summary>
    [SetUp]
    public void NeedsInterrupts()
    {
        const string status = "/proc/self/status";
        const string ignored = "SigIgn:";
        const ulong interrupt = 1UL << 1;
        var mask = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith(ignored, StringComparison.Ordinal)) : null;
        if (mask is not null && (ulong.Parse(mask[ignored.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & interrupt) != 0)
        {
            Assert.Ignore("Ctrl+C is ignored here, as in a background job of a script: start the tests in the foreground.");
        }
    }

    private static (RunResult Result, string[] Files) Stop(string signal)
    {
        using var folder = new TempFolder();
        var pipe = folder.PathOf("claims.csv");
        Do("mkfifo", pipe);
        using var process = Runner.Start(folder.Root, ["score", "claims.csv", "--out", "out"]);
        var feeding = Task.Run(() => Feed(pipe, () => Do("kill", signal, process.Id.ToString(CultureInfo.InvariantCulture))));
        var result = Runner.Finish(process);
        feeding.Wait(TimeSpan.FromSeconds(10));
        return (result, folder.FilesIn("."));
    }

    /// <summary>Writes rows until nobody reads them any more. That the pipe opens shows that the run has begun.</summary>
    private static void Feed(string pipe, Action onceOpen)
    {
        using var stream = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        stream.Write("item,source,value\n"u8);
        onceOpen();
        try
        {
            for (var row = 0; ; row++)
            {
                stream.Write(Encoding.UTF8.GetBytes(FormattableString.Invariant($"item{row % 1000},source,value\n")));
            }
        }
        catch (IOException)
        {
            // The reader has gone: what the test waits for.
        }
    }

    private static void Do(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
    }
}
