using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;

namespace Scoring.Reporting;

/// <summary>The report for people: one HTML file that needs no network and reads without scripts.</summary>
internal static class HtmlReport
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the report of a result.</summary>
    /// <param name="result">What to show.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(ScoringResult result, TextWriter writer) => Write(result, ClaimDigest.Of(result, new ReportOptions()), writer);

    /// <summary>Writes the report of a result whose claims were gone through already.</summary>
    public static void Write(ScoringResult result, ClaimDigest digest, TextWriter writer)
    {
        var (style, script) = (Asset("report.css"), Asset("report.js"));
        var model = ReportModelBuilder.Build(result, digest) with { Style = style, Script = script, StyleHash = Hash(style), ScriptHash = Hash(script) };
        var template = new FluidParser().Parse(Asset("report.liquid"));
        var options = new TemplateOptions
        {
            MemberAccessStrategy = new UnsafeMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.SnakeCase },
            CultureInfo = CultureInfo.InvariantCulture,
        };
        template.RenderAsync(writer, new TemplateContext(model, options), Encoder).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The hash by which a content security policy allows an inline text.</summary>
    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Asset(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"assets.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
