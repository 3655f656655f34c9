using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>Numbers that are one claim: equal ones however spelled, and those within tolerance.</summary>
/// <remarks>
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
        var ascending = of.OrderBy(i => number[i]).ThenBy(i => i).ToArray();
        var place = new int[ascending.Length];
        for (var p = 0; p < place.Length; p++)
        {
            place[ascending[p]] = p;
        }

        var rowsOfEqual = RowsOfEqual(number, count, ascending);
        var isTaken = Array.ConvertAll(number, double.IsNaN);
        foreach (var name in of.Where(i => !isTaken[i]).OrderByDescending(i => rowsOfEqual[i]).ThenBy(i => number[i]).ThenByDescending(i => count[i]).ThenBy(i => i).ToArray())
        {
            if (isTaken[name])
            {
                continue;
            }

            foreach (var step in (int[])[-1, 1])
            {
                for (var p = place[name] + step; p >= 0 && p < ascending.Length && tolerance.Joins(number[name], number[ascending[p]]); p += step)
                {
                    of[ascending[p]] = isTaken[ascending[p]] ? of[ascending[p]] : name;
                    isTaken[ascending[p]] = true;
                }
            }

            isTaken[name] = true;
        }

        return of;
    }

    /// <summary>Rows that name the number of each value, however spelled.</summary>
    private static double[] RowsOfEqual(double[] number, double[] count, int[] ascending)
    {
        var rows = new double[number.Length];
        for (int first = 0, last; first < ascending.Length; first = last)
        {
            var sum = 0.0;
            for (last = first; last < ascending.Length && (last == first || number[ascending[last]] == number[ascending[first]]); last++)
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
