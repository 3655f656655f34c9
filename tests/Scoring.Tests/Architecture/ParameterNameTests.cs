using System.Reflection;
using System.Runtime.CompilerServices;
using Scoring.Calibrating;
using Scoring.Evaluating;
using Scoring.Reading;
using Scoring.Reporting;

namespace Scoring.Tests.Architecture;

/// <summary>Who hands over nothing, or what can be no path, is told by the name of the parameter that he sees.</summary>
public sealed class ParameterNameTests
{
    private static readonly ScoringResult Result = CredibilityScorer.Score([new("i", "s")], new ScoringOptions { Panel = true });

    private static readonly object[] Given =
    [
        Result, Result.Panel!, Result.Report, Result.Claims[0], new ScoringOptions(), new ReportOptions(), new Simulation { Items = 1 },
        Calibration.Read(Calibrating.CalibrationFiles.Write(IdentityMap.Instance)), Result.Run.SkippedRows, default(CancellationToken), 0.5, 0, false,
        new KnownTruth[] { new("i", "true") }, new Assertion[] { new("i", "s") }, new[] { "auto" }, "no such file",
    ];

    [Test]
    public void Library_NullWhereNoneMayBe_NamesTheParameter()
    {
        var notNull = Parameters().Where(at => new NullabilityInfoContext().Create(at.Parameter).WriteState == NullabilityState.NotNull).ToArray();
        Assert.That(notNull, Has.Length.GreaterThan(20));
        foreach (var (method, parameter) in notNull)
        {
            Assert.That(Thrown(method, parameter, null), Is.InstanceOf<ArgumentNullException>().With.Property(nameof(ArgumentException.ParamName)).EqualTo(parameter.Name), $"{method.DeclaringType!.Name}.{method.Name}: {parameter.Name}");
        }
    }

    [Test]
    public void Library_WhatCanBeNoPath_NamesTheParameter([Values("", "a\0b")] string path)
    {
        var paths = Parameters().Where(at => at.Parameter.Name is "path" or "claimsPath" or "folder").ToArray();
        Assert.That(paths, Has.Length.GreaterThan(12));
        foreach (var (method, parameter) in paths)
        {
            Assert.That(Thrown(method, parameter, path), Is.InstanceOf<ArgumentException>().With.Property(nameof(ArgumentException.ParamName)).EqualTo(parameter.Name), $"{method.DeclaringType!.Name}.{method.Name}: {parameter.Name}");
        }
    }

    [Test]
    public void Options_WhatCanBeNoPath_IsRefusedByTheProperty([Values("", "a\0b")] string path)
    {
        var paths = typeof(ScoringOptions).GetProperties().Where(property => property.Name.EndsWith("Path", StringComparison.Ordinal)).ToArray();
        Assert.That(paths, Has.Length.GreaterThan(3));
        foreach (var property in paths)
        {
            Assert.That(() => property.SetValue(new ScoringOptions(), path, BindingFlags.DoNotWrapExceptions, null, null, null), Throws.ArgumentException.With.Message.StartsWith($"{property.Name} must be a path"));
        }
    }

    [Test]
    public void Overwritten_InputThatCanBeNoPath_NamesTheInputs([Values("", "a\0b")] string path) =>
        Assert.That(() => ReportFolder.Overwritten("out", "a", null, path), Throws.ArgumentException.With.Property(nameof(ArgumentException.ParamName)).EqualTo("inputs"));

    [Test]
    public void BadDataException_NoRows_NamesThem() =>
        Assert.That(() => new BadDataException(null!), Throws.ArgumentNullException.With.Property(nameof(ArgumentException.ParamName)).EqualTo("rows"));

    [Test]
    public void Score_ModelThatDoesNotFit_NamesTheOptions() =>
        Assert.That(() => CredibilityScorer.Score([new("i", "s", "x")], new ScoringOptions { Model = "confusion" }), Throws.InstanceOf<ArgumentException>().With.Property(nameof(ArgumentException.ParamName)).EqualTo("options").And.Message.StartsWith("model 'confusion' needs"));

    /// <summary>The parameters of all public methods that hold a reference, but for those that the compiler writes for records.</summary>
    private static IEnumerable<(MethodInfo Method, ParameterInfo Parameter)> Parameters() => typeof(CredibilityScorer).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute)) && method is { IsSpecialName: false } && method.Name is not (nameof(Equals) or "Deconstruct"))
        .SelectMany(method => method.GetParameters().Where(parameter => !parameter.ParameterType.IsValueType && !parameter.IsOut).Select(parameter => (method, parameter)));

    /// <summary>What a method throws that is given good arguments and one other.</summary>
    private static Exception? Thrown(MethodInfo method, ParameterInfo parameter, object? argument)
    {
        object?[] arguments = [.. method.GetParameters().Select(other => other == parameter ? argument : other.HasDefaultValue && other.ParameterType.IsClass ? null : Good(other.ParameterType))];
        try
        {
            method.Invoke(method.IsStatic ? null : Good(method.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return null;
        }
        catch (Exception exception) when (exception is not AssertionException)
        {
            return exception;
        }
    }

    private static object Good(Type type) => Array.Find(Given, type.IsInstanceOfType) ?? Activator.CreateInstance(type)!;
}
