using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Rules;

/// <summary>Whose voice each assertion is, and whether it counts.</summary>
/// <remarks>
/// A relay is the voice of its origin: the chain of origins is followed within the item to whoever speaks for itself.
/// Sources that relay one another in a circle, and who relays these, have no known origin: nobody among them said it first.
/// </remarks>
internal sealed class Lineage
{
    /// <summary>Root of assertions whose lineage is not known: they share one voice on an item.</summary>
    public const int UnknownRoot = SourceIndex.UnknownOrigin;

    private readonly Corpus corpus;
    private readonly Lazy<ILookup<int, int[]>> circlesOfItem;

    private Lineage(Corpus corpus)
    {
        this.corpus = corpus;
        IsDirect = corpus.Details.Origin is null && corpus.Details.Stance is null && corpus.Details.Time is null;
        Root = IsDirect ? corpus.SourceOfAssertion : corpus.Store.New<int>(corpus.AssertionCount);
        Status = corpus.Store.New<AssertionStatus>(corpus.AssertionCount);
        circlesOfItem = new(() => Circles.ToLookup(circle => circle.Item, circle => circle.Sources));
    }

    /// <summary>Whether every source speaks for itself and every assertion counts, since no column says otherwise.</summary>
    public bool IsDirect { get; }

    /// <summary>Source index of whose voice each assertion is, or <see cref="UnknownRoot"/>; length assertions.</summary>
    public Column<int> Root { get; }

    /// <summary>Whether each assertion counts; length assertions.</summary>
    public Column<AssertionStatus> Status { get; }

    /// <summary>Items on which sources relay one another in a circle, with those sources.</summary>
    public IReadOnlyList<(int Item, int[] Sources)> Circles { get; private set; } = [];

    /// <summary>Retractions that take back nothing, each with its claim.</summary>
    public IReadOnlyList<(int Assertion, int Claim)> IdleRetractions { get; private set; } = [];

    /// <summary>The circles on an item.</summary>
    public IEnumerable<int[]> CirclesOf(int item) => circlesOfItem.Value[item];

    /// <summary>The source whose reliability weighs an assertion: its root, or its carrier where the root is not known.</summary>
    public int SpeakerOf(int assertion) => Root[assertion] == UnknownRoot ? corpus.SourceOfAssertion[assertion] : Root[assertion];

    /// <summary>The speaker of each assertion; length assertions.</summary>
    public Column<int> Speakers()
    {
        if (IsDirect)
        {
            return corpus.SourceOfAssertion;
        }

        var speakers = corpus.Store.New<int>(corpus.AssertionCount);
        Parallel.ForEach(corpus.Blocks, corpus.Store.ThreadLimit, block =>
        {
            var (start, end) = corpus.AssertionsOf(block);
            for (var a = start; a < end; a++)
            {
                speakers[a] = SpeakerOf(a);
            }
        });
        return speakers;
    }

    public bool IsRelay(int assertion) => Root[assertion] != corpus.SourceOfAssertion[assertion];

    /// <summary>Follows the lineage of every assertion.</summary>
    /// <param name="corpus">The assertions.</param>
    public static Lineage Of(Corpus corpus)
    {
        var lineage = new Lineage(corpus);
        if (lineage.IsDirect)
        {
            return lineage;
        }

        var blocks = corpus.Blocks;
        var found = new (List<(int Item, int[] Sources)> Circles, List<(int Assertion, int Claim)> Idle)[blocks.Length];
        Parallel.For(0, blocks.Length, corpus.Store.ThreadLimit, block => found[block] = lineage.Follow(blocks[block]));
        lineage.Circles = [.. found.SelectMany(ofBlock => ofBlock.Circles)];
        lineage.IdleRetractions = [.. found.SelectMany(ofBlock => ofBlock.Idle)];
        return lineage;
    }

    /// <summary>Follows the lineage of the assertions on some items.</summary>
    /// <returns>Circles among them, and retractions that take back nothing.</returns>
    private (List<(int Item, int[] Sources)> Circles, List<(int Assertion, int Claim)> Idle) Follow(ItemBlock items)
    {
        var chains = new OriginChains(corpus, this);
        var (retractions, idle, misquotes) = (new Retractions(corpus, this, chains), new IdleRetractions(corpus, this, chains), new Misquotes(corpus, this));
        var latest = new Dictionary<(int Source, int Origin), long>();
        for (var item = items.First; item < items.Last; item++)
        {
            var (start, end) = (corpus.AssertionsOfItem(item).Start.Value, corpus.AssertionsOfItem(item).End.Value);
            retractions.Mark(start, end);
            chains.Resolve(item, start, end);
            if (corpus.Details.Time is not null)
            {
                Supersede(start, end, latest);
            }

            if (corpus.Details.Stance is not null)
            {
                retractions.Apply(item);
                idle.Find(item);
            }

            if (corpus.Details.Origin is not null)
            {
                misquotes.Drop(item);
            }
        }

        return (chains.Circles, idle.Found);
    }

    /// <summary>Of what one source says for itself, or from one origin, only the latest counts; rows without a time stand.</summary>
    private void Supersede(int start, int end, Dictionary<(int Source, int Origin), long> latest)
    {
        latest.Clear();
        for (var a = start; a < end; a++)
        {
            if (Status[a] == AssertionStatus.Active && corpus.Details.TimeOf(a) != AssertionDetails.NoTime)
            {
                var voice = (corpus.SourceOfAssertion[a], corpus.Details.OriginOf(a));
                latest[voice] = Math.Max(latest.GetValueOrDefault(voice, AssertionDetails.NoTime), corpus.Details.TimeOf(a));
            }
        }

        for (var a = start; a < end; a++)
        {
            var time = corpus.Details.TimeOf(a);
            if (Status[a] == AssertionStatus.Active && time != AssertionDetails.NoTime
                && time < latest[(corpus.SourceOfAssertion[a], corpus.Details.OriginOf(a))])
            {
                Status[a] = AssertionStatus.Superseded;
            }
        }
    }
}
