using Scoring.Kernels;

namespace Scoring.Tests.Kernels;

public sealed class OneCoinPassTests
{
    [Test]
    public void Softmax_TwoHugeWeights_SharesEvenly()
    {
        double[] weights = [1000, 1000];
        var unnamed = OneCoinPass.Softmax(weights, double.NegativeInfinity);
        Assert.That((weights[0], weights[1], unnamed), Is.EqualTo((0.5, 0.5, 0.0)));
    }

    [Test]
    public void Softmax_NoNamedValue_LeavesAllToTheUnnamed() =>
        Assert.That(OneCoinPass.Softmax([], 0), Is.EqualTo(1));

    [Test]
    public void Softmax_RandomWeights_SumsToOne()
    {
        var random = new Random(2);
        for (var i = 0; i < 1000; i++)
        {
            var weights = Enumerable.Range(0, random.Next(1, 9)).Select(_ => 400 * (random.NextDouble() - 0.5)).ToArray();
            var unnamed = OneCoinPass.Softmax(weights, 10 * random.NextDouble());
            Assert.That(weights.Sum() + unnamed, Is.EqualTo(1).Within(1e-12));
        }
    }

    [Test]
    public void LogWeights_SupportAndDenial_AddsBySign()
    {
        var columns = Columns();
        double[] weights = [0, 0];
        OneCoinPass.LogWeights(columns, 0, Weights(columns), [2.0, 3.0], [], Math.Log(2), weights);

        // Claim 0: source 0 supports at half weight; claim 1: source 0 supports, source 1 denies.
        Assert.That(weights, Is.EqualTo(new[] { 0.5 * (2 + Math.Log(2)), 2 + Math.Log(2) - 3 }).Within(1e-15));
    }

    [Test]
    public void LogWeights_Messages_AreAdded()
    {
        double[] weights = [0, 0];
        OneCoinPass.LogWeights(Columns(), 0, Weights(Columns()), [0.0, 0.0], [1.5, -2.5], 0, weights);
        Assert.That(weights, Is.EqualTo(new[] { 1.5, -2.5 }));
    }

    [Test]
    public void AddHits_SupportAndDenial_CountsWhatIsRight()
    {
        var (columns, sources, room) = (Columns(), new SourceCell[2], new OneCoinRoom());
        double[] credibility = [0, 0];
        OneCoinPass.Probabilities(columns, Terms(1), (0, 1), [], sources, room, credibility);
        OneCoinPass.AddHits(columns, Terms(1), (0, 1), [0.25, 0.75], room, sources);
        Assert.That(
            sources.Select(source => source.Hits / OneCoinPass.FixedPointScale), Is.EqualTo(new[] { (0.5 * 0.25) + 0.75, 0.25 }).Within(1e-9));
    }

    [Test]
    public void Block_RandomItems_AgreesWithOneItemAtATime([Values] bool hasDenials, [Values] bool hasMessages, [Range(1, 5)] int seed)
    {
        var random = new Random(seed);
        var (columns, terms) = Random(random, items: 300, sources: 40, hasDenials);
        double[] message = hasMessages ? [.. Enumerable.Range(0, columns.FirstClaim[^1]).Select(_ => random.NextDouble() - 0.5)] : [];
        double[] discrimination = [.. Enumerable.Range(0, 40).Select(_ => (4 * random.NextDouble()) - 1)];
        SourceCell[] cells = [.. discrimination.Select(d => new SourceCell { Discrimination = d })];
        var (credibility, room) = (new double[columns.FirstClaim[^1]], new OneCoinRoom());
        foreach (var block in (ReadOnlySpan<(int, int)>)[(0, 1), (1, 150), (150, 300)])
        {
            OneCoinPass.Probabilities(columns, terms, block, message, cells, room, credibility);
            OneCoinPass.AddHits(columns, terms, block, credibility, room, cells);
        }

        var hits = new double[40];
        for (var item = 0; item < 300; item++)
        {
            var (first, last) = (columns.FirstClaim[item], columns.FirstClaim[item + 1]);
            var (start, end) = (columns.FirstAssertion[first], columns.FirstAssertion[last]);
            var (weight, probability) = (new double[end - start], new double[last - first]);
            columns.Weight.CopyTo(start, weight);
            OneCoinPass.LogWeights(columns, item, weight, discrimination, message, terms.LogAlternatives[item], probability);
            OneCoinPass.Softmax(probability, terms.LogUnnamed[item]);
            Assert.That(credibility[first..last], Is.EqualTo(probability).Within(1e-12));
            for (var claim = first; claim < last; claim++)
            {
                for (var a = columns.FirstAssertion[claim]; a < columns.FirstAssertion[claim + 1]; a++)
                {
                    var p = probability[claim - first];
                    hits[columns.Speaker[a]] += weight[a - start] * terms.Teaching[item] * (hasDenials && columns.Denies[a] ? 1 - p : p);
                }
            }
        }

        Assert.That(cells.Select(cell => cell.Hits / OneCoinPass.FixedPointScale), Is.EqualTo(hits).Within(1e-6));
    }

    [Test]
    public void Block_AnyCut_SameBits()
    {
        var (columns, terms) = Random(new Random(7), items: 100, sources: 20, hasDenials: false);
        var (one, other) = (Bits(1), Bits(100));
        Assert.That(one.Credibility, Is.EqualTo(other.Credibility));
        Assert.That(one.Hits, Is.EqualTo(other.Hits));

        (double[] Credibility, long[] Hits) Bits(int itemsPerBlock)
        {
            var (cells, credibility, room) = (new SourceCell[20], new double[columns.FirstClaim[^1]], new OneCoinRoom());
            for (var first = 0; first < 100; first += itemsPerBlock)
            {
                OneCoinPass.Probabilities(columns, terms, (first, first + itemsPerBlock), [], cells, room, credibility);
                OneCoinPass.AddHits(columns, terms, (first, first + itemsPerBlock), credibility, room, cells);
            }

            return (credibility, [.. cells.Select(cell => cell.Hits)]);
        }
    }

    [Test]
    public void Probabilities_SettledItem_StayAsTheyAre()
    {
        double[] credibility = [0, 1];
        var terms = Terms(1) with { IsSettled = [true] };
        OneCoinPass.Probabilities(Columns(), terms, (0, 1), [], new SourceCell[2], new OneCoinRoom(), credibility);
        Assert.That(credibility, Is.EqualTo(new[] { 0.0, 1.0 }));
    }

    [Test]
    public void Block_OnceTheRoomIsLargeEnough_AllocatesNothing()
    {
        var (columns, terms) = Random(new Random(3), items: 50, sources: 20, hasDenials: true);
        var (cells, credibility, room) = (new SourceCell[20], new double[columns.FirstClaim[^1]], new OneCoinRoom());
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        void Run()
        {
            OneCoinPass.Probabilities(columns, terms, (0, 50), [], cells, room, credibility);
            OneCoinPass.AddHits(columns, terms, (0, 50), credibility, room, cells);
        }
    }

    private static (OneCoinColumns Columns, OneCoinTerms Terms) Random(Random random, int items, int sources, bool hasDenials)
    {
        var (firstClaim, firstAssertion, speaker) = (new List<int> { 0 }, new List<int> { 0 }, new List<int>());
        for (var item = 0; item < items; item++)
        {
            for (var claims = random.Next(1, 6); claims > 0; claims--)
            {
                speaker.AddRange(Enumerable.Range(0, random.Next(0, 5)).Select(_ => random.Next(sources)));
                firstAssertion.Add(speaker.Count);
            }

            firstClaim.Add(firstAssertion.Count - 1);
        }

        double[] teaching = [0, 0.1, 1];
        return (
            new OneCoinColumns
            {
                FirstClaim = [.. firstClaim],
                FirstAssertion = [.. firstAssertion],
                Speaker = [.. speaker],
                Weight = [.. speaker.Select(_ => random.NextDouble())],
                Denies = hasDenials ? [.. speaker.Select(_ => random.Next(4) == 0)] : [],
            },
            new OneCoinTerms
            {
                LogAlternatives = [.. Enumerable.Range(0, items).Select(_ => Math.Log(random.Next(1, 10)))],
                LogUnnamed = [.. Enumerable.Range(0, items).Select(_ => Math.Log(random.Next(0, 4)))],
                Teaching = [.. Enumerable.Range(0, items).Select(_ => teaching[random.Next(3)])],
                IsSettled = [],
            });
    }

    private static OneCoinTerms Terms(double teaching) => new() { LogAlternatives = [0], LogUnnamed = [double.NegativeInfinity], Teaching = [teaching], IsSettled = [] };

    private static double[] Weights(OneCoinColumns columns) => [.. columns.Weight];

    private static OneCoinColumns Columns() => new()
    {
        FirstClaim = [0, 2],
        FirstAssertion = [0, 1, 3],
        Speaker = [0, 0, 1],
        Weight = [0.5, 1, 1],
        Denies = [false, false, true],
    };
}
