namespace Scoring.Indexing;

/// <summary>Cuts a range of numbers into runs that several threads share.</summary>
internal static class Runs
{
    private const int ItemsPerRun = 1024;

    /// <summary>Goes through a range, a run of it at a time; the cuts do not depend on the threads.</summary>
    /// <param name="count">The numbers from 0 to one less than this.</param>
    /// <param name="length">Length of each run but the last.</param>
    /// <param name="limit">Most threads.</param>
    /// <param name="run">Gets the first number of a run, and the first after it.</param>
    public static void ForEach(int count, int length, ParallelOptions limit, Action<int, int> run) => Parallel.For(
        0, (int)(((long)count + length - 1) / length), limit,
        index => run(index * length, (int)Math.Min(count, (index + 1L) * length)));

    /// <summary>The same, number by number, where each is worth a call.</summary>
    /// <param name="count">As above.</param>
    /// <param name="length">As above.</param>
    /// <param name="limit">As above.</param>
    /// <param name="each">Gets a number.</param>
    public static void ForEach(int count, int length, ParallelOptions limit, Action<int> each) => ForEach(count, length, limit, (first, last) =>
    {
        for (var i = first; i < last; i++)
        {
            each(i);
        }
    });

    /// <summary>The same with room for each thread to work in.</summary>
    /// <param name="count">As above.</param>
    /// <param name="length">As above.</param>
    /// <param name="limit">As above.</param>
    /// <param name="newRoom">Makes such room.</param>
    /// <param name="run">Gets the first number of a run, the first after it, and the room.</param>
    public static void ForEach<T>(int count, int length, ParallelOptions limit, Func<T> newRoom, Action<int, int, T> run) => Parallel.For(
        0, (int)(((long)count + length - 1) / length), limit, newRoom,
        (index, _, room) =>
        {
            run(index * length, (int)Math.Min(count, (index + 1L) * length), room);
            return room;
        },
        _ => { });

    /// <summary>Turns each of many things into another, on several threads.</summary>
    /// <param name="items">The things.</param>
    /// <param name="limit">Most threads.</param>
    /// <param name="convert">Turns one of them.</param>
    public static TTo[] ConvertAll<TFrom, TTo>(TFrom[] items, ParallelOptions limit, Func<TFrom, TTo> convert)
    {
        var converted = new TTo[items.Length];
        ForEach(items.Length, ItemsPerRun, limit, i => converted[i] = convert(items[i]));
        return converted;
    }

    /// <summary>The run of one of several workers that share a range evenly.</summary>
    public static (int First, int Last) Of(int worker, int workers, int count) =>
        ((int)((long)count * worker / workers), (int)((long)count * (worker + 1) / workers));
}
