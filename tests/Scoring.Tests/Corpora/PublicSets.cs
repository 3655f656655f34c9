namespace Scoring.Tests.Corpora;

/// <summary>The public data sets, where they lie beside the repository.</summary>
internal static class PublicSets
{
    /// <summary>Accuracy in percent of a method on a set; the test is ignored where the set is missing.</summary>
    public static double Accuracy(string set, string method)
    {
        var folder = Places.FindOrIgnore(Path.Combine("shared", "data", set));
        var truths = CredibilityScorer.ReadTruths(Path.Combine(folder, "truth.csv"));
        return 100 * CredibilityScorer.Evaluate(Path.Combine(folder, "claims.csv"), truths, [method]).Single().Evaluation.Accuracy;
    }
}
