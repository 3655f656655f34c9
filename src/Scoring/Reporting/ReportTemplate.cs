using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace Scoring.Reporting;

/// <summary>A Liquid template of the library's own.</summary>
internal static class ReportTemplate
{
    private static readonly ConcurrentDictionary<string, Lazy<IFluidTemplate>> Templates = new(StringComparer.Ordinal);

    /// <summary>The template; parsed once, which takes far longer than rendering a small report.</summary>
    public static IFluidTemplate Parsed(string name) =>
        Templates.GetOrAdd(name, static name => new Lazy<IFluidTemplate>(() => new FluidParser().Parse(Assets.Template(name)))).Value;

    /// <summary>Renders a model. All texts pass through the encoder; the filter <c>t</c> puts the template's own words into the language.</summary>
    public static void Render(string name, object model, Phrasing say, TextEncoder encoder, TextWriter writer)
    {
        var template = Parsed(name);
        var options = new TemplateOptions
        {
            MemberAccessStrategy = new ModelMembers(),
            CultureInfo = CultureInfo.InvariantCulture,
        };
        options.Filters.AddFilter("t", (input, arguments, _) => new StringValue(
            say.Say(input.ToStringValue(), [.. Enumerable.Range(0, arguments.Count).Select(index => arguments.At(index).ToStringValue())])));
        options.Filters.AddFilter("md", (input, _, _) => new StringValue(MarkdownText.Of(input.ToStringValue())));
        template.RenderAsync(writer, new TemplateContext(model, options), encoder).AsTask().GetAwaiter().GetResult();
    }
}
