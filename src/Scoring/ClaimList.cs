using System.Collections;
using Scoring.Indexing;

namespace Scoring;

/// <summary>The scores of all claims: held where they are few, else computed item by item whenever they are asked for.</summary>
internal sealed class ClaimList : IReadOnlyList<ClaimScore>
{
    private const int MostHeld = 1 << 17;

    /// <summary>Few, for those who go through the claims hold several blocks of them at once.</summary>
    private const int RowsPerBlock = 0x800;

    private readonly Corpus corpus;
    private readonly Func<ItemBlock, ClaimScore[]> score;
    private readonly ClaimScore[]? held;

    /// <param name="corpus">The corpus.</param>
    /// <param name="score">Scores the claims of a run of items; called from several threads at once.</param>
    public ClaimList(Corpus corpus, Func<ItemBlock, ClaimScore[]> score)
    {
        (this.corpus, this.score) = (corpus, score);
        Blocks = ItemBlocks.Of(corpus, RowsPerBlock);
        if (corpus.ClaimCount <= MostHeld)
        {
            var scores = new ClaimScore[corpus.ClaimCount];
            Parallel.ForEach(Blocks, block => score(block).CopyTo(scores, corpus.FirstClaim[block.First]));
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
            var item = corpus.ItemOfClaim[index];
            return held?[index] ?? score(new ItemBlock(item, item + 1))[index - corpus.FirstClaim[item]];
        }
    }

    /// <summary>The claims of a run of items.</summary>
    public IReadOnlyList<ClaimScore> OfBlock(ItemBlock block) => held is null
        ? score(block)
        : new ArraySegment<ClaimScore>(held, corpus.FirstClaim[block.First], corpus.FirstClaim[block.Last] - corpus.FirstClaim[block.First]);

    public IEnumerator<ClaimScore> GetEnumerator() => Blocks.SelectMany(OfBlock).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
