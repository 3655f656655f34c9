using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace Scoring.Reporting;

/// <summary>A Liquid template of the library's own.</summary>
/// <param name="text">Its text. Parsed once, which takes longer than rendering a small report.</param>
internal sealed class ReportTemplate(Func<string> text)
{
    private readonly Lazy<IFluidTemplate> parsed = new(() => new FluidParser().Parse(text()));

    /// <summary>Parses it.</summary>
    public void GetReady() => _ = parsed.Value;

    /// <summary>Renders a model. All texts pass through the encoder; the filter <c>t</c> puts the template's own words into the language.</summary>
    public void Render(object model, Phrasing say, TextEncoder encoder, TextWriter writer)
    {
        var options = new TemplateOptions
        {
            MemberAccessStrategy = new ModelMembers(),
            CultureInfo = CultureInfo.InvariantCulture,
        };
        options.Filters.AddFilter("t", (input, arguments, _) => Translated(input, arguments, say));
        options.Filters.AddFilter("md", (input, _, _) => new StringValue(MarkdownText.Of(input.ToStringValue())));
        parsed.Value.RenderAsync(writer, new TemplateContext(model, options), encoder).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Words in the language, with the facts given; those that are as they were stay what they are.</summary>
    private static FluidValue Translated(FluidValue words, FilterArguments facts, Phrasing say)
    {
        var english = words.ToStringValue();
        var text = facts.Count == 0 ? say[english] : say.Say(english, [.. Enumerable.Range(0, facts.Count).Select(index => facts.At(index).ToStringValue())]);
        return ReferenceEquals(text, english) ? words : new StringValue(text);
    }
}
