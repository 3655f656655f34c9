using System.Globalization;
using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>How far unrelated voices err together: by the rules, by how much their sources know, and, on shared labels, as the votes show.</summary>
/// <remarks>
/// Who guesses errs alone; those who know are misled by the same items. If a source knows with probability q and else guesses, two voices err together
/// in proportion to both, so what the rules say of sources that know as much as most counts in proportion to the mean of q². Of two labels who is always
/// wrong knows too; and so does, here, who always says what nearly always holds. What the votes show beyond it (<see cref="VoteDispersion"/>) is added.
/// Of open questions the rules hold at most: nothing there shows whether sources that know much err together more. Sources count there by what they have right:
/// who agrees with nobody shares no error, and must not make others count as independent.
/// </remarks>
internal static class VoiceCorrelation
{
    /// <summary>Mean of q² of the sources that the rules speak of: of two labels these are right four times in five.</summary>
    private const double KnowledgeOfRules = 0.4;

    /// <summary>However little they seem to know: where all guess, those who agree by chance are taken to know, and must not be believed for it.</summary>
    private const double LeastTimes = 0.6;

    /// <summary>The same where values are open-ended, so that fewer agree by chance.</summary>
    private const double LeastTimesOfOpen = 0.4;

    /// <summary>What would be 1 in words.</summary>
    private const double NextToOnce = 0.995;

    /// <summary>Assertions from which on the sources of a corpus tell more of it than the rules.</summary>
    private const double AssertionsOfRules = 100;

    /// <summary>The evidence with its own correlation of unrelated voices, for each kind of question.</summary>
    /// <param name="evidence">The evidence, with that of the rules.</param>
    /// <param name="sets">Label sets of which votes are looked at.</param>
    /// <param name="sample">Items on which they are.</param>
    /// <param name="repeated">For each assertion, how much of other assertions that say the same it repeats; empty if none does.</param>
    /// <param name="reliability">What is learnt of each source.</param>
    /// <param name="records">What each source said.</param>
    public static Evidence Of(
        Evidence evidence, IReadOnlyList<LabelSet> sets, ItemSample sample, Column<double> repeated, BetaDistribution[] reliability, SourceRecords records)
    {
        var rule = evidence.Rules.Independence.Unrelated;
        CorrelationRule[] ofSets = [.. evidence.Corpus.Labels.Sets.Select(set => sets.Contains(set) ? OfLabels(evidence, set, sample, repeated, reliability, records) : rule)];
        var others = OfOthers(evidence, reliability, RecordOn(evidence, null, records.Hits));
        return sets.Count == 0 && ReferenceEquals(others, rule) ? evidence
            : evidence.Corpus.Labels.All is null ? evidence.WithUnrelated(others, ofSets)
            : evidence.WithUnrelated(ofSets[0]);
    }

    private static CorrelationRule OfLabels(
        Evidence evidence, LabelSet set, ItemSample sample, Column<double> repeated, BetaDistribution[] reliability, SourceRecords records)
    {
        var rule = evidence.Rules.Independence.Unrelated.Correlation;
        var times = Math.Max(LeastTimes, Knowledge(1.0 / set.Count, reliability, RecordOn(evidence, set, records.Weight)) / KnowledgeOfRules);
        var seen = VoteDispersion.CorrelationOf(evidence, set, sample, repeated);
        var beyond = seen > 0
            ? string.Create(CultureInfo.InvariantCulture, $"; and {seen:0.##}, as the votes on an item are seen to go together beyond what independent sources would")
            : "";
        return new CorrelationRule(Math.Min(1, (rule * times) + seen), $"{InWords(rule, times)}{beyond}.");
    }

    /// <summary>Of items that share no labels: that of the rules, or less where values are open-ended and the sources know less.</summary>
    private static CorrelationRule OfOthers(Evidence evidence, BetaDistribution[] reliability, double[] hits)
    {
        var rule = evidence.Rules.Independence.Unrelated;
        var ofOpen = Math.Clamp(Knowledge(chance: 0, reliability, hits) / KnowledgeOfRules, LeastTimesOfOpen, 1);
        if (rule.Correlation == 0 || ofOpen == 1)
        {
            return rule;
        }

        var times = 1 - (OpenShare(evidence.Corpus) * (1 - ofOpen));
        return times > NextToOnce ? rule : new CorrelationRule(rule.Correlation * times, $"{InWords(rule.Correlation, times)}.");
    }

    /// <summary>A record as far as it is of one kind of question: by the share of each source's assertions on these.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="set">The labels; <see langword="null"/>: of the items that share none.</param>
    /// <param name="record">The record of each source.</param>
    private static double[] RecordOn(Evidence evidence, LabelSet? set, double[] record)
    {
        var corpus = evidence.Corpus;
        if (corpus.Labels.Sets.Count == 0 || corpus.Labels.All is not null)
        {
            return record;
        }

        var (all, own) = (new long[record.Length], new long[record.Length]);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var isOwn = corpus.Labels.Of(item) == set ? 1 : 0;
            foreach (var speaker in evidence.Speaker[corpus.AssertionsOfItem(item)])
            {
                (all[speaker], own[speaker]) = (all[speaker] + 1, own[speaker] + isOwn);
            }
        }

        return [.. record.Select((ofSource, source) => ofSource * own[source] / Math.Max(1, all[source]))];
    }

    /// <summary>The share of assertions on open items among those on items that share no labels.</summary>
    private static double OpenShare(Corpus corpus)
    {
        var (open, all) = (0L, 0L);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var rows = corpus.AssertionsOfItem(item);
            var count = corpus.Labels.Of(item) is null ? rows.End.Value - rows.Start.Value : 0;
            (open, all) = (open + (corpus.IsOpen(item) ? count : 0), all + count);
        }

        return (double)open / Math.Max(1, all);
    }

    private static string InWords(double rule, double times) =>
        string.Create(CultureInfo.InvariantCulture, $"{rule:0.##} at first, times {times:0.##} by how much these sources know, since who guesses errs alone");

    /// <summary>Mean of the square of how often a source knows rather than guesses, in [0, 1].</summary>
    /// <param name="chance">How often who guesses is right.</param>
    /// <param name="reliability">What is learnt of each source.</param>
    /// <param name="record">As how many assertions each counts.</param>
    private static double Knowledge(double chance, BetaDistribution[] reliability, double[] record)
    {
        var (sum, assertions) = (AssertionsOfRules * KnowledgeOfRules, AssertionsOfRules);
        for (var source = 0; source < record.Length; source++)
        {
            var knows = (reliability[source].Mean - chance) / (1 - chance);
            (sum, assertions) = (sum + (record[source] * knows * knows), assertions + record[source]);
        }

        return sum / assertions;
    }
}
