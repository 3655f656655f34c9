using System.Reflection;

namespace Scoring.Tests.Architecture;

/// <summary>Each stage knows only those before it.</summary>
public sealed class LayerTests
{
    private static readonly string[] Order =
    [
        "Scoring.Scales", "Scoring.Storage", "Scoring.Reading", "Scoring.Indexing", "Scoring.Rules", "Scoring.Kernels", "Scoring.Inference", "Scoring.Inference.Panel",
        "Scoring.Evaluating", "Scoring.Calibrating", "Scoring.Remembering", "Scoring.Explaining", "Scoring", "Scoring.Reporting",
    ];

    private static readonly Assembly Library = typeof(CredibilityScorer).Assembly;

    [Test]
    public void Library_EveryNamespace_HasItsPlace() =>
        Assert.That(Types().Select(type => type.Namespace).Distinct(StringComparer.Ordinal), Is.SubsetOf(Order));

    [Test]
    public void Library_EveryType_UsesOnlyStagesBeforeItsOwn()
    {
        var upward = Types()
            .SelectMany(type => Used(type).Where(used => Rank(used) > Rank(type)).Select(used => $"{type.FullName} uses {used.FullName}"))
            .Distinct(StringComparer.Ordinal);
        Assert.That(upward, Is.Empty);
    }

    [Test]
    public void Library_EveryClass_IsSealedOrStatic() =>
        Assert.That(Types().Where(type => type is { IsClass: true, IsSealed: false }).Select(type => type.FullName), Is.Empty);

    private static IEnumerable<Type> Types() => Library.GetTypes()
        .Where(type => type.Namespace?.StartsWith("Scoring", StringComparison.Ordinal) == true && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false));

    private static int Rank(Type type) => Array.IndexOf(Order, type.Namespace);

    /// <summary>Types of the library in a type's members, and in the local variables and calls of its methods.</summary>
    private static IEnumerable<Type> Used(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)).ToArray();
        return type.GetFields(all).Select(field => field.FieldType)
            .Concat(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(methods.OfType<MethodInfo>().Select(method => method.ReturnType))
            .Concat(methods.SelectMany(method => method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType))
            .Concat(methods.SelectMany(Called))
            .Concat(type.GetNestedTypes(all).SelectMany(Used))
            .SelectMany(Parts)
            .Where(used => used.Assembly == Library && used.Namespace is not null);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];

    /// <summary>Declaring types of what the method's IL calls: every metadata token of a method that can be read off the byte stream.</summary>
    private static IEnumerable<Type> Called(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
        {
            yield break;
        }

        const byte call = 0x28, callVirtual = 0x6F, newObject = 0x73;
        for (var i = 0; i + 4 < il.Length; i++)
        {
            if (il[i] is call or callVirtual or newObject && Resolve(method, BitConverter.ToInt32(il, i + 1)) is { } declaring)
            {
                yield return declaring;
            }
        }
    }

    private static Type? Resolve(MethodBase method, int token)
    {
        try
        {
            var generic = method.IsGenericMethod ? method.GetGenericArguments() : null;
            return method.Module.ResolveMethod(token, method.DeclaringType?.GetGenericArguments(), generic)?.DeclaringType;
        }
        catch (Exception exception) when (exception is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
