using BenchmarkDotNet.Attributes;
using Scoring.Evaluating;
using Scoring.Indexing;
using Scoring.Inference.Panel;
using Scoring.Kernels;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Benchmarks;

/// <summary>One pass of the one-coin model over a simulated corpus, against counting the same votes.</summary>
[MemoryDiagnoser]
public class OneCoinPassBenchmarks
{
    private const int Seed = 1;

    private Corpus corpus = null!;
    private OneCoinColumns columns;
    private Votes votes = null!;
    private double[] discrimination = [];
    private double[] probability = [];
    private long[] hits = [];
    private double[] weight = [];

    [Params(10_000, 100_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var table = new AssertionTable();
        foreach (var assertion in new Simulation { Items = Items, Sources = Items / 10, Seed = Seed }.Draw().Assertions)
        {
            table.Add(assertion);
        }

        corpus = CorpusBuilder.Build(table, [], [], new ReadingLog(lenient: false));
        var evidence = Evidence.Of(corpus, RuleSetFile.Default(), asOf: null, []);
        columns = new OneCoinColumns
        {
            FirstClaim = corpus.FirstClaim,
            FirstAssertion = corpus.FirstAssertion,
            Speaker = evidence.Speaker,
            Weight = [.. evidence.RuleWeight.Zip(evidence.Share, (rule, share) => rule * share)],
            Denies = [],
        };
        votes = Votes.Of(corpus);
        var random = new Random(Seed);
        discrimination = [.. Enumerable.Range(0, corpus.SourceCount).Select(_ => random.NextDouble() * 3)];
        probability = new double[corpus.ClaimCount];
        hits = new long[corpus.SourceCount];
        weight = new double[10];
    }

    [Benchmark(Baseline = true)]
    public object MajorityVoteOfTheSameRows() => new MajorityVote().Infer(votes, CancellationToken.None);

    [Benchmark]
    public double OnePass()
    {
        double unnamed = 0;
        var chance = Math.Log(3);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var row = probability.AsSpan(corpus.FirstClaim[item]..corpus.FirstClaim[item + 1]);
            columns.Weight.CopyTo(corpus.FirstAssertion[corpus.FirstClaim[item]], weight);
            OneCoinPass.LogWeights(columns, item, weight, discrimination, [], chance, row);
            unnamed += OneCoinPass.Softmax(row, 0);
            OneCoinPass.AddHits(columns, item, weight, row, 1, hits);
        }

        return unnamed;
    }
}
