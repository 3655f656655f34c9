using System.Collections;
using System.Text;

namespace Scoring.Storage;

/// <summary>Texts, kept as UTF-8 one behind the other: of very many each is made whenever it is asked for, of fewer once.</summary>
/// <param name="bytes">All texts.</param>
/// <param name="end">Where each ends.</param>
internal sealed class TextColumn(Column<byte> bytes, Column<int> end) : IReadOnlyList<string>
{
    private const int Few = 1 << 16;
    private const int FewBytes = 1 << 24;

    private readonly string?[]? made = end.Length <= Few && bytes.Length <= FewBytes ? new string?[end.Length] : null;

    public int Length => end.Length;

    int IReadOnlyCollection<string>.Count => Length;

    public string this[int index] => made is null ? Make(index) : made[index] ??= Make(index);

    public ReadOnlySpan<byte> Utf8(int index)
    {
        var start = index == 0 ? 0 : end[index - 1];
        return bytes.AsSpan(start, end[index] - start);
    }

    /// <summary>Index of a text among texts in ordinal order, or a negative number.</summary>
    public int Find(string text)
    {
        var (low, high) = (0, Length - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = string.CompareOrdinal(this[middle], text);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private string Make(int index) => Encoding.UTF8.GetString(Utf8(index));

    public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, Length).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
