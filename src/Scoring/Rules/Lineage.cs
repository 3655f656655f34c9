using Scoring.Indexing;
using Scoring.Reading;
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
        Parallel.ForEach(ItemBlocks.Of(corpus), corpus.Store.ThreadLimit, block =>
        {
            for (var a = corpus.AssertionsOfItem(block.First).Start.Value; a < corpus.AssertionsOfItem(block.Last - 1).End.Value; a++)
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

        var blocks = ItemBlocks.Of(corpus);
        var circles = new List<(int Item, int[] Sources)>[blocks.Length];
        Parallel.For(0, blocks.Length, corpus.Store.ThreadLimit, block => circles[block] = lineage.Follow(blocks[block]));
        lineage.Circles = [.. circles.SelectMany(ofBlock => ofBlock)];
        return lineage;
    }

    /// <summary>Follows the lineage of the assertions on some items.</summary>
    /// <returns>Circles among them.</returns>
    private List<(int Item, int[] Sources)> Follow(ItemBlock items)
    {
        var (chains, latest) = (new OriginChains(corpus, this), new Dictionary<(int Source, int Origin), long>());
        for (var item = items.First; item < items.Last; item++)
        {
            var (start, end) = (corpus.AssertionsOfItem(item).Start.Value, corpus.AssertionsOfItem(item).End.Value);
            MarkRetractions(start, end);
            chains.Resolve(item, start, end);
            if (corpus.Details.Time is not null)
            {
                Supersede(start, end, latest);
            }

            if (corpus.Details.Stance is not null)
            {
                Retract(item);
            }

            if (corpus.Details.Origin is not null)
            {
                DropMisquotes(item);
            }
        }

        return chains.Circles;
    }

    private void MarkRetractions(int start, int end)
    {
        for (var a = start; a < end; a++)
        {
            if (corpus.Details.StanceOf(a) == Stance.Retracts)
            {
                Status[a] = AssertionStatus.Retraction;
            }
        }
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

    /// <summary>
    /// A retraction removes what its source said of the value up to then, and the relays of it; of two answers also a denial of the other, which said the same.
    /// </summary>
    private void Retract(int item)
    {
        var hasTwoAnswers = corpus.HasTwoAnswers(item);
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            for (var r = corpus.FirstAssertion[claim]; r < corpus.FirstAssertion[claim + 1]; r++)
            {
                var (first, last) = hasTwoAnswers ? (corpus.FirstClaim[item], corpus.FirstClaim[item + 1]) : (claim, claim + 1);
                for (var of = first; of < last && Status[r] == AssertionStatus.Retraction; of++)
                {
                    TakeBack(r, of, denialsAlone: of != claim);
                }
            }
        }
    }

    private void TakeBack(int retraction, int claim, bool denialsAlone)
    {
        for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
        {
            var same = (Root[a] == Root[retraction] && Root[a] != UnknownRoot) || corpus.SourceOfAssertion[a] == corpus.SourceOfAssertion[retraction];
            if (same && Status[a] == AssertionStatus.Active && (!denialsAlone || corpus.Details.StanceOf(a) == Stance.Denies) && !IsLater(a, retraction))
            {
                Status[a] = AssertionStatus.Retracted;
            }
        }
    }

    /// <summary>Where an origin speaks on the item itself, relays that have it say something else do not count, unless they are later.</summary>
    private void DropMisquotes(int item)
    {
        var said = new Dictionary<int, List<(int Assertion, int Claim, Stance Stance)>>();
        foreach (var (a, claim) in ActiveOf(item).Where(row => !IsRelay(row.Assertion)))
        {
            var own = said.TryGetValue(Root[a], out var list) ? list : said[Root[a]] = [];
            own.Add((a, claim, corpus.Details.StanceOf(a)));
        }

        foreach (var (a, claim) in ActiveOf(item).Where(row => IsRelay(row.Assertion)).ToArray())
        {
            if (said.TryGetValue(Root[a], out var own)
                && !own.Exists(row => SaysTheSame(item, row.Claim, row.Stance, claim, corpus.Details.StanceOf(a)))
                && !own.TrueForAll(row => IsLater(a, row.Assertion)))
            {
                Status[a] = AssertionStatus.AtOddsWithOrigin;
            }
        }
    }

    /// <summary>Whether two positions on an item are one: of two answers, or of yes and no beside others, also a denial of one and support of the other.</summary>
    private bool SaysTheSame(int item, int claim, Stance stance, int otherClaim, Stance otherStance) =>
        (stance == otherStance) == (claim == otherClaim) && (claim == otherClaim || corpus.HasTwoAnswers(item) || AreYesAndNo(claim, otherClaim));

    private bool AreYesAndNo(int claim, int otherClaim) =>
        YesNo.Opposite(corpus.ValueText(claim)) is { } opposite && YesNo.Word(corpus.ValueText(otherClaim)) == opposite;

    private IEnumerable<(int Assertion, int Claim)> ActiveOf(int item)
    {
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                if (Status[a] == AssertionStatus.Active)
                {
                    yield return (a, claim);
                }
            }
        }
    }

    private bool IsLater(int assertion, int than) =>
        corpus.Details.TimeOf(than) != AssertionDetails.NoTime && corpus.Details.TimeOf(assertion) > corpus.Details.TimeOf(than);
}
