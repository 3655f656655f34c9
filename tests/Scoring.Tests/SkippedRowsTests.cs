using Scoring.Reading;
using Scoring.Tests.Reading;

namespace Scoring.Tests;

/// <summary>Whatever reads files leniently tells which rows it skipped.</summary>
public sealed class SkippedRowsTests
{
    private readonly List<BadRow> told = [];

    private InputFolder folder = null!;
    private string claims = "";

    [SetUp]
    public void Write()
    {
        folder = new InputFolder();
        told.Clear();
        claims = folder.Write("claims.csv", "item,source,value,interest\n,s,x,9\n" + string.Concat(Enumerable.Range(0, 30).Select(item => $"i{item},a,x,\ni{item},b,x,\n")) + "i,,x,\n");
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void Score_Lenient_TellsWhatTheRunLists()
    {
        using var result = CredibilityScorer.Score(claims, Options);
        Assert.That(told.Select(row => row.LineNumber), Is.EqualTo(new[] { 2, 2, 63 }));
        Assert.That(told, Is.EqualTo(result.Run.SkippedRows));
    }

    [Test]
    public void Calibrate_Lenient_TellsTheSame()
    {
        CredibilityScorer.Calibrate(claims, Truths, Options);
        Assert.That(told.Select(row => row.LineNumber), Is.EqualTo(new[] { 2, 2, 63 }));
    }

    [Test]
    public void Evaluate_LenientWithSeveralMethods_TellsTheSameOnce()
    {
        CredibilityScorer.Evaluate(claims, Truths, ["one-coin", "majority", "one-coin"], Options);
        Assert.That(told.Select(row => row.LineNumber), Is.EqualTo(new[] { 2, 2, 63 }));
    }

    [Test]
    public void ReadTruths_Lenient_TellsOfTruths()
    {
        var path = folder.Write("truth.csv", "item,value\ni,x\n,y\n");
        Assert.That(CredibilityScorer.ReadTruths(path, Options), Is.EqualTo(new[] { new KnownTruth("i", "x") }));
        Assert.That(told.Select(row => (row.File, row.LineNumber)), Is.EqualTo(new[] { (path, 3L) }));
    }

    [Test]
    public void Score_NotLenient_TellsNothing()
    {
        Assert.That(() => CredibilityScorer.Score(claims, Options with { Lenient = false }), Throws.InstanceOf<BadDataException>());
        Assert.That(told, Is.Empty);
    }

    private static KnownTruth[] Truths => [.. Enumerable.Range(0, 30).Select(item => new KnownTruth($"i{item}", "x"))];

    private ScoringOptions Options => new() { Lenient = true, OnSkippedRow = told.Add };
}
