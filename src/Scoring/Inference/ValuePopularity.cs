using System.Globalization;
using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>How far it tells against an open-ended value, or for it, that many items have it: learnt from the corpus.</summary>
/// <remarks>
/// Where anything can be named, wrong voices often name what is common: the country where the town is asked for, the default. False values are drawn by their
/// popularity (POPACCU: Dong, Saha and Srivastava 2012, doi:10.14778/2535568.2448938), here over the whole corpus, and the odds of a named value being the true one are a power of
/// the number of items on which it is named: a conditional logit (McFadden 1974) over the values of an item. The power is learnt along with the reliabilities, from items that teach
/// (<see cref="Teaching"/>), and only on those are values counted, so that nobody makes a value popular alone; it is 0 unless the first pass, by what sources deserve before any record,
/// shows it clearly: what records make of the votes confirms itself. Beside the hypothesis that none of the named values is right, popularity only takes away: what is named alone is never
/// surer than its source makes it.
/// </remarks>
internal sealed class ValuePopularity
{
    /// <summary>In standard errors, from which on the votes show it.</summary>
    private const double Clear = 3;

    /// <summary>Sum of the variances of ln(number of items) among the values of an item, from which on standard errors mean something.</summary>
    private const double LeastInformation = 10;

    /// <summary>One over the variance of powers before anything is seen.</summary>
    private const double PriorPrecision = 4;

    private const double Steepest = 2;

    private readonly Evidence evidence;
    private readonly Corpus corpus;
    private readonly WeightColumn teaching;
    private readonly ItemBlock[] blocks;

    /// <summary>Of each claim, which of <see cref="items"/> is its value's.</summary>
    private readonly Column<int> popularity;

    /// <summary>Numbers of items on which some value is named, ascending.</summary>
    private readonly int[] items;

    private readonly double[] logItems;
    private readonly double[] odds;
    private readonly double[] nats;

    /// <summary>Mean of the logarithm of the number of items on which true values are named, over items of several values; that none of the named values is right counts as one of these.</summary>
    private double meanOfTruths;

    private double nextMeanOfTruths;

    /// <param name="evidence">The evidence.</param>
    /// <param name="teaching">How much each item teaches.</param>
    public ValuePopularity(Evidence evidence, WeightColumn teaching)
    {
        (this.evidence, corpus, this.teaching) = (evidence, evidence.Corpus, teaching);
        var isOpen = Enumerable.Range(0, corpus.ItemCount).Any(Concerns);
        (blocks, popularity) = isOpen ? (corpus.Blocks, corpus.Store.New<int>(corpus.ClaimCount)) : ([], []);
        items = isOpen ? Count() : [];
        logItems = Array.ConvertAll(items, count => Math.Log(count));
        (odds, nats) = (new double[items.Length], new double[items.Length]);
    }

    /// <summary>Whether the votes show any such thing.</summary>
    public bool IsClear { get; private set; }

    /// <summary>Power of the number of items on which a value is named; below 0 where it tells against it.</summary>
    public double Power { get; private set; }

    /// <summary>What being named on ten times as many items makes of the odds of a value.</summary>
    public double OddsOfTenfold => Math.Pow(10, Power);

    /// <summary>To stand behind the choice of a model.</summary>
    public string InWords => Power == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture, $", where values named on ten times as many items have {OddsOfTenfold:0.##} times the odds of others");

    /// <summary>Whether values of an item are compared by popularity: neither answers that can be listed nor measurements are.</summary>
    public bool Concerns(int item) => corpus.IsOpen(item) && corpus.Numbers?.IsNumeric[item] != true;

    /// <summary>On how many items that teach the value of a claim is named; at least 1.</summary>
    public int Items(int claim) => items[popularity[claim]];

    /// <summary>Adds what it gives the claims of an item that it concerns.</summary>
    /// <param name="first">The first claim.</param>
    /// <param name="logWeight">Log-weight of each claim, in nats; receives the sums.</param>
    public void AddNats(int first, Span<double> logWeight)
    {
        var ranks = popularity.AsSpan(first, logWeight.Length);
        var most = 0.0;
        foreach (var rank in ranks)
        {
            most = Math.Max(most, nats[rank]);
        }

        for (var i = 0; i < ranks.Length; i++)
        {
            logWeight[i] += nats[ranks[i]] - most;
        }
    }

    /// <summary>Judges by a pass whether the votes show it.</summary>
    /// <param name="credibility">Credibility of each claim before any record is learnt.</param>
    public void Judge(Column<double> credibility)
    {
        Power = 0;

        // One value that many name whatever is asked, such as "unknown", would be right for being named so often: that common values are right others must show too.
        var all = Sums(credibility);
        IsClear = Shows(all) && (all.Gradient < 0 || Sums(credibility, commonest: items.Length - 1) is { Gradient: > 0 } others && Shows(others));

        static bool Shows(PopularitySums sums) => sums.Information >= LeastInformation && sums.Gradient * sums.Gradient > Clear * Clear * sums.Information;
    }

    /// <summary>Takes over a power, and with it the popularity of truths that the last pass suggested.</summary>
    public void Set(double power)
    {
        (Power, meanOfTruths) = (power, nextMeanOfTruths);
        for (var i = 0; i < nats.Length; i++)
        {
            nats[i] = power * (logItems[i] - meanOfTruths);
        }
    }

    /// <summary>Keeps a power within what is possible.</summary>
    public static double Bounded(double power) => Math.Clamp(power, -Steepest, Steepest);

    /// <summary>The power that the credibilities of a pass suggest: a step of Newton's from the present one. 0 where nothing was clear.</summary>
    /// <param name="credibility">Credibility of each claim.</param>
    public double Next(Column<double> credibility)
    {
        if (!IsClear)
        {
            return 0;
        }

        var sums = Sums(credibility);
        nextMeanOfTruths = sums.Truths > 0 ? sums.LogItemsOfTruths / sums.Truths : 0;
        return Bounded(Power + ((sums.Gradient - (PriorPrecision * Power)) / (sums.Information + PriorPrecision)));
    }

    /// <summary>Counts the items that teach on which each value is named, and tells of each claim which of these numbers is its value's.</summary>
    /// <returns>The numbers that occur, ascending.</returns>
    private int[] Count()
    {
        var ofValue = new int[corpus.Values.Length];
        for (var claim = 0; claim < corpus.ClaimCount; claim++)
        {
            var item = corpus.ItemOfClaim[claim];
            ofValue[corpus.ValueOfClaim[claim]] += Concerns(item) && teaching[item] > 0 && evidence.IsNamed(claim) ? 1 : 0;
        }

        int[] occurring = [.. ofValue.Select(AtLeastOne).Distinct().Order()];
        for (var claim = 0; claim < corpus.ClaimCount; claim++)
        {
            popularity[claim] = Array.BinarySearch(occurring, AtLeastOne(ofValue[corpus.ValueOfClaim[claim]]));
        }

        return occurring;

        static int AtLeastOne(int count) => Math.Max(1, count);
    }

    /// <summary>The sums over all items.</summary>
    /// <param name="credibility">Credibility of each claim.</param>
    /// <param name="commonest">From which of <see cref="items"/> on values are left out.</param>
    private PopularitySums Sums(Column<double> credibility, int commonest = int.MaxValue)
    {
        for (var i = 0; i < odds.Length; i++)
        {
            odds[i] = Math.Exp(Power * logItems[i]);
        }

        var parts = new PopularitySums[blocks.Length];
        Parallel.For(0, blocks.Length, corpus.Store.ThreadLimit, block =>
        {
            for (var item = blocks[block].First; item < blocks[block].Last; item++)
            {
                if (Concerns(item))
                {
                    parts[block] += Sums(item, credibility, commonest);
                }
            }
        });
        return parts.Aggregate(default(PopularitySums), (sum, part) => sum + part);
    }

    private PopularitySums Sums(int item, Column<double> credibility, int commonest)
    {
        var (start, count) = (corpus.FirstClaim[item], corpus.NamedCount(item));
        var ranks = popularity.AsSpan(start, count);
        var right = credibility.AsSpan(start, count);
        if (ranks.Length < 2)
        {
            return default;
        }

        var (all, first, second) = (0.0, 0.0, 0.0);
        var (truths, ofTruths) = (0.0, 0.0);
        for (var i = 0; i < ranks.Length; i++)
        {
            if (ranks[i] >= commonest)
            {
                continue;
            }

            var (x, weight) = (logItems[ranks[i]], odds[ranks[i]]);
            (all, first, second) = (all + weight, first + (weight * x), second + (weight * x * x));
            (truths, ofTruths) = (truths + right[i], ofTruths + (right[i] * x));
        }

        if (all == 0)
        {
            return default;
        }

        var mean = first / all;
        var teaches = teaching[item];
        return new PopularitySums(teaches * (ofTruths - (truths * mean)), teaches * truths * Math.Max(0, (second / all) - (mean * mean)), teaches * truths, teaches * ofTruths);
    }
}
