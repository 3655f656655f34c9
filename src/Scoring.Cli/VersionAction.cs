using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Scoring.Cli;

/// <summary>Prints the version, whatever else is said.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine(Terminal.IsJson ? JsonText.Version(version) : version);
        return 0;
    }
}
