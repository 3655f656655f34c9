using System.Globalization;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>How far unrelated voices on shared labels err together: by the rules, by how much their sources know, and as the votes show.</summary>
/// <remarks>
/// Who guesses errs alone; those who know are misled by the same items. If a source knows with probability q and else guesses, two voices err together
/// in proportion to both, so what the rules say of sources that know as much as most counts in proportion to the mean of q². Of two labels who is always
/// wrong knows too; and so does, here, who always says what nearly always holds. What the votes show beyond it (<see cref="VoteDispersion"/>) is added.
/// </remarks>
internal static class VoiceCorrelation
{
    /// <summary>Mean of q² of the sources that the rules speak of: of two labels these are right four times in five.</summary>
    private const double KnowledgeOfRules = 0.4;

    /// <summary>However little they seem to know: where all guess, those who agree by chance are taken to know, and must not be believed for it.</summary>
    private const double LeastTimes = 0.6;

    /// <summary>Assertions from which on the sources of a corpus tell more of it than the rules.</summary>
    private const double AssertionsOfRules = 100;

    /// <summary>The evidence with its own correlation of unrelated voices.</summary>
    /// <param name="evidence">The evidence, with that of the rules.</param>
    /// <param name="sample">Items on which votes are looked at.</param>
    /// <param name="repeated">For each assertion, how much of other assertions that say the same it repeats; empty if none does.</param>
    /// <param name="reliability">What is learnt of each source.</param>
    /// <param name="records">What each source said.</param>
    public static Evidence Applied(Evidence evidence, ItemSample sample, Column<double> repeated, BetaDistribution[] reliability, SourceRecords records)
    {
        var rule = evidence.Rules.Independence.Unrelated.Correlation;
        var times = Math.Max(LeastTimes, Knowledge(evidence.Corpus.SharedLabels.Length, reliability, records.Weight) / KnowledgeOfRules);
        var seen = VoteDispersion.CorrelationOf(evidence, sample, repeated);
        var inWords = string.Create(CultureInfo.InvariantCulture, $"{rule:0.##} by the rules, times {times:0.##} by how much these sources know, since who guesses errs alone");
        var beyond = seen > 0
            ? string.Create(CultureInfo.InvariantCulture, $"; and {seen:0.##}, as the votes on an item are seen to go together beyond what independent sources would")
            : "";
        return evidence.WithUnrelated(Math.Min(1, (rule * times) + seen), $"{inWords}{beyond}.");
    }

    /// <summary>Mean over assertions of the square of how often their source knows rather than guesses, in [0, 1].</summary>
    private static double Knowledge(int labels, BetaDistribution[] reliability, double[] record)
    {
        var (sum, assertions, chance) = (AssertionsOfRules * KnowledgeOfRules, AssertionsOfRules, 1.0 / labels);
        for (var source = 0; source < record.Length; source++)
        {
            var knows = (reliability[source].Mean - chance) / (1 - chance);
            (sum, assertions) = (sum + (record[source] * knows * knows), assertions + record[source]);
        }

        return sum / assertions;
    }
}
