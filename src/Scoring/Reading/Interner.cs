using System.IO.Hashing;
using System.Text;

namespace Scoring.Reading;

/// <summary>Texts ↔ dense indices in the order of first sight. A text is kept once, as UTF-8 in one array; looking one up allocates nothing.</summary>
/// <remarks>Open addressing with linear probing over XxHash3, at most half full.</remarks>
internal sealed class Interner
{
    private const int FewestSlots = 16;
    private const int MostOnStack = 512;

    private byte[] bytes = [];
    private int[] end = [];
    private uint[] hashOf = [];
    private int[] slots = new int[FewestSlots];

    public int Count { get; private set; }

    public string this[int index] => Encoding.UTF8.GetString(Utf8(index));

    /// <summary>A text as UTF-8; valid until the next text is added.</summary>
    public ReadOnlySpan<byte> Utf8(int index) => bytes.AsSpan(Start(index)..end[index]);

    public int Add(ReadOnlySpan<byte> utf8) => Add(utf8, Hash(utf8));

    public int Add(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> utf8 = most <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[most];
        return Add(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    /// <summary>Adds all texts of another interner.</summary>
    /// <returns>The index here of each.</returns>
    public int[] AddAll(Interner other)
    {
        var indices = new int[other.Count];
        for (var index = 0; index < indices.Length; index++)
        {
            indices[index] = Add(other.Utf8(index), other.hashOf[index]);
        }

        return indices;
    }

    /// <summary>Index of a text; −1 if it was never added.</summary>
    public int Find(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return slots[SlotOf(utf8, Hash(utf8))] - 1;
    }

    private int Start(int index) => index == 0 ? 0 : end[index - 1];

    private int Add(ReadOnlySpan<byte> utf8, uint hash)
    {
        var slot = SlotOf(utf8, hash);
        if (slots[slot] > 0)
        {
            return slots[slot] - 1;
        }

        if (Count == end.Length)
        {
            Grow();
            slot = SlotOf(utf8, hash);
        }

        var start = Count == 0 ? 0 : end[Count - 1];
        if (bytes.Length - start < utf8.Length)
        {
            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(start + (long)utf8.Length, 2L * bytes.Length)));
        }

        utf8.CopyTo(bytes.AsSpan(start));
        (end[Count], hashOf[Count]) = (start + utf8.Length, hash);
        slots[slot] = ++Count;
        return Count - 1;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8) => (uint)XxHash3.HashToUInt64(utf8);

    /// <summary>The slot that holds the text, or the empty one where it belongs; a slot holds an index + 1.</summary>
    private int SlotOf(ReadOnlySpan<byte> utf8, uint hash)
    {
        var mask = slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var index = slots[slot] - 1;
            if (index < 0 || (hashOf[index] == hash && Utf8(index).SequenceEqual(utf8)))
            {
                return slot;
            }
        }
    }

    private void Grow()
    {
        Array.Resize(ref slots, checked(2 * slots.Length));
        Array.Resize(ref end, slots.Length / 2);
        Array.Resize(ref hashOf, slots.Length / 2);
        Array.Clear(slots);
        var mask = slots.Length - 1;
        for (var index = 0; index < Count; index++)
        {
            var slot = (int)hashOf[index] & mask;
            while (slots[slot] > 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = index + 1;
        }
    }
}
