using System.Collections;

namespace Scoring;

/// <summary>The scores of all sources: held where they are few, else computed one by one whenever they are asked for.</summary>
internal sealed class SourceList : IReadOnlyList<SourceScore>
{
    private const int MostHeld = 1 << 17;
    private const int SourcesPerBlock = 0x400;

    private readonly Func<int, SourceScore> score;
    private readonly SourceScore[]? held;

    /// <param name="assertions">Rows of each source that count.</param>
    /// <param name="limit">Most threads.</param>
    /// <param name="score">Scores a source; called from several threads at once.</param>
    public SourceList(int[] assertions, ParallelOptions limit, Func<int, SourceScore> score)
    {
        (Assertions, this.score) = (assertions, score);
        if (assertions.Length <= MostHeld)
        {
            var scores = new SourceScore[assertions.Length];
            Parallel.For(0, scores.Length, limit, source => scores[source] = score(source));
            held = scores;
        }
    }

    public IReadOnlyList<int> Assertions { get; }

    /// <summary>Runs of sources, in order.</summary>
    public IEnumerable<Range> Blocks => Enumerable.Range(0, (Count + SourcesPerBlock - 1) / SourcesPerBlock)
        .Select(block => (block * SourcesPerBlock)..Math.Min(Count, (block + 1) * SourcesPerBlock));

    public int Count => Assertions.Count;

    public SourceScore this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return held?[index] ?? score(index);
        }
    }

    /// <summary>Those with the most rows; of as many, the first.</summary>
    /// <param name="most">How many.</param>
    public SourceScore[] MostActive(int most) =>
        [.. Enumerable.Range(0, Count).OrderByDescending(source => Assertions[source]).Take(most).Select(source => this[source])];

    public IEnumerator<SourceScore> GetEnumerator() => Enumerable.Range(0, Count).Select(source => this[source]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
