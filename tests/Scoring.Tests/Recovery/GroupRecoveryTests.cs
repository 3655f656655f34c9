using Scoring.Explaining;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Tests.Corpora;

namespace Scoring.Tests.Recovery;

/// <summary>What sources have in common (their type, their party, whom they copy) is found again.</summary>
public sealed class GroupRecoveryTests
{
    [Test]
    public void Infer_TwoTypes_TheirReliabilityComesBack([Range(1, 3)] int seed)
    {
        // 300 sources a type with about ten assertions each: a source says little of itself, its type much.
        var random = new Random(seed);
        var (good, poor) = (0.85, 0.55);
        var rows = Enumerable.Range(0, 1000).SelectMany(item => Enumerable.Range(0, 6).Select(voice =>
        {
            var isGood = voice % 2 == 0;
            var source = random.Next(300);
            var value = random.NextDouble() < (isGood ? good : poor) ? "true" : $"wrong {random.Next(6)}";
            return new Assertion($"i{item}", $"{(isGood ? 'g' : 'p')}{source}", $"{item} {value}") { SourceType = isGood ? "named_official" : "social_account" };
        }));
        var evidence = LabelCorpus.EvidenceOf(rows);
        var posterior = Models.Infer(Models.Auto, evidence, KnownTruths.None, new InferenceOptions { Threads = 1 });
        var byType = evidence.Corpus.Sources.Select((source, index) => (IsGood: source[0] == 'g', posterior.Prior[index].Mean)).ToLookup(source => source.IsGood, source => source.Mean);
        Assert.That(byType[true].Average(), Is.EqualTo(good).Within(0.06));
        Assert.That(byType[false].Average(), Is.EqualTo(poor).Within(0.06));
    }

    /// <summary>Pairs are named that share at least half of the errors they could share: here four fifths.</summary>
    [Test]
    public void Score_UndeclaredParty_ExactlyItsMembersAreFound([Range(1, 5)] int seed)
    {
        var members = CredibilityScorer.Score(Rows(seed, partyLine: 0.9)).Findings
            .Where(finding => finding.Kind == FindingKind.Copying).SelectMany(finding => finding.Sources).ToHashSet(StringComparer.Ordinal);
        Assert.That(members, Is.EquivalentTo(Enumerable.Range(0, 4).Select(member => $"party{member}")));
    }

    [Test]
    public void Score_DeclaredParty_CountsAsAboutOneVoice([Range(1, 3)] int seed)
    {
        var (rows, options) = (Rows(seed, partyLine: 0.7), new ScoringOptions { Sources = [.. Enumerable.Range(0, 4).Select(member => new SourceDeclaration($"party{member}") { Affiliation = "party" })] });
        var result = CredibilityScorer.Score(rows, options);
        var line = result.Claims.First(claim => claim.Supports == 4 && result.Explain(claim)
            .Count(step => step.Factor == Factor.Independence && step.Source?.StartsWith("party", StringComparison.Ordinal) == true) == 4);
        Assert.That(line.Origins, Is.EqualTo(4), "origins are who said it first, whatever the party");
        Assert.That(line.Voices, Is.LessThan(1.6), "but their voices are nearly one");
    }

    [Test]
    public void Score_SourcesOfNoParty_NobodyIsAccused([Range(1, 5)] int seed) =>
        Assert.That(CredibilityScorer.Score(Rows(seed, partyLine: 0)).Findings.Where(finding => finding.Kind == FindingKind.Copying), Is.Empty);

    /// <summary>Eight sources of their own mind, and four that take one line on a share of the items; all right six times in ten.</summary>
    private static List<Assertion> Rows(int seed, double partyLine)
    {
        var (random, rows) = (new Random(seed), new List<Assertion>());
        for (var item = 0; item < 250; item++)
        {
            var line = Said();
            rows.AddRange(Enumerable.Range(0, 8).Select(source => new Assertion($"i{item}", $"own{source}", Said())));
            rows.AddRange(Enumerable.Range(0, 4).Select(member => new Assertion($"i{item}", $"party{member}", random.NextDouble() < partyLine ? line : Said())));

            string Said() => random.NextDouble() < 0.6 ? $"{item} true" : $"{item} wrong {random.Next(10)}";
        }

        return rows;
    }
}
