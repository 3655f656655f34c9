using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Fluid;
using Fluid.Accessors;

namespace Scoring.Reporting;

/// <summary>The properties of the models under the names that templates use: words joined by underscores. A text that is empty is nothing, so that templates need not compare it.</summary>
/// <remarks>
/// Each model is named here, so that a program compiled ahead of time keeps its properties, and nothing is compiled for them at the start, as in Fluid's own way.
/// </remarks>
internal sealed class ModelMembers : MemberAccessStrategy
{
    private static readonly Dictionary<Type, Lazy<Dictionary<string, DelegateAccessor>>> Models = new(
    [
        Model<HtmlPage>(), Model<HtmlItems>(), Model<MarkdownPage>(), Model<ReportModel>(), Model<ReportFact>(), Model<ReportFilters>(), Model<ReportFindings>(), Model<ReportFinding>(),
        Model<ReportMethod>(), Model<ReportRules>(), Model<ReportTypeRule>(), Model<ReportFactorRule>(), Model<ReportItem>(), Model<ReportClaim>(), Model<ReportRange>(),
        Model<ReportAssertion>(), Model<ReportQuotation>(), Model<ReportAddress>(), Model<ReportSource>(), Model<ReportSourceStory>(), Model<ReportLink>(),
        Model<ReportBasis>(), Model<WaterfallChart>(), Model<WaterfallBar>(), Model<WaterfallReason>(), Model<WaterfallTick>(), Model<Timeline>(), Model<TimelineRow>(),
        Model<TimelineDot>(), Model<LineageGraph>(), Model<LineageBox>(), Model<AgreementMap>(), Model<AgreementRow>(), Model<AgreementCell>(),
        Model<CredibilityHistogram>(), Model<HistogramBar>(), Model<ReliabilityDiagram>(), Model<ReliabilityDot>(), Model<ReliabilityTick>(),
    ]);

    public override IMemberAccessor? GetAccessor(Type type, string name) => Models.TryGetValue(type, out var members)
        ? members.Value.GetValueOrDefault(name)
        : throw new InvalidOperationException($"{type} is not among the models that templates may read");

    public override void Register(Type type, IEnumerable<KeyValuePair<string, IMemberAccessor>> accessors) => throw new NotSupportedException();

    private static KeyValuePair<Type, Lazy<Dictionary<string, DelegateAccessor>>> Model<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TModel>()
        where TModel : class => new(typeof(TModel), new(MembersOf<TModel>));

    private static Dictionary<string, DelegateAccessor> MembersOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TModel>()
        where TModel : class => typeof(TModel).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), property => AccessorOf<TModel>(property.GetMethod!), StringComparer.Ordinal);

    private static DelegateAccessor AccessorOf<TModel>(MethodInfo getter)
        where TModel : class
    {
        if (getter.ReturnType == typeof(bool))
        {
            var get = getter.CreateDelegate<Func<TModel, bool>>();
            return new((model, _) => get((TModel)model));
        }

        if (getter.ReturnType == typeof(int))
        {
            var get = getter.CreateDelegate<Func<TModel, int>>();
            return new((model, _) => get((TModel)model));
        }

        var getObject = getter.CreateDelegate<Func<TModel, object?>>();
        return new((model, _) => getObject((TModel)model) switch { "" => null, var value => value });
    }
}
