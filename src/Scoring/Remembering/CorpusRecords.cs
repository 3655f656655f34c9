using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Remembering;

/// <summary>What a scored corpus teaches of its sources.</summary>
/// <remarks>
/// Hits and misses of a source are all of its record. They are shared among
/// topics and carriers in proportion to what each assertion on a teaching item weighs and how likely it is right.
/// </remarks>
internal static class CorpusRecords
{
    private const string UnknownOrigin = "unknown";

    /// <summary>The record of each source that taught something or relayed others, by id.</summary>
    public static SortedDictionary<string, (string Type, CorpusRecord Record)> Of(Evidence evidence, Posterior posterior, string claimsSha256)
    {
        var corpus = evidence.Corpus;
        var assertions = Assertions(evidence, posterior).ToArray();
        var weights = new Tally[corpus.SourceCount];
        foreach (var (assertion, tally) in assertions)
        {
            weights[evidence.Speaker[assertion]] += tally;
        }

        var (topics, own, relays) = (new SortedDictionary<string, Tally>?[corpus.SourceCount], new Tally[corpus.SourceCount], new SortedDictionary<string, Tally>?[corpus.SourceCount]);
        foreach (var (assertion, tally) in assertions)
        {
            var (speaker, carrier) = (evidence.Speaker[assertion], corpus.SourceOfAssertion[assertion]);
            var learnt = Learnt(posterior, speaker);
            var part = new Tally(Share(tally.Hits, weights[speaker].Hits) * learnt.Hits, Share(tally.Misses, weights[speaker].Misses) * learnt.Misses);
            if (corpus.Details.Word(corpus.Details.Topic, assertion) is { } topic)
            {
                Add(ref topics[speaker], topic, part);
            }

            if (!evidence.Lineage.IsRelay(assertion))
            {
                own[speaker] += part;
            }
            else
            {
                var root = evidence.Lineage.Root[assertion];
                Add(ref relays[carrier], root == Lineage.UnknownRoot ? UnknownOrigin : corpus.Sources[root], part);
            }
        }

        var records = new SortedDictionary<string, (string, CorpusRecord)>(StringComparer.Ordinal);
        for (var source = 0; source < corpus.SourceCount; source++)
        {
            var learnt = Learnt(posterior, source).Rounded();
            if (learnt.Hits + learnt.Misses > 0 || relays[source] is not null)
            {
                records[corpus.Sources[source]] = (evidence.Types.Names[evidence.Types.OfSource[source]], new CorpusRecord(
                    claimsSha256, learnt.Hits, learnt.Misses,
                    [.. Rounded(topics[source]).Select(row => new TopicTally(row.Name, row.Tally.Hits, row.Tally.Misses))],
                    new OwnTally(own[source].Rounded().Hits, own[source].Rounded().Misses),
                    [.. Rounded(relays[source]).Select(row => new RelayTally(row.Name, row.Tally.Hits, row.Tally.Misses))]));
            }
        }

        return records;
    }

    /// <summary>The assertions on items that teach, each with its weight as likely right and as likely wrong.</summary>
    private static IEnumerable<(int Assertion, Tally Tally)> Assertions(Evidence evidence, Posterior posterior)
    {
        var (corpus, lessons) = (evidence.Corpus, new Teaching(evidence, posterior.Known));
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var teaching = lessons.Weight(item);
            if (teaching == 0)
            {
                continue;
            }

            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                // Reliability is learnt as if one of the named values were right.
                var named = posterior.Known.Contains(item) || !corpus.IsOpen(item) ? 1 : 1 - posterior.Unnamed[item];
                var right = named > 0 ? Math.Min(1, posterior.Credibility[claim] / named) : 0;
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    var hit = corpus.Details.StanceOf(a) == Stance.Denies ? 1 - right : right;
                    var weight = teaching * posterior.Columns.Weight[a];
                    if (weight > 0)
                    {
                        yield return (a, new Tally(weight * hit, weight * (1 - hit)));
                    }
                }
            }
        }
    }

    private static Tally Learnt(Posterior posterior, int source) => new(posterior.Records.Hits[source], posterior.Records.Weight[source] - posterior.Records.Hits[source]);

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    private static void Add(ref SortedDictionary<string, Tally>? tallies, string name, Tally part)
    {
        tallies ??= new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        tallies[name] = tallies.GetValueOrDefault(name) + part;
    }

    private static IEnumerable<(string Name, Tally Tally)> Rounded(SortedDictionary<string, Tally>? tallies) =>
        tallies?.Select(row => (row.Key, row.Value.Rounded())) ?? [];
}
