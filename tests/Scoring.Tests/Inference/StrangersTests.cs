using Scoring.Explaining;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Tests.Rules;

namespace Scoring.Tests.Inference;

public sealed class StrangersTests
{
    [Test]
    public void Likely_NothingKnown_IsWhatTheRulesHold() => Assert.That(RepeatingOdds.Likely(0.2, alike: 0, apart: 0), Is.EqualTo(0.2).Within(1e-12));

    /// <summary>Odds of 1 to 4, times 50 / 50.5 (Beta(0.5, 50)) over 1 / 2 (any share as likely).</summary>
    [Test]
    public void Likely_AlikeOnce_IsByBayes() => Assert.That(RepeatingOdds.Likely(0.2, alike: 1, apart: 0), Is.EqualTo(1 / (1 + (4 * 0.5 * 50.5 / 50))).Within(1e-12));

    [Test]
    public void Likely_NeverApart_BecomesSureAndOneDifferenceTellsMuch()
    {
        Assert.That(RepeatingOdds.Likely(0.2, alike: 20, apart: 0), Is.GreaterThan(0.6));
        Assert.That(RepeatingOdds.Likely(0.2, alike: 100, apart: 0), Is.GreaterThan(0.85));
        Assert.That(RepeatingOdds.Likely(0.2, alike: 0, apart: 1), Is.LessThan(0.01));
        Assert.That(RepeatingOdds.Likely(0.2, alike: 20, apart: 10), Is.LessThan(1e-4));
    }

    [Test]
    public void Learnt_ThoseItDiffersFrom_MakeItItsOwn()
    {
        Assert.That(RepeatingOdds.Learnt(0.2, []), Is.EqualTo(0.2).Within(1e-12));
        Assert.That(RepeatingOdds.Learnt(0.2, new() { [(1, 0)] = 100 }), Is.EqualTo(0.2).Within(1e-12));
        Assert.That(RepeatingOdds.Learnt(0.2, new() { [(0, 1)] = 60 }), Is.EqualTo(0.2 / 3).Within(0.01));
        Assert.That(RepeatingOdds.Learnt(0.2, new() { [(50, 0)] = 60 }), Is.GreaterThan(0.6));
    }

    /// <summary>Twenty that repeat an agency outnumber five others: right where the agency is not, as nobody's errors show.</summary>
    [Test]
    public void Score_RepeatersOutnumberAllOthers_AreOneVoice([Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        var rows = new List<Assertion>();
        for (var item = 0; item < 300; item++)
        {
            var agency = Said(0.75);
            rows.AddRange(Enumerable.Range(0, 20).Where(_ => random.Next(2) == 0).Select(wire => new Assertion($"i{item}", $"wire{wire}", agency)));
            rows.AddRange(Enumerable.Range(0, 5).Where(_ => random.Next(2) == 0).Select(own => new Assertion($"i{item}", $"own{own}", Said(0.8))));

            string Said(double reliability) => random.NextDouble() < reliability ? $"{item} true" : $"{item} wrong {random.Next(20)}";
        }

        var result = CredibilityScorer.Score(rows);
        var right = Enumerable.Range(0, 300).Count(item => result.ClaimsOf($"i{item}").MaxBy(claim => claim.Credibility)!.Value == $"{item} true") / 300.0;
        Assert.That(right, Is.GreaterThan(0.84));
        Assert.That(Columns(rows, RuleSetFile.Default()).Shown, Is.Not.All.Zero);
    }

    [Test]
    public void Repeated_IndependentSources_NobodyIsShownToRepeat([Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        var rows = new List<Assertion>();
        for (var item = 0; item < 200; item++)
        {
            rows.AddRange(Enumerable.Range(0, 8).Select(source => new Assertion($"i{item}", $"s{source}", random.NextDouble() < 0.7 ? $"{item} true" : $"{item} wrong {random.Next(20)}")));
        }

        var (repeated, shown) = Columns(rows, RuleSetFile.Default());
        Assert.That(shown, Is.All.Zero);
        Assert.That(repeated, Is.All.LessThan(1e-3));
    }

    [Test]
    public void Repeated_OneAffiliation_IsWhatTheRulesSayOfIt() => Assert.That(
        Columns([new("i", "a", "x"), new("i", "b", "x"), new("i", "c", "y")], RuleSetFile.Default(), [new("a") { Affiliation = "one" }, new("b") { Affiliation = "one" }]).Repeated, Is.All.Zero);

    [Test]
    public void Repeated_NoRuleOfStrangersOrLabels_IsEmpty()
    {
        var rules = RuleSetFile.Default();
        Assertion[] rows = [new("i", "a", "x"), new("i", "b", "x")];
        Assert.That(Columns(rows, rules with { Independence = rules.Independence with { Strangers = null } }).Repeated, Is.Empty);
        Assert.That(Columns([.. Enumerable.Range(0, 40).SelectMany(item => (Assertion[])[new($"i{item}", "a", "true"), new($"i{item}", "b", "false")])], rules).Repeated, Is.Empty);
    }

    /// <summary>Two who say the same take from each other; a weak voice takes no more of a strong one than it is strong.</summary>
    [Test]
    public void Repeated_AWeakVoiceBesideAStrongOne_TakesLittleOfIt()
    {
        var (repeated, _) = Columns([new("i", "court", "x") { SourceType = "public_record" }, new("i", "account", "x") { SourceType = "anonymous_source" }], RuleSetFile.Default());
        Assert.That(repeated.Max(), Is.EqualTo(0.2).Within(1e-6));
        Assert.That(repeated.Min(), Is.InRange(0.001, 0.1));
    }

    [Test]
    public void Explain_AStranger_SaysWhy()
    {
        var result = CredibilityScorer.Score([new("i", "a", "x"), new("i", "b", "x"), new("i", "c", "y")]);
        var steps = result.Explain(result.Claims.Single(claim => claim.Value == "x"));
        Assert.That(steps.Where(step => step.Factor == Factor.Independence).Select(step => step.Detail), Has.Some.EndsWith(", from some of whom it was hardly ever seen to differ"));
    }

    /// <summary>Where not all items can be looked at, some are: sources that differ there repeat nobody, and those who never do are one voice.</summary>
    [Test]
    public void Repeated_MoreStepsThanBearable_IsSeenOnSomeItems()
    {
        var random = new Random(1);
        var rows = new List<Assertion>();
        for (var item = 0; item < 1000; item++)
        {
            var wire = Said();
            rows.AddRange(Enumerable.Range(0, 3).Select(source => new Assertion($"i{item}", $"wire{source}", wire)));
            rows.AddRange(Enumerable.Range(0, 5).Select(source => new Assertion($"i{item}", $"s{source}", Said())));

            string Said() => random.NextDouble() < 0.7 ? $"{item} true" : $"{item} wrong {random.Next(20)}";
        }

        var evidence = SmallEvidence.Weigh(rows, null, RuleSetFile.Default()).Evidence;
        var compared = new ComparedItems(evidence.Corpus, new Statements(evidence.Corpus), mostSteps: 1000 * 8 * 8 / 7);
        Assert.That(Enumerable.Range(0, 1000).Count(compared.Has), Is.InRange(120, 170));

        var ofAll = Columns(rows, RuleSetFile.Default()).Shown;
        var ofSome = Columns(rows, RuleSetFile.Default(), mostSteps: 1000 * 8 * 8 / 7).Shown;
        Assert.That(ofSome.Count(repeated => repeated > 0), Is.EqualTo(ofAll.Count(repeated => repeated > 0)).And.EqualTo(3000));
        Assert.That(ofSome, Is.Not.EqualTo(ofAll));
    }

    /// <summary>Items of very many voices are the first to be left out.</summary>
    [Test]
    public void Compared_OneItemOfVeryManyVoices_IsLeftOutAlone()
    {
        var rows = Enumerable.Range(0, 200).Select(source => new Assertion("many", $"s{source}", $"v{source % 3}")).Concat(
            Enumerable.Range(0, 100).SelectMany(item => Enumerable.Range(0, 4).Select(source => new Assertion($"i{item}", $"s{source}", $"{item} v{source % 2}"))));
        var corpus = SmallEvidence.Weigh(rows, null, RuleSetFile.Default()).Evidence.Corpus;
        var compared = new ComparedItems(corpus, new Statements(corpus), mostSteps: 10_000);
        Assert.That(Enumerable.Range(0, corpus.ItemCount).Where(item => !compared.Has(item)).Select(item => corpus.Items[item]), Is.EqualTo((string[])["many"]));
    }

    private static (float[] Repeated, float[] Shown) Columns(IEnumerable<Assertion> rows, RuleSet rules, IReadOnlyList<SourceDeclaration>? sources = null, long mostSteps = 0)
    {
        var evidence = SmallEvidence.Weigh(rows, sources, rules).Evidence;
        var statements = new Statements(evidence.Corpus);
        var strangers = new Strangers(evidence, statements, new SaidBySource(evidence, statements), mostSteps);
        return ([.. Enumerable.Range(0, strangers.Shown.Length).Select(a => strangers.Shown[a] + strangers.NotShown[a])], [.. Enumerable.Range(0, strangers.Shown.Length).Select(a => strangers.Shown[a])]);
    }
}
