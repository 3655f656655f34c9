using System.Globalization;
using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>Decides from the values alone whether they are measurements, of which near ones mean nearly the same.</summary>
/// <remarks>
/// Labels, ranks, gates and identifiers are numbers in spelling only: two answers to one item then lie as far apart as answers
/// to two items. Measurements do not: what matters is the rank distance among the middle numbers of all items, which no unit and
/// no scale moves. Years and dates pass that test but are points in time, wrong or right, so they are left out by their look.
/// </remarks>
internal static class NumberDetection
{
    /// <summary>Of fewer contested items nobody says that they look like measurements.</summary>
    public const int FewItems = 3;

    private const int LeastItems = 10;
    private const int LeastNumbers = 33;
    private const int FewNumbers = 10;
    private const double MostOtherItems = 0.1;
    private const double ManyOtherItems = 0.5;
    private const double MostTimes = 0.95;
    private const double Near = 0.1;

    /// <summary>Whether the contested items are measured.</summary>
    /// <param name="items">The items with numbers; <see langword="null"/> for others, whose values are texts.</param>
    /// <param name="isContested">Whether each item has two values or more.</param>
    /// <param name="limit">Most threads.</param>
    public static bool AreMeasurements(NumberItem?[] items, Func<int, bool> isContested, ParallelOptions limit)
    {
        var contested = Enumerable.Range(0, items.Length).Count(isContested);
        return Are(items, contested, LeastItems, MostOtherItems, LeastNumbers, limit);
    }

    /// <summary>Why the values are no measurements although they look like it: something else stands among them, or they are too few to tell.</summary>
    /// <param name="items">The items with numbers; <see langword="null"/> for others.</param>
    /// <param name="isContested">Whether each item has two values or more.</param>
    /// <param name="odd">An item's first value that is no number, or of its rarest unit; <see langword="null"/> if it has none, or no number beside it.</param>
    /// <param name="nameOf">An item's id.</param>
    /// <param name="limit">Most threads.</param>
    /// <returns><see langword="null"/> if they do not look like it.</returns>
    public static string? WhyNot(NumberItem?[] items, Func<int, bool> isContested, Func<int, string?> odd, Func<int, string> nameOf, ParallelOptions limit)
    {
        int[] contested = [.. Enumerable.Range(0, items.Length).Where(isContested)];
        if (!Are(items, contested.Length, FewItems, ManyOtherItems, FewNumbers, limit))
        {
            return null;
        }

        const string taken = "the values look like measurements but are taken as texts";
        var others = contested.Count(item => items[item] is null);
        var first = Array.FindIndex(contested, item => items[item] is null && odd(item) is not null);
        return others <= MostOtherItems * contested.Length ? string.Create(CultureInfo.InvariantCulture, $"{taken}: {contested.Length - others:#,0} contested items with numbers are too few to tell; --numeric on compares them")
            : first < 0 ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{taken}: {others:#,0} of {contested.Length:#,0} contested items hold something else, as '{Shortened.Text(odd(contested[first])!)}' of item '{Shortened.Text(nameOf(contested[first]))}'; --numeric on compares the numbers of all other items");
    }

    private static bool Are(NumberItem?[] items, int contested, int leastItems, double mostOthers, int leastNumbers, ParallelOptions limit)
    {
        var measured = items.Where(item => item?.Numbers.Length > 1).Select(item => item!).ToArray();
        return measured.Length >= leastItems
            && measured.Length >= (1 - mostOthers) * contested
            && measured.SelectMany(item => item.Numbers).Distinct().Take(leastNumbers).Count() == leastNumbers
            && !AreTimes(measured) && AreNear(measured, items, limit);
    }

    private static bool AreTimes(NumberItem[] measured)
    {
        var (times, all) = (0, 0);
        foreach (var number in measured.SelectMany(item => item.Numbers))
        {
            times += IsYear(number) || IsDate(number) ? 1 : 0;
            all++;
        }

        return times >= MostTimes * all;
    }

    private static bool IsYear(double number) => number is >= 1000 and < 2200 && double.IsInteger(number);

    private static bool IsDate(double number) => number is >= 1000_01_01 and < 2200_00_00 && double.IsInteger(number)
        && DateTime.TryParseExact(number.ToString("0", CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool AreNear(NumberItem[] measured, NumberItem?[] items, ParallelOptions limit)
    {
        double[] middles = [.. items.Where(item => item is not null).Select(item => item!.Middle).Order()];
        return Median.Of(Runs.ConvertAll(measured, limit, Apart)) <= Near;

        double Apart(NumberItem item)
        {
            var middle = item.Middle;
            var place = Place(middle);
            return Median.Of([.. item.Numbers.Where(number => number != middle).Select(number => Math.Abs(Place(number) - place))]) / middles.Length;
        }

        // Among equal numbers the middle place, so that few labels lie far apart.
        double Place(double number) => (First(number, orEqual: true) + First(number, orEqual: false)) / 2.0;

        int First(double number, bool orEqual)
        {
            var (low, high) = (0, middles.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = middles[middle] < number || (!orEqual && middles[middle] == number) ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
