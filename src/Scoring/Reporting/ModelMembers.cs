using System.Reflection;
using System.Text.Json;
using Fluid;
using Fluid.Accessors;

namespace Scoring.Reporting;

/// <summary>The properties of the models under the names that templates use: words joined by underscores.</summary>
/// <remarks>Fluid's own way has some forty methods compiled at each start.</remarks>
internal sealed class ModelMembers : MemberAccessStrategy
{
    private static readonly MethodInfo AccessorMethod = typeof(ModelMembers).GetMethod(nameof(Accessor), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Dictionary<Type, Dictionary<string, DelegateAccessor>> accessors = [];

    public override IMemberAccessor? GetAccessor(Type type, string name)
    {
        if (!accessors.TryGetValue(type, out var members))
        {
            members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), AccessorOf, StringComparer.Ordinal);
            accessors.Add(type, members);
        }

        return members.GetValueOrDefault(name);
    }

    public override void Register(Type type, IEnumerable<KeyValuePair<string, IMemberAccessor>> accessors) => throw new NotSupportedException();

    private static DelegateAccessor AccessorOf(PropertyInfo property) => AccessorMethod
        .MakeGenericMethod(property.DeclaringType!, property.PropertyType).CreateDelegate<Func<MethodInfo, DelegateAccessor>>()(property.GetMethod!);

    private static DelegateAccessor Accessor<TModel, TValue>(MethodInfo getter)
    {
        var get = getter.CreateDelegate<Func<TModel, TValue>>();
        return new DelegateAccessor((model, _) => get((TModel)model)!);
    }
}
