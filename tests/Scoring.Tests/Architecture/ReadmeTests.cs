using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Architecture;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(CorpusFiles.Root, "README.md"));

    [Test]
    public void Readme_Code_CompilesAndPrintsWhatItSays() =>
        Assert.That(Run(Block("csharp")).ReplaceLineEndings("\n"), Is.EqualTo(Block("text")));

    [Test]
    public void Readme_Code_IsTenLinesAtMost() =>
        Assert.That(Block("csharp").Split('\n').Count(line => line.Trim().Length > 0 && !line.StartsWith("using", StringComparison.Ordinal)), Is.LessThanOrEqualTo(10));

    private static string Block(string language) =>
        Regex.Match(Readme, $"```{language}\n(.*?)```", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups[1].Value;

    private static string Run(string code)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Readme",
            [CSharpSyntaxTree.ParseText($"using System;\n{code}")],
            platform.Append(typeof(CredibilityScorer).Assembly.Location).Distinct(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.That(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);

        var console = Console.Out;
        using var output = new StringWriter();
        try
        {
            Console.SetOut(output);
            Assembly.Load(image.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString();
    }
}
