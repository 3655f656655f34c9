using System.Text;

namespace Scoring.Reading;

/// <summary>Texts ↔ dense indices in the order of first sight. A text seen before costs no allocation.</summary>
internal sealed class Interner
{
    private readonly Dictionary<string, int> indexOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> texts = [];

    public Interner() => lookup = indexOf.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => texts.Count;

    public string this[int index] => texts[index];

    public int Add(ReadOnlySpan<byte> utf8)
    {
        Span<char> chars = utf8.Length <= 256 ? stackalloc char[256] : new char[utf8.Length];
        return Add(chars[..Encoding.UTF8.GetChars(utf8, chars)]);
    }

    public int Add(ReadOnlySpan<char> text)
    {
        if (!lookup.TryGetValue(text, out var index))
        {
            index = texts.Count;
            texts.Add(text.ToString());
            indexOf.Add(texts[index], index);
        }

        return index;
    }

    public int Find(string text) => indexOf.GetValueOrDefault(text, -1);
}
