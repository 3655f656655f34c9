using System.Text;

namespace Scoring.Cli;

/// <summary>Messages for people, which are lost where nobody takes them: a full disk or a closed stream behind the error stream does not change what a run does.</summary>
/// <param name="inner">Where they go.</param>
internal sealed class ForgivingWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    /// <summary>The error stream, or nothing where the process has none.</summary>
    public static ForgivingWriter OfErrorStream()
    {
        var stream = Null;
        Try(() => stream = Console.Error);
        return new ForgivingWriter(stream);
    }

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // There is nobody left to tell.
        }
    }
}
