using Scoring.Inference;
using Scoring.Reading;

namespace Scoring.Tests.Inference;

public sealed class FalseValuesTests
{
    private static readonly Assertion[] Rows = [new("i", "a", "x"), new("i", "b", "x"), new("i", "c", "y"), new("i", "d", "y"), new("i", "e", "z")];

    /// <summary>If x is right, three voices are wrong: 6 ordered pairs, of which 2 name the same value; 4 pairs, all alike, are there before.</summary>
    [Test]
    public void Of_OneItem_CountsThePairsOfWrongVoices() => Assert.That(OfRightX(Rows, out var y, out var z), Is.EqualTo(Expected(y, z)).Within(1e-12));

    /// <summary>Who denies a value names none.</summary>
    [Test]
    public void Of_Denials_AreNoVotesForWhatTheyDeny() => Assert.That(
        OfRightX([.. Rows, new("i", "f", "y") { Stance = Stance.Denies }, new("i", "g", "z") { Stance = Stance.Denies }], out var y, out var z),
        Is.EqualTo(Expected(y, z)).Within(1e-12));

    /// <summary>By the weight of each of the two voices for y, and that of the one for z.</summary>
    private static double Expected(double y, double z) => (4 + (2 * y * y) + (4 * y * z)) / (4 + (2 * y * y));

    private static double OfRightX(Assertion[] rows, out double y, out double z)
    {
        using var result = CredibilityScorer.Score(rows);
        var (corpus, posterior) = (result.Evidence.Corpus, result.Posterior);
        var credibility = corpus.Store.New<double>(corpus.ClaimCount);
        credibility[corpus.FindClaim(0, "x")] = 1;
        (y, z) = (posterior.Columns.Weight[Row("y")], posterior.Columns.Weight[Row("z")]);
        return FalseValues.Of(corpus, posterior.Columns, credibility);

        int Row(string value) => corpus.FirstAssertion[corpus.FindClaim(0, value)];
    }
}
