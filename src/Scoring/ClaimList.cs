using System.Collections;
using Scoring.Indexing;

namespace Scoring;

/// <summary>The scores of all claims: held where they are few, else computed item by item whenever they are asked for.</summary>
internal sealed class ClaimList : IReadOnlyList<ClaimScore>
{
    private const int MostHeld = 1 << 17;

    /// <summary>Few, for those who go through the claims hold several blocks of them at once.</summary>
    private const int RowsPerBlock = 0x100;

    private readonly Corpus corpus;
    private readonly Func<ItemBlock, ClaimScore[]> score;
    private readonly ClaimScore[]? held;

    /// <summary>The item that was asked for last, where scores are not held: who asks for one of its claims mostly asks for the next one too.</summary>
    private volatile ScoredItem? last;

    /// <param name="corpus">The corpus.</param>
    /// <param name="score">Scores the claims of a run of items; called from several threads at once.</param>
    /// <param name="mostHeld">Claims that are few.</param>
    public ClaimList(Corpus corpus, Func<ItemBlock, ClaimScore[]> score, int mostHeld = MostHeld)
    {
        (this.corpus, this.score) = (corpus, score);
        Blocks = ItemBlocks.Of(corpus, RowsPerBlock);
        if (corpus.ClaimCount <= mostHeld)
        {
            var scores = new ClaimScore[corpus.ClaimCount];
            Parallel.ForEach(Blocks, corpus.Store.ThreadLimit, block => score(block).CopyTo(scores, corpus.FirstClaim[block.First]));
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
            return held?[index] ?? OfItem(corpus.ItemOfClaim[index])[index - corpus.FirstClaim[corpus.ItemOfClaim[index]]];
        }
    }

    /// <summary>The claims of a run of items.</summary>
    public IReadOnlyList<ClaimScore> OfBlock(ItemBlock block) => held is null
        ? score(block)
        : new ArraySegment<ClaimScore>(held, corpus.FirstClaim[block.First], corpus.FirstClaim[block.Last] - corpus.FirstClaim[block.First]);

    private ClaimScore[] OfItem(int item)
    {
        var scored = last;
        if (scored?.Item != item)
        {
            last = scored = new ScoredItem(item, score(new ItemBlock(item, item + 1)));
        }

        return scored.Claims;
    }

    public IEnumerator<ClaimScore> GetEnumerator() => Blocks.SelectMany(OfBlock).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed record ScoredItem(int Item, ClaimScore[] Claims);
}
