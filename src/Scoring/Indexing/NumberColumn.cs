using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Makes numbers of the values of a corpus: first which claims become one, then where each lies.</summary>
internal static class NumberColumn
{
    private const double ValuesOfCommonScale = 10;
    private const int ItemsPerRun = 1024;
    private const double LeastScale = 1e-300;
    private const double Furthest = 1e100;

    /// <summary>Which items are numeric; empty if none is.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="values">Value texts.</param>
    /// <param name="mode">Whether to look for measurements.</param>
    /// <param name="labels">Labels of items that share some beside others: unless asked for, these are no measurements.</param>
    /// <param name="limit">Most threads.</param>
    /// <param name="nameOf">Id of an item.</param>
    /// <param name="warnings">Told if they look like it but are not taken so.</param>
    public static bool[] ItemsOf(ClaimIndex claims, TextColumn values, NumericValues mode, LabelSets labels, ParallelOptions limit, Func<int, string> nameOf, List<string> warnings)
    {
        if (mode == NumericValues.Off)
        {
            return [];
        }

        var isNumber = new bool[values.Length];
        Runs.ForEach(values.Length, ItemsPerRun, limit, value => isNumber[value] = NumberText.TryParse(values[value], out _));
        if (mode == NumericValues.Auto && !CouldBeNumbers(claims, NumbersOf))
        {
            return [];
        }

        var items = new NumberItem?[claims.FirstClaim.Length - 1];
        Runs.ForEach(items.Length, ItemsPerRun, limit, item => items[item] = NumbersOf(item) > 0 ? NumberItem.Of(Texts(claims, values, item), RowsOf(claims, item)) : null);
        if (mode == NumericValues.On && !Array.Exists(items, item => item is not null))
        {
            warnings.Add("values are taken as names: no item has numbers alone, though numbers were asked for");
            return [];
        }

        if (mode == NumericValues.On || NumberDetection.AreMeasurements(items, IsContested, limit))
        {
            return Array.ConvertAll(items, item => item is not null);
        }

        if (NumberDetection.WhyNot(items, IsContested, item => Odd(Texts(claims, values, item)), nameOf, limit) is { } why)
        {
            warnings.Add(why);
        }

        return [];

        // Questions that nobody answers with a number are others, and so are labels.
        bool IsContested(int item) => Count(claims, item) > 1 && NumbersOf(item) > 0;

        int NumbersOf(int item)
        {
            var numbers = 0;
            if (mode == NumericValues.On || labels.All is not null || labels.PlaceOf(item) < 0)
            {
                foreach (var value in claims.ValueOfClaim.AsSpan(claims.FirstClaim[item], Count(claims, item)))
                {
                    numbers += isNumber[value] ? 1 : 0;
                }
            }

            return numbers;
        }
    }

    /// <summary>Among values of which some are numbers, the first that is none and does not stand for a missing one, or that has the rarest of several units.</summary>
    private static string? Odd(string[] texts)
    {
        var numbers = texts.Where(text => NumberText.TryParse(text, out _)).ToArray();
        return numbers.Length == 0 ? null
            : Array.Find(texts, text => !NumberText.TryParse(text, out _) && !NumberText.IsMissing(text))
            ?? (numbers.GroupBy(text => NumberText.UnitOf(text).ToString(), StringComparer.Ordinal).OrderBy(unit => unit.Count()).ToArray() is { Length: > 1 } units ? units[0].First() : null);
    }

    /// <summary>Values that are the same as another of their item, with the one they become.</summary>
    public static Dictionary<(int Item, int Value), int> Merged(ClaimIndex claims, TextColumn values, bool[] isNumeric, Tolerance tolerance, ParallelOptions limit)
    {
        var mergedOf = new List<((int Item, int Value), int Name)>?[isNumeric.Length];
        Runs.ForEach(isNumeric.Length, ItemsPerRun, limit, item =>
        {
            if (isNumeric[item] && Count(claims, item) > 1)
            {
                mergedOf[item] = MergedOf(claims, values, item, tolerance);
            }
        });
        var merged = new Dictionary<(int Item, int Value), int>();
        foreach (var (value, name) in mergedOf.Where(merges => merges is not null).SelectMany(merges => merges!))
        {
            merged.Add(value, name);
        }

        return merged;
    }

    /// <returns><see langword="null"/> if there are none.</returns>
    private static List<((int Item, int Value), int Name)>? MergedOf(ClaimIndex claims, TextColumn values, int item, Tolerance tolerance)
    {
        var (first, merged) = (claims.FirstClaim[item], (List<((int, int), int)>?)null);
        foreach (var (index, name) in NumberClaims.Of(Texts(claims, values, item), RowsOf(claims, item), tolerance).Index())
        {
            if (name != index)
            {
                (merged ??= []).Add(((item, claims.ValueOfClaim[first + index]), claims.ValueOfClaim[first + name]));
            }
        }

        return merged;
    }

    /// <summary>The numbers of claims of which no two are equal, though two may be one double.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="values">Value texts.</param>
    /// <param name="isNumeric">Which items hold numbers; see <see cref="ItemsOf"/>.</param>
    /// <param name="tolerance">How far apart numbers are one claim.</param>
    /// <param name="merged">What is no claim of its own; see <see cref="Merged"/>.</param>
    /// <param name="limit">Most threads.</param>
    public static Numbers Of(
        ClaimIndex claims, TextColumn values, bool[] isNumeric, Tolerance tolerance, Dictionary<(int Item, int Value), int> merged, ParallelOptions limit)
    {
        var (number, order) = (new double[claims.ValueOfClaim.Length], Enumerable.Range(0, claims.ValueOfClaim.Length).ToArray());
        Array.Fill(number, double.NaN);
        var items = new NumberItem?[isNumeric.Length];
        Runs.ForEach(items.Length, ItemsPerRun, limit, item =>
        {
            if (!isNumeric[item])
            {
                return;
            }

            for (var claim = claims.FirstClaim[item]; claim < claims.FirstClaim[item + 1]; claim++)
            {
                number[claim] = NumberText.TryParse(values[claims.ValueOfClaim[claim]], out var parsed) ? parsed : double.NaN;
            }

            items[item] = NumberItem.Of(Texts(claims, values, item), RowsOf(claims, item)) is { Numbers.Length: > 1 } numbers ? numbers : null;
            Array.Sort(order, claims.FirstClaim[item], Count(claims, item), Comparer<int>.Create((x, y) =>
                (double.IsNaN(number[x]), number[x], x).CompareTo((double.IsNaN(number[y]), number[y], y))));
        });

        var (measure, isRelative) = NumberMeasure.Of(items, limit);
        var position = Positions(claims, number, items, measure, limit);

        // Equal numbers are known again by themselves.
        (int, int, int)[] joined = tolerance == default ? [] : [.. merged.Select(value => (value.Key.Item, value.Key.Value, value.Value)).Order()];
        return new Numbers(number, position, order, Array.ConvertAll(items, item => item is not null), tolerance, joined, isRelative);
    }

    /// <summary>Distances in units of a typical deviation: that of the corpus, and where units may differ, of the item as far as its values tell.</summary>
    private static double[] Positions(ClaimIndex claims, double[] number, NumberItem?[] items, NumberMeasure measure, ParallelOptions limit)
    {
        var deviation = Runs.ConvertAll(items, limit, item => item is null ? double.NaN : Math.Log(item.Deviation(measure)));
        double[] known = [.. deviation.Where(deviation => !double.IsNaN(deviation))];
        var common = known.Length == 0 ? 0 : Median.Of(known);
        var position = new double[number.Length];
        Array.Fill(position, double.NaN);
        for (var item = 0; item < items.Length; item++)
        {
            if (items[item] is not { } numbers)
            {
                continue;
            }

            var others = numbers.Numbers.Length - 1;
            var scale = Math.Max(LeastScale, Math.Exp(((others * deviation[item]) + (ValuesOfCommonScale * common)) / (others + ValuesOfCommonScale)));
            var middle = measure.Of(numbers.Middle);
            for (var claim = claims.FirstClaim[item]; claim < claims.FirstClaim[item + 1]; claim++)
            {
                position[claim] = Math.Clamp((measure.Of(number[claim]) - middle) / scale, -Furthest, Furthest);
            }
        }

        return position;
    }

    /// <summary>Spares corpora of labels and of texts the work: enough items must have two numbers.</summary>
    private static bool CouldBeNumbers(ClaimIndex claims, Func<int, int> numbersOf) =>
        Enumerable.Range(0, claims.FirstClaim.Length - 1).Where(item => numbersOf(item) > 1).Take(NumberDetection.FewItems).Count() == NumberDetection.FewItems;

    private static int Count(ClaimIndex claims, int item) => claims.FirstClaim[item + 1] - claims.FirstClaim[item];

    private static string[] Texts(ClaimIndex claims, TextColumn values, int item) =>
        [.. Enumerable.Range(claims.FirstClaim[item], Count(claims, item)).Select(claim => values[claims.ValueOfClaim[claim]])];

    private static int[] RowsOf(ClaimIndex claims, int item) =>
        [.. Enumerable.Range(claims.FirstClaim[item], Count(claims, item)).Select(claim => claims.FirstAssertion[claim + 1] - claims.FirstAssertion[claim])];
}
