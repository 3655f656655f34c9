using System.Text;
using System.Text.RegularExpressions;

namespace Scoring.Reporting;

/// <summary>The templates, style, script and phrase books that the library carries.</summary>
internal static partial class Assets
{
    /// <summary>An asset with line ends of one character.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"assets.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>A template with the parts that it names by <c>{% include 'part.liquid' %}</c> put in.</summary>
    public static string Template(string name) => Include().Replace(Text(name), match => Template(match.Groups["part"].Value));

    [GeneratedRegex(@"\{%-? include '(?<part>[a-z.-]+)' -?%\}\n?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Include();
}
