using Scoring.Calibrating;
using Scoring.Reading;
using Scoring.Reporting;
using Scoring.Storage;
using Scoring.Tests.Corpora;

namespace Scoring.Tests;

public sealed class ScoringResultTests
{
    [Test]
    public void Score_MoreThreadsThanAnybodyHas_EndsAllTheSame() => Assert.That(
        CredibilityScorer.Score([new("i", "a"), new("i", "b")], new ScoringOptions { Threads = int.MaxValue }).Claims[0].Credibility,
        Is.EqualTo(CredibilityScorer.Score([new("i", "a"), new("i", "b")], new ScoringOptions { Threads = 1 }).Claims[0].Credibility));

    [Test]
    public void Result_AskedByManyThreads_AnswersAsByOne()
    {
        var (assertions, options) = RandomCorpus.Draw(5);
        var result = CredibilityScorer.Score(assertions, options);
        var expected = result.Claims.Select(claim => (result.WhatWouldChange(claim), result.ToFlip(claim), result.Explain(claim)[^1].Detail)).ToArray();
        Parallel.For(0, 40 * expected.Length, index =>
        {
            var claim = result.Claims[index % expected.Length];
            Assert.That((result.WhatWouldChange(claim), result.ToFlip(claim), result.Explain(claim)[^1].Detail), Is.EqualTo(expected[index % expected.Length]));
        });
    }

    [Test]
    public void WhatWouldChange_KnownAnswer_NothingWould()
    {
        var result = CredibilityScorer.Score([new("q", "a", "yes"), new("q", "b", "no"), new("q", "c", "no")], new ScoringOptions { Truths = [new("q", "yes")] });
        Assert.That(result.Claims.Select(result.WhatWouldChange), Is.All.Null);
    }

    [Test]
    public void ClaimOfAnotherResult_IsRefused()
    {
        var (one, other) = (CredibilityScorer.Score([new("i", "a", "x")], new ScoringOptions { Panel = true }), CredibilityScorer.Score([new("i", "a", "x"), new("i", "a", "y")]));
        foreach (var act in (Action[])[() => one.Explain(other.Claims[1]), () => one.WhatWouldChange(other.Claims[1]), () => one.Panel!.CredibilityOf(other.Claims[1]), () => one.Panel!.RankedFirstBy(other.Claims[1])])
        {
            Assert.That(act, Throws.ArgumentException.With.Message.Contains("'i' = 'y'"));
        }

        // The same item, value and place, but other voices: bars of the one would not add up to the other.
        foreach (var act in (Action[])[() => one.Explain(other.Claims[0]), () => one.WhatWouldChange(other.ClaimsOf("i")[0]), () => one.Panel!.CredibilityOf(other.Claims[0]), () => one.Panel!.RankedFirstBy(other.Claims[0]), () => one.Explain(one.Claims[0] with { Value = "y" })])
        {
            Assert.That(act, Throws.ArgumentException.With.Property(nameof(ArgumentException.ParamName)).EqualTo("claim").And.Message.Contains("expected one of Claims"));
        }

        Assert.That(one.Explain(one.Claims[0] with { Credibility = 0.5 }), Is.EqualTo(one.Explain(one.ClaimsOf("i")[0])));
        ClaimScore[] again = [.. CredibilityScorer.Score([new("i", "a", "x")]).Claims];
        Assert.That(again, Is.EqualTo(one.Claims));

        foreach (var act in (Action[])[() => one.Explain(null!), () => one.WhatWouldChange(null!), () => one.Panel!.CredibilityOf(null!), () => one.Panel!.RankedFirstBy(null!), () => one.ClaimsOf(null!), () => one.Evaluate(null!)])
        {
            Assert.That(act, Throws.ArgumentNullException);
        }
    }

    [Test]
    public void Dispose_LargeCorpus_GivesItsFilesBack()
    {
        var options = new ScoringOptions { Store = new ColumnStore(1, leastMapped: 1) };
        var result = CredibilityScorer.Score([new("i", "a", "x"), new("i", "b", "y")], options);
        Assert.That(options.Store.MappedBytes, Is.Positive);
        result.Dispose();
        result.Dispose();
        Assert.That(options.Store.MappedBytes, Is.Zero);
    }

    [Test]
    public void Dispose_LargeCorpus_WhatNeedsItsFilesNamesTheResult()
    {
        var options = new ScoringOptions { Store = new ColumnStore(1, leastMapped: 1), Truths = [new("i", "x")] };
        var result = CredibilityScorer.Score([new("i", "a", "x"), new("i", "b", "y"), new("j", "b", "y")], options);
        var claim = result.Claims[0];
        result.Dispose();
        foreach (var act in (Action[])[() => result.Explain(claim), () => result.WhatWouldChange(claim), () => _ = result.Findings, () => result.EvaluateBlind(), () => result.Evaluate(options.Truths)])
        {
            Assert.That(act, Throws.InstanceOf<ObjectDisposedException>().With.Property(nameof(ObjectDisposedException.ObjectName)).EqualTo(nameof(ScoringResult)));
        }

        Assert.That(options.Store.MappedBytes, Is.Zero);
    }

    [Test]
    public void Dispose_SmallCorpus_IsAnsweredAllTheSame()
    {
        var result = CredibilityScorer.Score([new("i", "a", "x"), new("i", "b", "y")], new ScoringOptions { Truths = [new("i", "x")] });
        result.Dispose();
        Assert.That(result.EvaluateBlind(), Is.Not.Null);
        Assert.That(result.Explain(result.Claims[0]), Is.Not.Empty);
    }

    [Test]
    public void Score_Refused_GivesItsFilesBack()
    {
        var options = new ScoringOptions { Store = new ColumnStore(1, leastMapped: 1) };
        Assert.That(() => CredibilityScorer.Score([new("i", "a", "x"), new("i", "b", "")], options), Throws.ArgumentException);
        Assert.That(options.Store.MappedBytes, Is.Zero);
    }

    [Test]
    public void Score_BadAssertions_AreRefused()
    {
        foreach (var bad in (Assertion?[])[null, new("", "s"), new("i", ""), new("i", "s", ""), new("i", "s", null!), new Assertion("i", "s") { Stance = (Stance)7 }, new Assertion("i", "s") { Directness = (Directness)9 }])
        {
            Assert.That(() => CredibilityScorer.Score([new("i", "s"), bad!]), Throws.ArgumentException, $"{bad}");
        }
    }

    [Test]
    public void Score_BadOptions_AreRefused()
    {
        foreach (var bad in (Func<ScoringOptions>[])
            [
                () => new() { Sources = null! }, () => new() { Relations = null! }, () => new() { Truths = null! }, () => new() { Model = null! },
                () => new() { Sources = [null!] }, () => new() { Sources = [new("")] }, () => new() { Sources = [new("s") { Letter = "Q" }] },
                () => new() { Relations = [null!] }, () => new() { Relations = [new("i", "", RelationKind.Implies, "j", "x")] }, () => new() { Relations = [new("i", "x", (RelationKind)9, "j", "x")] },
                () => new() { Truths = [null!] }, () => new() { Truths = [new("i", null!)] }, () => new() { MemoryPath = "" },
            ])
        {
            Assert.That(() => CredibilityScorer.Score([new("i", "s")], bad()), Throws.InstanceOf<ArgumentException>());
        }
    }

    [Test]
    public void Read_AFolder_IsAnIOException()
    {
        var folder = TestContext.CurrentContext.WorkDirectory;
        foreach (var act in (Action[])
            [
                () => CredibilityScorer.ReadTruths(folder), () => Calibration.Read(folder), () => Score(new() { SourcesPath = folder }), () => Score(new() { RelationsPath = folder }),
                () => Score(new() { TruthPath = folder }), () => Score(new() { RulesPath = folder }), () => Score(new() { CalibrationPath = folder }), () => Score(new() { MemoryPath = folder }),
            ])
        {
            Assert.That(act, Throws.InstanceOf<IOException>().With.Message.Contains("found a folder, expected a file"));
        }

        static void Score(ScoringOptions options) => CredibilityScorer.Score([new("i", "s")], options);
    }

    [Test]
    public void Score_Stopped_LooksAtNoFurtherAssertion()
    {
        using var stop = new CancellationTokenSource();
        Assert.That(() => CredibilityScorer.Score(Endless(), null, stop.Token), Throws.InstanceOf<OperationCanceledException>());

        IEnumerable<Assertion> Endless()
        {
            for (var i = 0; ; i++)
            {
                if (i == 100)
                {
                    stop.Cancel();
                }

                yield return new Assertion("i", $"s{i}");
            }
        }
    }

    [Test]
    public void Score_BytesThatTheNamedEncodingHasNot_AreBadData()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.csv");
        File.WriteAllBytes(path, System.Text.Encoding.Latin1.GetBytes("item,source,value\na,b,caf\u00e9\na,c,caf\u00e8\n"));
        Assert.That(
            () => CredibilityScorer.Score(path, new ScoringOptions { Encoding = System.Text.Encoding.ASCII }),
            Throws.InstanceOf<BadDataException>().With.Property(nameof(BadDataException.Rows)).Count.EqualTo(2));
        using var read = CredibilityScorer.Score(path, new ScoringOptions { Encoding = System.Text.Encoding.Latin1 });
        Assert.That(read.Claims.Select(claim => claim.Value), Is.EqualTo(new[] { "caf\u00e8", "caf\u00e9" }));
    }

    [Test]
    public void Score_ByteOrderMark_CountsForMoreThanTheNamedEncoding()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.csv");
        File.WriteAllText(path, "item,source,value\na,b,caf\u00e9\n", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var read = CredibilityScorer.Score(path, new ScoringOptions { Encoding = System.Text.Encoding.Latin1 });
        Assert.That(read.Claims[0].Value, Is.EqualTo("caf\u00e9"));
    }

    [TestCase("9999", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("9999-12", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("9999-12-31", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("2024-02", "2024-02-29T23:59:59.9999999Z")]
    [TestCase("2024", "2024-12-31T23:59:59.9999999Z")]
    [TestCase("20240229", "2024-02-29T23:59:59.9999999Z")]
    public void TryParseAsOf_Date_CountsToItsEnd(string text, string expected)
    {
        Assert.That(ScoringOptions.TryParseAsOf(text, out var asOf), Is.True);
        Assert.That(asOf, Is.EqualTo(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public void Run_Lists_CannotBeChanged()
    {
        var run = CredibilityScorer.Score([new("i", "s")]).Run;
        foreach (var list in (object[])[run.Inputs, run.Warnings, run.SkippedRows])
        {
            Assert.That(((System.Collections.IList)list).IsReadOnly, Is.True);
        }
    }

    [Test]
    public void WithFilesBeside_Null_IsRefused() => Assert.That(() => new ScoringOptions().WithFilesBeside(null!), Throws.ArgumentNullException);

    [Test]
    public void TryParseAsOf_Null_IsFalse() => Assert.That(ScoringOptions.TryParseAsOf(null, out _), Is.False);

    [Test]
    public void ReportOptions_OutOfRange_Throw()
    {
        Assert.That(() => new ReportOptions { MinGapDb = double.PositiveInfinity }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ReportOptions { Language = (ReportLanguage)9 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
