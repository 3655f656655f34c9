using System.Buffers;
using System.Collections;
using System.Runtime.CompilerServices;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>A number for each assertion (or each item) in as little memory as its distinct values need: none if all are the same, a byte each up to 256 of them, else the numbers.</summary>
[CollectionBuilder(typeof(WeightColumn), nameof(Of))]
internal sealed class WeightColumn : IReadOnlyCollection<double>
{
    private readonly Column<double> numbers;
    private readonly Column<byte> code;

    /// <param name="count">Number of assertions.</param>
    /// <param name="numbers">The distinct numbers, or all of them.</param>
    /// <param name="code">Index into the distinct numbers of each assertion; empty where there is only one, or all are given.</param>
    public WeightColumn(int count, Column<double> numbers, Column<byte> code) => (Count, this.numbers, this.code) = (count, numbers, code);

    public int Count { get; }

    public double this[int assertion] =>
        code.Length > 0 ? numbers[code[assertion]] : numbers.Length == 1 ? numbers[0] : numbers[assertion];

    public static WeightColumn Of(ReadOnlySpan<double> numbers)
    {
        var builder = new WeightColumnBuilder(numbers.Length, ColumnStore.InMemory);
        builder.Set(0, numbers);
        return builder.Build();
    }

    /// <summary>Computes a column item by item, in parallel.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="fill">Fills the numbers of the assertions of an item, each of them; the first of them is given.</param>
    public static WeightColumn Of(Corpus corpus, Action<int, int, Span<double>> fill)
    {
        var builder = new WeightColumnBuilder(corpus.AssertionCount, corpus.Store);
        Parallel.ForEach(corpus.Blocks, corpus.Store.ThreadLimit, block =>
        {
            var (start, end) = corpus.AssertionsOf(block);
            var room = ArrayPool<double>.Shared.Rent(end - start);
            var ofBlock = room.AsSpan(0, end - start);
            for (var item = block.First; item < block.Last; item++)
            {
                var range = corpus.AssertionsOfItem(item);
                fill(item, range.Start.Value, ofBlock[(range.Start.Value - start)..(range.End.Value - start)]);
            }

            builder.Set(start, ofBlock);
            ArrayPool<double>.Shared.Return(room);
        });
        return builder.Build();
    }

    /// <summary>Computes a column run by run, in parallel.</summary>
    /// <param name="count">How many numbers.</param>
    /// <param name="store">Where they are to lie.</param>
    /// <param name="fill">Fills the numbers of a run; its first is given.</param>
    public static WeightColumn OfRuns(int count, ColumnStore store, Action<int, Span<double>> fill)
    {
        const int numbersPerRun = 1 << 15;
        var builder = new WeightColumnBuilder(count, store);
        Runs.ForEach(count, numbersPerRun, store.ThreadLimit, (first, last) =>
        {
            var ofRun = new double[last - first];
            fill(first, ofRun);
            builder.Set(first, ofRun);
        });
        return builder.Build();
    }

    /// <summary>A number for each item instead.</summary>
    public static WeightColumn OfItems(Corpus corpus, Func<int, double> number) => OfRuns(corpus.ItemCount, corpus.Store, (first, numbers) =>
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = number(first + i);
        }
    });

    /// <summary>Gives its memory or its file back: nobody may use it afterwards.</summary>
    public void Release()
    {
        numbers.Release();
        code.Release();
    }

    /// <summary>Copies the numbers of a run of assertions.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="run">Receives them.</param>
    public void CopyTo(int start, Span<double> run)
    {
        if (code.Length > 0)
        {
            var distinct = numbers.AsSpan();
            var codes = code.AsSpan(start, run.Length);
            for (var i = 0; i < run.Length; i++)
            {
                run[i] = distinct[codes[i]];
            }
        }
        else if (numbers.Length == 1)
        {
            run.Fill(numbers[0]);
        }
        else
        {
            numbers.AsSpan(start, run.Length).CopyTo(run);
        }
    }

    /// <summary>Multiplies by the numbers of a run of assertions.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="run">What is multiplied.</param>
    public void MultiplyInto(int start, Span<double> run)
    {
        if (code.Length > 0)
        {
            var distinct = numbers.AsSpan();
            var codes = code.AsSpan(start, run.Length);
            for (var i = 0; i < run.Length; i++)
            {
                run[i] *= distinct[codes[i]];
            }
        }
        else if (numbers.Length != 1 || numbers[0] != 1)
        {
            var all = numbers.Length == 1 ? [] : numbers.AsSpan(start, run.Length);
            for (var i = 0; i < run.Length; i++)
            {
                run[i] *= all.IsEmpty ? numbers[0] : all[i];
            }
        }
    }

    public IEnumerator<double> GetEnumerator() => Enumerable.Range(0, Count).Select(assertion => this[assertion]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
