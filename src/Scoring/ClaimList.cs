using System.Collections;
using Scoring.Indexing;

namespace Scoring;

/// <summary>The scores of all claims: their figures are held where they are few, else computed item by item whenever they are asked for.</summary>
internal sealed class ClaimList : IReadOnlyList<ClaimScore>
{
    private const int MostHeld = 1 << 17;

    /// <summary>Few, for those who go through the claims hold several blocks of them at once.</summary>
    private const int RowsPerBlock = 0x100;

    private const int RowsOfLargeBlock = 1 << 14;

    private readonly Corpus corpus;
    private readonly Action<ItemBlock, ClaimVisitor> score;
    private readonly ClaimFigures[]? held;

    /// <summary>The item that was asked for last, where scores are not held: who asks for one of its claims mostly asks for the next one too.</summary>
    private volatile ScoredItem? last;

    /// <param name="corpus">The corpus.</param>
    /// <param name="score">Scores the claims of a run of items; called from several threads at once.</param>
    /// <param name="mostHeld">Claims that are few.</param>
    public ClaimList(Corpus corpus, Action<ItemBlock, ClaimVisitor> score, int mostHeld = MostHeld)
    {
        (this.corpus, this.score) = (corpus, score);
        Blocks = ItemBlocks.Of(corpus, RowsPerBlock);
        if (corpus.ClaimCount <= mostHeld)
        {
            var figures = new ClaimFigures[corpus.ClaimCount];
            Parallel.ForEach(Blocks, corpus.Store.ThreadLimit, block => score(block, claims => claims.CopyTo(figures.AsSpan(corpus.FirstClaim[block.First]))));
            held = figures;
        }
    }

    /// <summary>Runs of items, in order.</summary>
    public ItemBlock[] Blocks { get; }

    public int Count => corpus.ClaimCount;

    public ClaimScore this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return held is null ? OfItem(corpus.ItemOfClaim[index])[index - corpus.FirstClaim[corpus.ItemOfClaim[index]]] : held[index].Score(corpus);
        }
    }

    /// <summary>Whether a block is an item of so many rows that what is put together of it should not be held.</summary>
    public static bool IsLarge(Corpus corpus, ItemBlock block)
    {
        var (start, end) = corpus.AssertionsOf(block);
        return end - start > RowsOfLargeBlock;
    }

    /// <summary>Goes through the claims of a run of items.</summary>
    public void Visit(ItemBlock block, ClaimVisitor visit)
    {
        if (held is null)
        {
            score(block, visit);
        }
        else
        {
            visit(held.AsSpan(corpus.FirstClaim[block.First]..corpus.FirstClaim[block.Last]));
        }
    }

    /// <summary>The claims of an item.</summary>
    public ClaimScore[] OfItem(int item)
    {
        var scored = last;
        if (scored?.Item != item)
        {
            corpus.Store.KeepWithinLimit();
            last = scored = new ScoredItem(item, OfBlock(new ItemBlock(item, item + 1)));
        }

        return scored.Claims;
    }

    public IEnumerator<ClaimScore> GetEnumerator() => Blocks.SelectMany(OfBlock).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ClaimScore[] OfBlock(ItemBlock block)
    {
        ClaimScore[] scores = [];
        Visit(block, claims =>
        {
            scores = new ClaimScore[claims.Length];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = claims[i].Score(corpus);
            }
        });
        return scores;
    }

    private sealed record ScoredItem(int Item, ClaimScore[] Claims);
}
