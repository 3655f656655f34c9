using Scoring.Indexing;
using Scoring.Kernels;
using Scoring.Storage;

namespace Scoring.Tests.Kernels;

public sealed class OneCoinBlockTests
{
    private const double Unit = 1.0 / SourceCell.UnitsPerHit;

    [Test]
    public void Pass_SupportAndDenial_CountsWhatIsRight()
    {
        var sources = Table(0.0, 0.0);
        double[] credibility = [0.25, 0.75];
        var terms = new OneCoinTerms { LogAlternatives = [0], LogUnnamed = [double.NegativeInfinity], Teaching = [1], IsSettled = [true], IsNumber = [] };
        OneCoinBlock.Pass(TwoClaims(), terms, (0, 1), [], sources, new OneCoinRoom(), credibility);
        Assert.That(Hits(sources, 2), Is.EqualTo(new[] { (0.5 * 0.25) + 0.75, 0.25 }).Within(3 * Unit));
        Assert.That(credibility, Is.EqualTo(new[] { 0.25, 0.75 }), "settled: it stays");
    }

    [Test]
    public void Pass_RandomItems_AgreesWithOneItemAtATime([Values] bool hasDenials, [Values] bool hasMessages, [Values] bool hasSettled, [Range(1, 4)] int seed)
    {
        var random = new Random(seed);
        var (columns, terms) = Random(random, items: 300, sources: 40, hasDenials);
        terms = hasSettled ? terms with { IsSettled = [.. Enumerable.Range(0, 300).Select(_ => random.Next(5) == 0)], IsNumber = [.. Enumerable.Range(0, 300).Select(_ => random.Next(5) == 0)] } : terms;
        double[] message = hasMessages ? [.. Enumerable.Range(0, columns.FirstClaim[^1]).Select(_ => random.NextDouble() - 0.5)] : [];
        double[] discrimination = [.. Enumerable.Range(0, 40).Select(_ => (4 * random.NextDouble()) - 1)];
        double[] before = [.. Enumerable.Range(0, columns.FirstClaim[^1]).Select(_ => random.NextDouble())];
        var (sources, credibility, room, change) = (Table(discrimination), before.ToArray(), new OneCoinRoom(), 0.0);
        foreach (var block in (ReadOnlySpan<(int, int)>)[(0, 1), (1, 150), (150, 300)])
        {
            change = Math.Max(change, OneCoinBlock.Pass(columns, terms, block, message, sources, room, credibility));
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
            var isNumber = hasSettled && terms.IsNumber[item];
            probability = isNumber || (hasSettled && terms.IsSettled[item]) ? before[first..last] : probability;
            Assert.That(credibility[first..last], Is.EqualTo(probability).Within(1e-7));
            for (var claim = first; claim < last; claim++)
            {
                for (var a = columns.FirstAssertion[claim]; a < columns.FirstAssertion[claim + 1]; a++)
                {
                    var p = probability[claim - first];
                    hits[columns.Speaker[a]] += (isNumber ? 0 : weight[a - start]) * terms.Teaching[item] * (hasDenials && columns.Denies[a] ? 1 - p : p);
                }
            }
        }

        Assert.That(Hits(sources, 40), Is.EqualTo(hits).Within(1e-5));
        Assert.That(change, Is.EqualTo(credibility.Zip(before, (now, then) => Math.Abs(now - then)).Max()));
    }

    [Test]
    public void Pass_AnyCut_SameBits()
    {
        var (columns, terms) = Random(new Random(7), items: 100, sources: 20, hasDenials: true);
        var (one, other) = (Bits(1), Bits(100));
        Assert.That(one.Credibility, Is.EqualTo(other.Credibility));
        Assert.That(one.Hits, Is.EqualTo(other.Hits));

        (double[] Credibility, double[] Hits) Bits(int itemsPerBlock)
        {
            var (sources, credibility, room) = (Table([.. Enumerable.Range(0, 20).Select(source => source / 10.0)]), new double[columns.FirstClaim[^1]], new OneCoinRoom());
            for (var first = 0; first < 100; first += itemsPerBlock)
            {
                OneCoinBlock.Pass(columns, terms, (first, first + itemsPerBlock), [], sources, room, credibility);
            }

            return (credibility, Hits(sources, 20));
        }
    }

    [Test]
    public void Pass_OnceTheRoomIsLargeEnough_AllocatesNothing()
    {
        var (columns, terms) = Random(new Random(3), items: 50, sources: 20, hasDenials: true);
        var (sources, credibility, room) = (Table(new double[20]), new double[columns.FirstClaim[^1]], new OneCoinRoom());
        OneCoinBlock.Pass(columns, terms, (0, 50), [], sources, room, credibility);
        var before = GC.GetAllocatedBytesForCurrentThread();
        OneCoinBlock.Pass(columns, terms, (0, 50), [], sources, room, credibility);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Pass_HugeWeights_StaysWithinBounds()
    {
        var (votes, credibility) = (5_000, new double[2]);
        var columns = new OneCoinColumns
        {
            FirstClaim = [0, 2],
            FirstAssertion = [0, votes, votes + 1],
            Speaker = [.. Enumerable.Repeat(0, votes), 1],
            Weight = new WeightColumn(votes + 1, [1.0], []),
            Denies = [],
        };
        var terms = new OneCoinTerms { LogAlternatives = [Math.Log(1e6)], LogUnnamed = [Math.Log(1e6)], Teaching = [1], IsSettled = [], IsNumber = [] };
        var sources = Table(1e9, double.NegativeInfinity);
        OneCoinBlock.Pass(columns, terms, (0, 1), [], sources, new OneCoinRoom(), credibility);
        Assert.That(credibility, Is.EqualTo(new[] { 1.0, 0 }).Within(1e-12));
        Assert.That(Hits(sources, 2), Is.EqualTo(new[] { votes, 0.0 }).Within(1e-3));
    }

    [Test]
    public void Add_ManyHits_MoveToTheTableAndAreKept()
    {
        var sources = Table(1.0, 2.0);
        for (var i = 0; i < 1000; i++)
        {
            sources.Add(0, 0.75);
            sources.Add(1, i == 500 ? 1e6 : 0);
        }

        Assert.That(Hits(sources, 2), Is.EqualTo(new[] { 750, 1e6 }));
        sources.Start([1.0, 2.0]);
        Assert.That(Hits(sources, 2), Is.EqualTo(new[] { 0.0, 0 }));
    }

    private static (OneCoinColumns Columns, OneCoinTerms Terms) Random(Random random, int items, int sources, bool hasDenials)
    {
        var (firstClaim, firstAssertion, speaker) = (new List<int> { 0 }, new List<int> { 0 }, new List<int>());
        for (var item = 0; item < items; item++)
        {
            // Some of no claim, some of so many that a vector has no room for another item.
            for (var claims = random.Next(12) == 0 ? random.Next(Hypotheses.Lanes - 2, 4 * Hypotheses.Lanes) : random.Next(0, 6); claims > 0; claims--)
            {
                speaker.AddRange(Enumerable.Range(0, random.Next(15) == 0 ? random.Next(0, 40) : random.Next(0, 5)).Select(_ => random.Next(sources)));
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
                IsNumber = [],
            });
    }

    private static SourceTable Table(params double[] discrimination)
    {
        var table = new SourceTable(discrimination.Length, ColumnStore.InMemory);
        table.Start(discrimination);
        return table;
    }

    private static double[] Hits(SourceTable sources, int count) => [.. Enumerable.Range(0, count).Select(source => sources.Units(source) * Unit)];

    private static OneCoinColumns TwoClaims() => new()
    {
        FirstClaim = [0, 2],
        FirstAssertion = [0, 1, 3],
        Speaker = [0, 0, 1],
        Weight = [0.5, 1, 1],
        Denies = [false, false, true],
    };
}
