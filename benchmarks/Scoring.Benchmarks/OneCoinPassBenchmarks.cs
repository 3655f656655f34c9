using System.Numerics;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Storage;

namespace Scoring.Benchmarks;

/// <summary>One pass of the one-coin model over a corpus in memory, against only reading the same bytes.</summary>
[MemoryDiagnoser]
[Config(typeof(RateConfig))]
public class OneCoinPassBenchmarks
{
    private const int Seed = 1;
    private const int PerItem = 10;

    private readonly int threads = Environment.ProcessorCount;
    private OneCoinColumns columns;
    private OneCoinTerms terms;
    private SourceTable[] sources = [];
    private OneCoinRoom[] rooms = [];
    private double[] credibility = [];

    [Params(1_000_000, 10_000_000, 100_000_000)]
    public int Assertions { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var (items, count, random) = (Assertions / PerItem, Assertions / 100, new Random(Seed));
        var (firstClaim, firstAssertion, speaker) = (new int[items + 1], new List<int>(3 * items) { 0 }, new int[Assertions]);
        for (var item = 0; item < items; item++)
        {
            // Ten votes for four values, of which most name one.
            for (int rest = PerItem, claims = 0; rest > 0; claims++)
            {
                var votes = claims == 3 ? rest : Math.Min(rest, 1 + random.Next(claims == 0 ? 9 : 3));
                rest -= votes;
                firstAssertion.Add(firstAssertion[^1] + votes);
            }

            firstClaim[item + 1] = firstAssertion.Count - 1;
        }

        for (var a = 0; a < speaker.Length; a++)
        {
            speaker[a] = random.Next(count);
        }

        columns = new OneCoinColumns
        {
            FirstClaim = firstClaim,
            FirstAssertion = [.. firstAssertion],
            Speaker = speaker,
            Weight = new WeightColumn(Assertions, [0.8], []),
            Denies = [],
        };
        terms = new OneCoinTerms
        {
            LogAlternatives = new WeightColumn(items, [Math.Log(3)], []),
            LogUnnamed = new WeightColumn(items, [0], []),
            Teaching = new WeightColumn(items, [1], []),
            IsSettled = [],
            IsNumber = [],
        };
        credibility = new double[firstAssertion.Count - 1];
        double[] discrimination = [.. Enumerable.Range(0, count).Select(_ => 3 * random.NextDouble())];
        sources = [.. Enumerable.Range(0, threads).Select(_ => new SourceTable(count, ColumnStore.InMemory))];
        foreach (var table in sources)
        {
            table.Start(discrimination);
        }

        rooms = [.. Enumerable.Range(0, threads).Select(_ => new OneCoinRoom())];
    }

    /// <summary>Reads all bytes that a pass reads, once.</summary>
    [Benchmark(Baseline = true)]
    public long StreamingRead()
    {
        var sums = new long[threads];
        Parallel.For(0, threads, thread =>
        {
            sums[thread] = Sum(Part<int>(columns.Speaker, thread)) + Sum(Part<int>(columns.FirstAssertion, thread)) + Sum(Part<int>(columns.FirstClaim, thread))
                + Sum(Part<double>(credibility, thread));
        });
        return sums.Aggregate((all, part) => all ^ part);

        static long Sum<T>(ReadOnlySpan<T> numbers)
            where T : struct
        {
            var sum = Vector<long>.Zero;
            foreach (var eight in MemoryMarshal.Cast<T, Vector<long>>(numbers))
            {
                sum += eight;
            }

            return Vector.Sum(sum);
        }
    }

    [Benchmark]
    public double OnePass()
    {
        var changes = new double[threads];
        Parallel.For(0, threads, thread =>
        {
            var items = columns.FirstClaim.Length - 1;
            var last = (int)((long)items * (thread + 1) / threads);
            for (var first = (int)((long)items * thread / threads); first < last; first += OneCoinBlock.Rows / PerItem)
            {
                var block = (first, Math.Min(last, first + (OneCoinBlock.Rows / PerItem)));
                changes[thread] = Math.Max(changes[thread], OneCoinBlock.Pass(columns, terms, block, [], sources[thread], rooms[thread], credibility));
            }
        });
        return changes.Max();
    }

    private ReadOnlySpan<T> Part<T>(ReadOnlySpan<T> numbers, int thread) =>
        numbers[(int)((long)numbers.Length * thread / threads)..(int)((long)numbers.Length * (thread + 1) / threads)];
}
