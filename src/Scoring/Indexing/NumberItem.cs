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
        var (numbers, counts, count) = (new double[texts.Length], new int[texts.Length], 0);
        ReadOnlySpan<char> unit = default;
        for (var i = 0; i < texts.Length; i++)
        {
            if (NumberText.TryParse(texts[i], out var number, out var its))
            {
                unit = count == 0 ? its : unit;
                if (!its.SequenceEqual(unit))
                {
                    return null;
                }

                (numbers[count], counts[count]) = (number, Math.Max(1, rows[i]));
                count++;
            }
            else if (!NumberText.IsMissing(texts[i]))
            {
                return null;
            }
        }

        return count == 0 ? null : Distinct(numbers[..count], counts[..count]);
    }

    private static NumberItem Distinct(double[] numbers, int[] rows)
    {
        Array.Sort(numbers, rows);
        var last = 0;
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] == numbers[last])
            {
                rows[last] += rows[i];
            }
            else
            {
                last++;
                (numbers[last], rows[last]) = (numbers[i], rows[i]);
            }
        }

        return new NumberItem(numbers[..(last + 1)], rows[..(last + 1)]);
    }

    /// <summary>Median distance of the other numbers from the middle one; the item must have two or more.</summary>
    /// <param name="measure">Turns a number into that of which distances are taken.</param>
    public double Deviation(NumberMeasure measure)
    {
        var (middle, apart, others) = (Middle, new double[Numbers.Length - 1], 0);
        var position = measure.Of(middle);
        foreach (var number in Numbers)
        {
            if (number != middle)
            {
                apart[others++] = Math.Abs(measure.Of(number) - position);
            }
        }

        return Math.Max(Least, Median.Of(apart));
    }
}
