using System.Text;
using Scoring.Reading;
using Scoring.Remembering;
using Scoring.Tests.Reading;

namespace Scoring.Tests;

/// <summary>Texts that are canonically equivalent are one wherever they come from.</summary>
public sealed class EquivalentTextsTests
{
    private const string Composed = "René";
    private const string InParts = "Rene\u0301";

    [Test]
    public void Score_OneSourceInTwoForms_IsOneOrigin()
    {
        var result = CredibilityScorer.Score([new("a", Composed, "x"), new("a", InParts, "x")]);
        Assert.That((result.Sources.Count, result.Claims.Single().Origins, result.Run.DuplicateRows), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public void Score_FilesInOtherForms_ScoresAsFilesInOne()
    {
        using var folder = new InputFolder();
        Assert.That(Score(InParts, folder), Is.EqualTo(Score(Composed, folder)));
    }

    [Test]
    public void Score_DeclarationsInMemoryInOtherForms_ScoresAsInOne() => Assert.That(Score(InParts), Is.EqualTo(Score(Composed)));

    [Test]
    public void Score_SourceDeclaredInBothForms_IsDeclaredTwice() => Assert.That(
        () => CredibilityScorer.Score([new("i", "s")], new ScoringOptions { Sources = [new(Composed), new(InParts)] }), Throws.ArgumentException.With.Message.Contains("declared twice"));

    [Test]
    public void Score_RelationOfAnItemWithItselfInTheOtherForm_Throws() => Assert.That(
        () => CredibilityScorer.Score([new("i", "s")], new ScoringOptions { Relations = [new(Composed, "true", RelationKind.Implies, InParts, "x")] }), Throws.ArgumentException);

    [Test]
    public void ClaimsOf_ItemInTheOtherForm_FindsIt() => Assert.That(CredibilityScorer.Score([new(Composed, "s")]).ClaimsOf(InParts), Has.Count.EqualTo(1));

    [Test]
    public void Evaluate_TruthsInBothForms_AreOneItem()
    {
        var evaluation = CredibilityScorer.Score([new(Composed, "s", Composed)]).Evaluate([new(Composed, "x"), new(InParts, InParts)]);
        Assert.That((evaluation.Gold, evaluation.Accuracy), Is.EqualTo((1, 1.0)));
    }

    [Test]
    public void Parse_MemoryInTheOtherForm_IsOfTheSameSource()
    {
        using var folder = new InputFolder();
        var (claims, memory) = (folder.Write("claims.csv", $"item,source,value\na,{Composed},x\na,t,x\na,u,y\n"), folder.Write("memory.json", ""));
        File.Delete(memory);
        CredibilityScorer.Score(claims).Remember(memory);
        var other = folder.Write("other.json", File.ReadAllText(memory).Replace(Composed, "Rene\\u0301", StringComparison.Ordinal));
        Assert.That(MemoryFile.Read(other, inputs: null).Sources.Select(card => card.Source), Is.EqualTo(MemoryFile.Read(memory, inputs: null).Sources.Select(card => card.Source)));
        var next = folder.Write("next.csv", $"item,source,value\nb,{InParts},x\n");
        Assert.That(CredibilityScorer.Score(next, new ScoringOptions { MemoryPath = other }).Run.RememberedSources, Is.EqualTo(1));
    }

    /// <summary>All figures where the claims are written in one form and everything else in another.</summary>
    private static string Score(string form, InputFolder folder)
    {
        var options = new ScoringOptions
        {
            SourcesPath = folder.Write("sources.csv", $"source,type,affiliation\n{form},{form},{form}\nt,own_reporting,{Composed}\n"),
            RelationsPath = folder.Write("relations.csv", $"item,value,relation,other_item,other_value\n{form},{form},implies,b,{form}\n"),
            TruthPath = folder.Write("truth.csv", $"item,value\nc,{form}\n"),
            RulesPath = folder.Write("rules.json", CredibilityScorer.DefaultRules.Replace("\"public_record\"", $"\"{form}\"", StringComparison.Ordinal)),
        };
        return Figures(CredibilityScorer.Score(folder.Write("claims.csv", Claims), options));
    }

    private static string Score(string form) => Figures(CredibilityScorer.Score(
        Claims.Split('\n')[1..^1].Select(row => row.Split(',')).Select(row => new Assertion(row[0], row[1], row[2]) { Origin = row[3].Length > 0 ? row[3] : null }),
        new ScoringOptions
        {
            Sources = [new(form) { Type = "public_record", Affiliation = form }, new("t") { Affiliation = Composed }],
            Relations = [new(form, form, RelationKind.Implies, "b", form)],
            Truths = [new("c", form)],
        }));

    private const string Claims = $"item,source,value,origin\n{Composed},{Composed},{Composed},\n{Composed},t,other,\nb,t,{Composed},{InParts}\nb,u,{InParts},\nc,u,{Composed},\nc,v,other,\n";

    private static string Figures(ScoringResult result) => new StringBuilder()
        .AppendJoin('\n', result.Claims.Select(claim => $"{claim.Item} {claim.Value} {claim.Credibility:R} {claim.Low:R} {claim.Origins}"))
        .AppendJoin('\n', result.Sources.Select(source => $"{source.Source} {source.Affiliation} {source.Reliability:R}"))
        .AppendJoin('\n', result.Run.Warnings)
        .ToString();
}
