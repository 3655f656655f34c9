using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Reporting;

/// <summary>How often sources speak on the same items, and how often they then say the same.</summary>
internal sealed class SourceAgreement
{
    /// <summary>Of two sources one must be among the first so many for <see cref="Between"/> to know of them.</summary>
    public const int MostCompared = 200;

    private const int MostSpeakersOfItem = 200;
    private const int NotShown = -1;

    private readonly int width;
    private readonly (int Common, int Agreed)[] pairs;

    private SourceAgreement(int sources)
    {
        width = Math.Min(sources, MostCompared);
        pairs = new (int, int)[sources * width];
        (Items, Overlaps, Conflicts) = (new int[sources], new int[sources], new int[sources]);
    }

    /// <summary>Items on which each source speaks; in the order of the sources given.</summary>
    public int[] Items { get; }

    /// <summary>Those on which somebody else speaks too.</summary>
    public int[] Overlaps { get; }

    /// <summary>Those on which somebody else says something else.</summary>
    public int[] Conflicts { get; }

    /// <summary>Counts over all items.</summary>
    /// <remarks>O(sum over items of speakers²), of which the first 200 of those given are compared.</remarks>
    public static SourceAgreement Of(Evidence evidence, SourceScore[] sources, CancellationToken cancellation = default)
    {
        using var stopping = Stopping.By(cancellation);
        var corpus = evidence.Corpus;
        var place = new int[corpus.SourceCount];
        Array.Fill(place, NotShown);
        foreach (var (index, source) in sources.Index())
        {
            place[source.Index] = index;
        }

        var (agreement, gate) = (new SourceAgreement(sources.Length), new Lock());
        Parallel.ForEach(corpus.Blocks, corpus.Store.ThreadLimit, () => new Counting(evidence, place, sources.Length), (block, _, counting) => counting.Of(block), counting =>
        {
            lock (gate)
            {
                agreement.Add(counting.Counts);
            }
        });
        return agreement;
    }

    /// <summary>Items on which both speak, and those on which they say the same; by place among the sources given, one of them below <see cref="MostCompared"/>.</summary>
    public (int Common, int Agreed) Between(int one, int other)
    {
        var (low, high) = InOrder(one, other);
        if (low >= width)
        {
            throw new ArgumentOutOfRangeException(nameof(one), low, $"One of the two must be below {width}.");
        }

        return pairs[(high * width) + low];
    }

    private static (int Low, int High) InOrder(int one, int other) => (Math.Min(one, other), Math.Max(one, other));

    private void Add(SourceAgreement other)
    {
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            pairs[pair] = (pairs[pair].Common + other.pairs[pair].Common, pairs[pair].Agreed + other.pairs[pair].Agreed);
        }

        for (var source = 0; source < Items.Length; source++)
        {
            Items[source] += other.Items[source];
            Overlaps[source] += other.Overlaps[source];
            Conflicts[source] += other.Conflicts[source];
        }
    }

    /// <summary>Counts items one after another; one a thread.</summary>
    private sealed class Counting(Evidence evidence, int[] place, int sources)
    {
        private readonly int[] lastItem = new int[place.Length];
        private readonly List<(int Source, int Position)> positions = [];
        private readonly List<(int Source, int Position)> compared = [];

        public SourceAgreement Counts { get; } = new(sources);

        public Counting Of(ItemBlock block)
        {
            for (var item = block.First; item < block.Last; item++)
            {
                if (AnyShownSpeaks(item))
                {
                    FindPositions(item);
                    Count();
                }
            }

            return this;
        }

        private bool AnyShownSpeaks(int item)
        {
            foreach (var source in evidence.Corpus.SourceOfAssertion[evidence.Corpus.AssertionsOfItem(item)])
            {
                if (place[source] != NotShown)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>What each source says on an item: the claim it speaks for, or the complement of the one it rules out; the first where it says several.</summary>
        private void FindPositions(int item)
        {
            var corpus = evidence.Corpus;
            positions.Clear();
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    var source = corpus.SourceOfAssertion[a];
                    if (evidence.Lineage.Status[a] == AssertionStatus.Active && lastItem[source] != item + 1)
                    {
                        lastItem[source] = item + 1;
                        positions.Add((source, corpus.ClaimSaid(item, claim, a) is var said and >= 0 ? said : ~claim));
                    }
                }
            }
        }

        private void Count()
        {
            compared.Clear();
            foreach (var (source, position) in positions)
            {
                if (place[source] != NotShown)
                {
                    Counts.Items[place[source]]++;
                    Counts.Overlaps[place[source]] += positions.Count > 1 ? 1 : 0;
                    Counts.Conflicts[place[source]] += IsContested(position) ? 1 : 0;
                    compared.Add((source, position));
                }
            }

            if (compared.Count < 2)
            {
                return;
            }

            if (compared.Count > MostSpeakersOfItem)
            {
                compared.Sort((x, y) => place[x.Source].CompareTo(place[y.Source]));
                compared.RemoveRange(MostSpeakersOfItem, compared.Count - MostSpeakersOfItem);
            }

            for (var i = 0; i < compared.Count; i++)
            {
                for (var j = i + 1; j < compared.Count; j++)
                {
                    var (low, high) = InOrder(place[compared[i].Source], place[compared[j].Source]);
                    if (low < Counts.width)
                    {
                        ref var pair = ref Counts.pairs[(high * Counts.width) + low];
                        pair.Common++;
                        pair.Agreed += compared[i].Position == compared[j].Position ? 1 : 0;
                    }
                }
            }
        }

        private bool IsContested(int position)
        {
            foreach (var (_, other) in positions)
            {
                if (other != position)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
