using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>Numbers that are one claim: equal ones however spelled, and those within tolerance.</summary>
/// <remarks>
/// Numbers of more digits than a double holds are equal only if all of their digits are.
/// Buckets around the number with most rows, then around that with most of what is left, as Li, Dong, Lyons, Meng and
/// Srivastava (2012, doi:10.14778/2535568.2448943) do: every number of a claim is within tolerance of the one that names it.
/// O(n log n + n × numbers within tolerance) in the numbers of an item.
/// </remarks>
internal static class NumberClaims
{
    /// <summary>Finds the spelling that stands for each value of an item.</summary>
    /// <param name="texts">Values of the item, ordinal ascending.</param>
    /// <param name="rows">Rows that name each.</param>
    /// <param name="tolerance">How far apart numbers are one claim.</param>
    /// <returns>For each value the place of the one that stands for it: its own if it stands for itself or is no number.</returns>
    public static int[] Of(ReadOnlySpan<string> texts, ReadOnlySpan<int> rows, Tolerance tolerance)
    {
        var (number, count) = (new double[texts.Length], new double[texts.Length]);
        var of = Enumerable.Range(0, texts.Length).ToArray();
        for (var i = 0; i < number.Length; i++)
        {
            (number[i], count[i]) = (NumberText.TryParse(texts[i], out var parsed) ? parsed : double.NaN, rows[i]);
        }

        // Ascending, NaN first.
        var digits = DigitsOfEqual(texts, number);
        var ascending = of.OrderBy(i => number[i]).ThenBy(i => digits[i], StringComparer.Ordinal).ThenBy(i => i).ToArray();
        var place = new int[ascending.Length];
        for (var p = 0; p < place.Length; p++)
        {
            place[ascending[p]] = p;
        }

        var rowsOfEqual = RowsOfEqual(number, digits, count, ascending);
        var isTaken = Array.ConvertAll(number, double.IsNaN);
        foreach (var name in of.Where(i => !isTaken[i]).OrderByDescending(i => rowsOfEqual[i]).ThenBy(i => number[i]).ThenByDescending(i => count[i]).ThenBy(i => i).ToArray())
        {
            if (isTaken[name])
            {
                continue;
            }

            foreach (var step in (int[])[-1, 1])
            {
                for (var p = place[name] + step; p >= 0 && p < ascending.Length && AreOne(name, ascending[p]); p += step)
                {
                    of[ascending[p]] = isTaken[ascending[p]] ? of[ascending[p]] : name;
                    isTaken[ascending[p]] = true;
                }
            }

            isTaken[name] = true;
        }

        return of;

        bool AreOne(int name, int other) => tolerance.Joins(number[name], number[other]) && (number[name] != number[other] || digits[name] == digits[other] || tolerance.JoinsWithin(number[name]));
    }

    /// <summary>The digits of each value that is the same double as another of the item; empty for others, which it tells apart.</summary>
    private static string[] DigitsOfEqual(ReadOnlySpan<string> texts, double[] number)
    {
        var (digits, equal) = (new string[texts.Length], number.CountBy(number => number).Where(count => count.Value > 1 && !double.IsNaN(count.Key)).Select(count => count.Key).ToHashSet());
        for (var i = 0; i < digits.Length; i++)
        {
            digits[i] = equal.Contains(number[i]) ? NumberText.Digits(texts[i]) : "";
        }

        return digits;
    }

    /// <summary>Rows that name the number of each value, however spelled.</summary>
    private static double[] RowsOfEqual(double[] number, string[] digits, double[] count, int[] ascending)
    {
        var rows = new double[number.Length];
        for (int first = 0, last; first < ascending.Length; first = last)
        {
            var sum = 0.0;
            for (last = first; last < ascending.Length && (last == first || (number[ascending[last]] == number[ascending[first]] && digits[ascending[last]] == digits[ascending[first]])); last++)
            {
                sum += count[ascending[last]];
            }

            foreach (var value in ascending.AsSpan(first..last))
            {
                rows[value] = sum;
            }
        }

        return rows;
    }
}
