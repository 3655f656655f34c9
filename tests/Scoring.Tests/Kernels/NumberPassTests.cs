using Scoring.Kernels;
using Scoring.Storage;

namespace Scoring.Tests.Kernels;

public sealed class NumberPassTests
{
    private const double LogAlternatives = 0.7;

    [TestCase(1e-9, 1.0)]
    [TestCase(1.0, 0.0)]
    public void LogWeights_ScaleOrNearnessTowardsZero_IsTheOneCoinPass(double scale, double nearness)
    {
        var (columns, discrimination) = Draw(1);
        var (near, equal) = (new double[columns.FirstClaim[1]], new double[columns.FirstClaim[1]]);
        NumberPass.LogWeights(columns, Weights(columns), Numbers(1, near.Length, scale, nearness), 0, discrimination, [], LogAlternatives, near);
        OneCoinPass.LogWeights(columns, 0, Weights(columns), discrimination, [], LogAlternatives, equal);
        Assert.That(near, Is.EqualTo(equal).Within(1e-12));
    }

    [Test]
    public void LogWeights_RandomItems_AreThoseOfANaiveReference([Range(1, 20)] int seed, [Values(0.7, 3.0)] double logAlternatives)
    {
        var (columns, discrimination) = Draw(seed);
        var numbers = Numbers(seed, columns.FirstClaim[1], 1, 0.6);
        var (fast, naive) = (new double[columns.FirstClaim[1]], new double[columns.FirstClaim[1]]);
        NumberPass.LogWeights(columns, Weights(columns), numbers, 0, discrimination, [], logAlternatives, fast);
        for (var truth = 0; truth < naive.Length; truth++)
        {
            for (var claim = 0; claim < naive.Length; claim++)
            {
                for (var a = columns.FirstAssertion[claim]; a < columns.FirstAssertion[claim + 1]; a++)
                {
                    // Four numbers are named: a near one counts as if there were no more than the three others.
                    var alternatives = claim == truth ? logAlternatives : Math.Min(logAlternatives, Math.Log(3));
                    var reliability = 1 / (1 + Math.Exp(-discrimination[columns.Speaker[a]] - alternatives));
                    var distance = numbers.Position[claim] - numbers.Position[truth];
                    var agreement = claim == truth ? 1 : 0.6 * Math.Pow(1 + (distance * distance / 3), -2);
                    naive[truth] += columns.Denies[a]
                        ? claim == truth ? -columns.Weight[a] * discrimination[columns.Speaker[a]] : 0
                        : columns.Weight[a] * Math.Log(((agreement * reliability) + ((1 - agreement) * (1 - reliability))) / (1 - reliability));
                }
            }
        }

        Assert.That(fast, Is.EqualTo(naive).Within(1e-9));
    }

    [Test]
    public void Gives_EachClaim_IsWhatSupportAddsToIt()
    {
        var (columns, discrimination) = Draw(4);
        var numbers = Numbers(4, columns.FirstClaim[1], 1, 0.6);
        double[] share = [0, 0.2, 0.5, 0.3];
        var of = numbers.Order[1];
        var gives = Enumerable.Range(0, 4).Select(claim => NearNumbers.Support(claim == of ? 1 : NearNumbers.Agreement(0.6, numbers.Position[of] - numbers.Position[claim]), claim == of ? 2.0 : 1.5)).ToArray();
        Assert.That(Enumerable.Range(0, 4).Select(claim => NumberPass.Gives(numbers, of, 0, claim, 2.0, 0.5, NearNumbers.Support)), Is.EqualTo(gives).Within(1e-12));
        Assert.That(
            NumberPass.GivesAll(numbers, 0, 4, of, 0, share, 2.0, 0.5, NearNumbers.Support), Is.EqualTo(gives.Zip(share, (given, part) => given * part).Sum()).Within(1e-12));
    }

    [Test]
    public void AddHits_ExactAndFarAnswers_AreThoseOfTheOneCoinPass()
    {
        var (columns, discrimination) = Draw(2);
        var numbers = Numbers(2, columns.FirstClaim[1], 1e-9, 1);
        double[] probability = [0.1, 0.2, 0.3, 0.4];
        var (near, equal, room) = (Table(3), new double[3], Weights(columns));
        NumberPass.AddHits(columns, room, numbers, 0, discrimination, LogAlternatives, probability, 1, near, new NumberTally(3));
        for (var claim = 0; claim < probability.Length; claim++)
        {
            for (var a = columns.FirstAssertion[claim]; a < columns.FirstAssertion[claim + 1]; a++)
            {
                equal[columns.Speaker[a]] += room[a] * (columns.Denies[a] ? 1 - probability[claim] : probability[claim]);
            }
        }

        Assert.That(Enumerable.Range(0, 3).Select(source => Hits(near, source)), Is.EqualTo(equal).Within(1e-6));
    }

    [Test]
    public void AddHits_NearAnswer_CountsAsFarAsItSupports()
    {
        var columns = new OneCoinColumns { FirstClaim = [0, 2], FirstAssertion = [0, 1, 1], Speaker = [0], Weight = [1.0], Denies = [] };
        var numbers = new NumberColumns { Order = [0, 1], Place = [0, 1], Position = [0.0, 0.0], Scale = [1.0], Nearness = [0.5] };
        var table = Table(1);
        NumberPass.AddHits(columns, Weights(columns), numbers, 0, [0.0], LogAlternatives, [0.25, 0.75], 1, table, new NumberTally(1));
        Assert.That(Hits(table, 0), Is.EqualTo(0.25 + (0.75 * 0.5 * NearNumbers.Right(0.5, 0))).Within(1e-7));
    }

    /// <summary>More numbers than lanes, some out of reach, some that are none: against what one number after another gives.</summary>
    [Test]
    public void LogWeightsAndAddHits_ManyNumbers_AreThoseOfANaiveReference([Values(7, 8, 9, 31, 300)] int claims)
    {
        var random = new Random(claims);
        double[] position = [.. Enumerable.Range(0, claims).Select(claim => claim > claims - 3 ? double.NaN : 60 * random.NextDouble())];
        int[] order = [.. Enumerable.Range(0, claims).OrderBy(claim => double.IsNaN(position[claim])).ThenBy(claim => position[claim])];
        var numbers = new NumberColumns
        {
            Order = order,
            Place = [.. Enumerable.Range(0, claims).Select(claim => Array.IndexOf(order, claim))],
            Position = position,
            Scale = [0.4, 1.1],
            Nearness = [0.3, 0.8],
        };
        var columns = new OneCoinColumns
        {
            FirstClaim = [0, claims],
            FirstAssertion = [.. Enumerable.Range(0, claims + 1)],
            Speaker = [.. Enumerable.Range(0, claims).Select(_ => random.Next(2))],
            Weight = [.. Enumerable.Range(0, claims).Select(_ => random.NextDouble())],
            Denies = [],
        };
        double[] discrimination = [1.2, -0.4], probability = [.. Enumerable.Range(0, claims).Select(_ => 1.0 / claims)];
        var (sums, tally, table) = (new double[claims], new NumberTally(2) { ShareMeant = 0.7 }, Table(2));
        NumberPass.LogWeights(columns, Weights(columns), numbers, 0, discrimination, [], LogAlternatives, sums);
        NumberPass.AddHits(columns, Weights(columns), numbers, 0, discrimination, LogAlternatives, probability, 1, table, tally);

        var (naive, hits, inexact, squares) = (new double[claims], new double[2], new double[2], new double[2]);
        for (var a = 0; a < claims; a++)
        {
            var (source, weight, hit) = (columns.Speaker[a], columns.Weight[a], 0.0);
            var (from, to) = NearNumbers.Around(numbers, 0, claims, numbers.Place[a], numbers.Scale[source]);
            for (var place = from; place < to; place++)
            {
                var claim = order[place];
                var distance = claim == a ? 0 : (position[claim] - position[a]) / numbers.Scale[source];
                var agreement = claim == a ? 1 : NearNumbers.Agreement(numbers.Nearness[source], distance);
                naive[claim] += weight * NearNumbers.Support(agreement, discrimination[source] + LogAlternatives);
                hit += probability[claim] * (claim == a ? 1 : numbers.Nearness[source] * NearNumbers.Right(agreement, discrimination[source] + LogAlternatives));
                var meant = double.IsNaN(position[a]) ? 0 : weight * probability[claim] * tally.MeantProbability(NearNumbers.Kernel(distance), numbers.Scale[source]);
                inexact[source] += meant;
                squares[source] += meant * (NearNumbers.Freedom + 1) * distance * distance / (NearNumbers.Freedom + (distance * distance));
            }

            hits[source] += weight * Math.Min(1, hit);
        }

        Assert.That(sums, Is.EqualTo(naive).Within(1e-9));
        Assert.That(Enumerable.Range(0, 2).Select(source => Hits(table, source)), Is.EqualTo(hits).Within(1e-4));
        Assert.That(tally.Inexact.Select(units => units / OneCoinPass.FixedPointScale), Is.EqualTo(inexact).Within(1e-6));
        Assert.That(tally.Squares.Select(units => units / OneCoinPass.FixedPointScale), Is.EqualTo(squares).Within(1e-6));
    }

    [Test]
    public void LogWeightsAndAddHits_Always_AllocateNothing()
    {
        var (columns, discrimination) = Draw(3);
        var (numbers, weights, cells, tally, weight) = (Numbers(3, 4, 1, 0.6), new double[4], Table(3), new NumberTally(3), Weights(columns));
        Pass();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        void Pass()
        {
            NumberPass.LogWeights(columns, weight, numbers, 0, discrimination, [], LogAlternatives, weights);
            NumberPass.AddHits(columns, weight, numbers, 0, discrimination, LogAlternatives, weights, 1, cells, tally);
        }
    }

    private static double[] Weights(OneCoinColumns columns) => [.. columns.Weight];

    private static SourceTable Table(int sources) => new(sources, ColumnStore.InMemory);

    private static double Hits(SourceTable table, int source) => table.Units(source) / (double)SourceCell.UnitsPerHit;

    /// <summary>Three sources on four claims of one item.</summary>
    private static (OneCoinColumns Columns, double[] Discrimination) Draw(int seed)
    {
        var random = new Random(seed);
        return (
            new OneCoinColumns
            {
                FirstClaim = [0, 4],
                FirstAssertion = [0, 2, 3, 5, 8],
                Speaker = [.. Enumerable.Range(0, 8).Select(_ => random.Next(3))],
                Weight = [.. Enumerable.Range(0, 8).Select(_ => random.NextDouble())],
                Denies = [.. Enumerable.Range(0, 8).Select(_ => random.Next(4) == 0)],
            },
            [2 * random.NextDouble(), 2 * random.NextDouble(), -random.NextDouble()]);
    }

    private static NumberColumns Numbers(int seed, int claims, double scale, double nearness)
    {
        var random = new Random(seed + 100);
        var position = Enumerable.Range(0, claims).Select(_ => 4 * random.NextDouble()).ToArray();
        var order = Enumerable.Range(0, claims).OrderBy(claim => position[claim]).ToArray();
        return new NumberColumns
        {
            Order = order,
            Place = [.. Enumerable.Range(0, claims).Select(claim => Array.IndexOf(order, claim))],
            Position = position,
            Scale = [scale, scale, scale],
            Nearness = [nearness, nearness, nearness],
        };
    }
}
