using System.Collections;
using Scoring.Indexing;

namespace Scoring;

/// <summary>The scores of all claims: held where they are few, else computed item by item whenever they are asked for.</summary>
internal sealed class ClaimList : IReadOnlyList<ClaimScore>
{
    private const int MostHeld = 1 << 17;

    private readonly Corpus corpus;
    private readonly Func<int, ClaimScore[]> scoreItem;
    private readonly ClaimScore[]? held;

    /// <param name="corpus">The corpus.</param>
    /// <param name="scoreItem">Scores the claims of an item; called from several threads at once.</param>
    public ClaimList(Corpus corpus, Func<int, ClaimScore[]> scoreItem)
    {
        (this.corpus, this.scoreItem) = (corpus, scoreItem);
        Blocks = ItemBlocks.Of(corpus);
        if (corpus.ClaimCount <= MostHeld)
        {
            var scores = new ClaimScore[corpus.ClaimCount];
            Parallel.ForEach(Blocks, block => Score(block).CopyTo(scores, corpus.FirstClaim[block.First]));
            held = scores;
        }
    }

    /// <summary>Runs of items, in order.</summary>
    public IReadOnlyList<ItemBlock> Blocks { get; }

    public int Count => corpus.ClaimCount;

    public ClaimScore this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return held?[index] ?? scoreItem(corpus.ItemOfClaim[index])[index - corpus.FirstClaim[corpus.ItemOfClaim[index]]];
        }
    }

    /// <summary>The claims of a run of items.</summary>
    public IReadOnlyList<ClaimScore> OfBlock(ItemBlock block) => held is null
        ? Score(block)
        : new ArraySegment<ClaimScore>(held, corpus.FirstClaim[block.First], corpus.FirstClaim[block.Last] - corpus.FirstClaim[block.First]);

    public IEnumerator<ClaimScore> GetEnumerator() => Blocks.SelectMany(OfBlock).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<ClaimScore> Score(ItemBlock block)
    {
        var scores = new List<ClaimScore>(corpus.FirstClaim[block.Last] - corpus.FirstClaim[block.First]);
        for (var item = block.First; item < block.Last; item++)
        {
            scores.AddRange(scoreItem(item));
        }

        return scores;
    }
}
