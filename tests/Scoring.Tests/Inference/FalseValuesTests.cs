using Scoring.Inference;
using Scoring.Reading;

namespace Scoring.Tests.Inference;

public sealed class FalseValuesTests
{
    private static readonly Assertion[] Rows = [new("i", "a", "x"), new("i", "b", "x"), new("i", "c", "y"), new("i", "d", "y"), new("i", "e", "z")];

    /// <summary>If x is right, three voices are wrong: 6 ordered pairs, of which 2 name the same value; 4 pairs, all alike, are there before.</summary>
    [Test]
    public void Of_OneItem_CountsThePairsOfWrongVoices() => Assert.That(OfRightX(Rows, out var weight), Is.EqualTo((4 + (6 * weight * weight)) / (4 + (2 * weight * weight))).Within(1e-12));

    /// <summary>Who denies a value names none.</summary>
    [Test]
    public void Of_Denials_AreNoVotesForWhatTheyDeny() => Assert.That(
        OfRightX([.. Rows, new("i", "f", "y") { Stance = Stance.Denies }, new("i", "g", "z") { Stance = Stance.Denies }], out var weight),
        Is.EqualTo((4 + (6 * weight * weight)) / (4 + (2 * weight * weight))).Within(1e-12));

    private static double OfRightX(Assertion[] rows, out double weight)
    {
        using var result = CredibilityScorer.Score(rows);
        var (corpus, posterior) = (result.Evidence.Corpus, result.Posterior);
        var credibility = corpus.Store.New<double>(corpus.ClaimCount);
        credibility[corpus.FindClaim(0, "x")] = 1;
        weight = posterior.Columns.Weight[0];
        return FalseValues.Of(corpus, posterior.Columns, credibility);
    }
}
