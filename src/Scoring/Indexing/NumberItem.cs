namespace Scoring.Indexing;

/// <summary>The distinct numbers of one item, ascending.</summary>
/// <param name="Numbers">The numbers.</param>
/// <param name="Rows">Rows that name each.</param>
internal sealed record NumberItem(double[] Numbers, int[] Rows)
{
    private const double Least = 1e-300;

    /// <summary>The number in the middle of the rows.</summary>
    public double Middle
    {
        get
        {
            var (left, i) = (Rows.Sum() / 2.0, 0);
            while (i < Rows.Length - 1 && (left -= Rows[i]) > 0)
            {
                i++;
            }

            return Numbers[i];
        }
    }

    /// <summary>The numbers of an item; <see langword="null"/> if it has a value that is neither a number nor stands for a missing one, numbers of two units, or no number.</summary>
    /// <param name="texts">Values of the item.</param>
    /// <param name="rows">Rows that name each.</param>
    public static NumberItem? Of(ReadOnlySpan<string> texts, ReadOnlySpan<int> rows)
    {
        var byNumber = new SortedDictionary<double, int>();
        ReadOnlySpan<char> unit = default;
        for (var i = 0; i < texts.Length; i++)
        {
            if (NumberText.TryParse(texts[i], out var number, out var its))
            {
                unit = byNumber.Count == 0 ? its : unit;
                if (!its.SequenceEqual(unit))
                {
                    return null;
                }

                byNumber[number] = byNumber.GetValueOrDefault(number) + Math.Max(1, rows[i]);
            }
            else if (!NumberText.IsMissing(texts[i]))
            {
                return null;
            }
        }

        return byNumber.Count == 0 ? null : new NumberItem([.. byNumber.Keys], [.. byNumber.Values]);
    }

    /// <summary>Median distance of the other numbers from the middle one; the item must have two or more.</summary>
    /// <param name="measure">Turns a number into that of which distances are taken.</param>
    public double Deviation(NumberMeasure measure)
    {
        var middle = Middle;
        return Math.Max(Least, Median.Of([.. Numbers.Where(number => number != middle).Select(number => Math.Abs(measure.Of(number) - measure.Of(middle)))]));
    }
}
