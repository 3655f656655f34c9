using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Gathers a <see cref="WeightColumn"/>; several threads may set parts of it at once.</summary>
/// <param name="count">How many numbers.</param>
/// <param name="store">Where they are to lie.</param>
internal sealed class WeightColumnBuilder(int count, ColumnStore store)
{
    private const int MostCodes = 256;

    private readonly Lock gate = new();
    private readonly Column<byte> code = store.New<byte>(count);
    private readonly List<double> distinct = [];
    private readonly List<(int Start, int Length)> encoded = [];
    private readonly Dictionary<long, int> codeOf = [];
    private Column<double>? numbers;

    /// <summary>Sets the numbers of a run of assertions, each run once.</summary>
    public void Set(int start, ReadOnlySpan<double> run)
    {
        if (Volatile.Read(ref numbers) is null && TryEncode(start, run))
        {
            return;
        }

        lock (gate)
        {
            numbers ??= store.New<double>(count);
        }

        run.CopyTo(numbers.AsSpan(start));
    }

    public WeightColumn Build()
    {
        if (numbers is null)
        {
            Column<byte> codes = distinct.Count > 1 ? code : [];
            if (codes.Length == 0)
            {
                code.Release();
            }

            return new WeightColumn(count, distinct.Count == 0 ? [1] : [.. distinct], codes);
        }

        foreach (var (start, length) in encoded)
        {
            for (var assertion = start; assertion < start + length; assertion++)
            {
                numbers[assertion] = distinct[code[assertion]];
            }
        }

        code.Release();
        return new WeightColumn(count, numbers, []);
    }

    private bool TryEncode(int start, ReadOnlySpan<double> run)
    {
        var known = new Dictionary<long, int>();
        var (last, lastCode) = (0L, -1);
        for (var i = 0; i < run.Length; i++)
        {
            var bits = BitConverter.DoubleToInt64Bits(run[i]);
            if ((bits != last || lastCode < 0) && !known.TryGetValue(bits, out lastCode))
            {
                lastCode = known[bits] = CodeOf(bits);
            }

            if (lastCode < 0)
            {
                return false;
            }

            last = bits;
            if (lastCode > 0)
            {
                code[start + i] = (byte)lastCode;
            }
        }

        lock (gate)
        {
            encoded.Add((start, run.Length));
        }

        return true;
    }

    /// <summary>The code of a number; −1 where there are too many.</summary>
    private int CodeOf(long bits)
    {
        lock (gate)
        {
            if (codeOf.TryGetValue(bits, out var known))
            {
                return known;
            }

            if (distinct.Count == MostCodes)
            {
                return -1;
            }

            distinct.Add(BitConverter.Int64BitsToDouble(bits));
            return codeOf[bits] = distinct.Count - 1;
        }
    }
}
