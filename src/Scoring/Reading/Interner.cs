using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Scoring.Storage;

namespace Scoring.Reading;

/// <summary>Texts ↔ dense indices in the order of first sight. A text is kept once, as UTF-8 in one array; looking one up allocates nothing.</summary>
/// <remarks>
/// Texts that are canonically equivalent are one, kept in their <see cref="NormalForm"/>: only texts that are not there yet are looked at, so that this costs next to nothing.
/// Open addressing with linear probing over XxHash3. A slot holds all of a short text and the hash of a longer one, so that finding
/// a short text touches one line of memory: in large corpora every further one would be a miss of the cache. Neighbouring rows
/// often say the same, so the last text is looked at first.
/// </remarks>
/// <param name="store">Where it lies.</param>
internal sealed class Interner(ColumnStore store)
{
    private const int FewestSlots = 16;
    private const int MostOnStack = 512;

    /// <summary>The table grows when so many of four slots are taken.</summary>
    private const int MostTakenOfFour = 3;

    private Column<byte> bytes = [];
    private Column<int> end = [];
    private Column<Slot> slots = store.New<Slot>(FewestSlots);
    private int last;
    private Key lastKey;

    public int Count { get; private set; }

    /// <summary>Bytes of all texts together.</summary>
    public int Bytes => Count == 0 ? 0 : end[Count - 1];

    public string this[int index] => Encoding.UTF8.GetString(Utf8(index));

    /// <summary>A text as UTF-8; valid until the next text is added.</summary>
    public ReadOnlySpan<byte> Utf8(int index) => bytes[Start(index)..end[index]];

    public int Add(ReadOnlySpan<byte> utf8)
    {
        var key = Key.Of(utf8);
        return IsLast(utf8, key) ? last : Add(utf8, key, key.Hash);
    }

    /// <summary>Adds a text whose slot was asked for.</summary>
    /// <param name="utf8">The text; of a short one, which the key holds, nothing is read.</param>
    /// <param name="asked">What <see cref="AskFor"/> gave for it.</param>
    public int Add(ReadOnlySpan<byte> utf8, in AskedFor asked) =>
        IsLast(utf8, asked.Key) ? last : Add(utf8, asked.Key, asked.Hash);

    /// <summary>Asks for the slot of a text that is to be added soon: it is fetched meanwhile.</summary>
    public AskedFor AskFor(Key key)
    {
        var hash = key.Hash;
        Prefetch.Of(ref slots[(int)hash & (slots.Length - 1)]);
        return new AskedFor(key, hash);
    }

    private bool IsLast(ReadOnlySpan<byte> utf8, Key key) => Count > 0 && key.Is(lastKey) && (key.IsWhole || utf8.SequenceEqual(Utf8(last)));

    private int Add(ReadOnlySpan<byte> utf8, Key key, ulong hash)
    {
        lastKey = key;
        ref var slot = ref SlotOf(utf8, key, hash);
        if (!slot.IsEmpty)
        {
            return last = slot.Index;
        }

        Span<byte> eight = stackalloc byte[sizeof(ulong)];
        var text = key.IsWhole ? key.Text(eight) : utf8;
        if (NormalForm.Differs(text, out var composed))
        {
            return Add(composed);
        }

        slot = new Slot(key, Count);
        last = Count;
        Append(text);
        GrowIfFull();
        return last;
    }

    public int Add(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> utf8 = most <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[most];
        return Add(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    /// <summary>Adds all texts of another interner.</summary>
    /// <returns>The index here of each.</returns>
    public Column<int> AddAll(Interner other)
    {
        var indices = store.New<int>(other.Count);
        Span<AskedFor> asked = stackalloc AskedFor[TextQueue.Length];
        for (var index = -TextQueue.Length; index < indices.Length; index++)
        {
            var soon = index + TextQueue.Length;
            ref var place = ref asked[soon & (TextQueue.Length - 1)];
            if (index >= 0)
            {
                indices[index] = Add(other.Utf8(index), place);
            }

            if (soon < indices.Length)
            {
                place = AskFor(Key.Of(other.Utf8(soon)));
            }
        }

        return indices;
    }

    /// <summary>Index of a text; −1 if it was never added.</summary>
    public int Find(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(NormalForm.Of(text));
        var key = Key.Of(utf8);
        var slot = SlotOf(utf8, key, key.Hash);
        return slot.IsEmpty ? -1 : slot.Index;
    }

    /// <summary>Gives all memory back: nobody may use it afterwards.</summary>
    public void Release()
    {
        bytes.Release();
        end.Release();
        slots.Release();
    }

    private int Start(int index) => index == 0 ? 0 : end[index - 1];

    /// <summary>The slot that holds the text, or the empty one where it belongs.</summary>
    private ref Slot SlotOf(ReadOnlySpan<byte> utf8, Key key, ulong hash)
    {
        var mask = slots.Length - 1;
        for (var place = (int)hash & mask; ; place = (place + 1) & mask)
        {
            ref var slot = ref slots[place];
            if (slot.IsEmpty || (slot.Key.Is(key) && (key.IsWhole || Utf8(slot.Index).SequenceEqual(utf8))))
            {
                return ref slot;
            }
        }
    }

    private void Append(ReadOnlySpan<byte> utf8)
    {
        var start = Bytes;
        CorpusLimitException.ThrowIfOver((long)start + utf8.Length, Array.MaxLength, "bytes of different ids or values of one kind");
        if (bytes.Length - start < utf8.Length)
        {
            bytes = Longer(bytes, (int)Math.Min(Array.MaxLength, Math.Max(start + (long)utf8.Length, 2L * bytes.Length)));
        }

        if (Count == end.Length)
        {
            end = Longer(end, (int)Math.Min(Array.MaxLength, Math.Max(FewestSlots, 2L * end.Length)));
        }

        utf8.CopyTo(bytes.AsSpan(start));
        end[Count++] = start + utf8.Length;
    }

    private void GrowIfFull()
    {
        if (Count < slots.Length / 4 * MostTakenOfFour)
        {
            return;
        }

        var before = slots;
        CorpusLimitException.ThrowIfOver(2L * before.Length, Array.MaxLength, "different ids or values of one kind");
        slots = store.New<Slot>(2 * before.Length);
        var mask = slots.Length - 1;
        foreach (var slot in before.AsSpan())
        {
            if (slot.IsEmpty)
            {
                continue;
            }

            var place = (int)slot.Key.Hash & mask;
            while (!slots[place].IsEmpty)
            {
                place = (place + 1) & mask;
            }

            slots[place] = slot;
        }

        before.Release();
    }

    private Column<T> Longer<T>(Column<T> column, int length)
        where T : unmanaged
    {
        var longer = store.New<T>(length);
        column.AsSpan().CopyTo(longer.AsSpan());
        column.Release();
        return longer;
    }

    /// <summary>A text in one number: the whole of a short one, the hash of a longer.</summary>
    public readonly struct Key
    {
        private const int Longest = sizeof(ulong);

        private Key(ulong number, int length) => (Number, Length) = (number, length);

        public ulong Number { get; }

        /// <summary>Bytes of a short text; one more than the most a short one has for a longer one.</summary>
        public int Length { get; }

        public bool IsWhole => Length <= Longest;

        public ulong Hash => IsWhole ? HashOf(Number) : Number;

        public static Key Of(ReadOnlySpan<byte> utf8)
        {
            if (utf8.Length > Longest)
            {
                return new Key(XxHash3.HashToUInt64(utf8), Longest + 1);
            }

            return Of(NumberOf(utf8), utf8.Length);

            // Read in two halves that may overlap: bytes copied to where a number is read at once would be waited for.
            static ulong NumberOf(ReadOnlySpan<byte> text) => text.Length switch
            {
                >= sizeof(uint) => BinaryPrimitives.ReadUInt32LittleEndian(text)
                    | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^sizeof(uint)..]) << (8 * (text.Length - sizeof(uint)))),
                > 0 => text[0] | ((ulong)text[text.Length / 2] << (8 * (text.Length / 2))) | ((ulong)text[^1] << (8 * (text.Length - 1))),
                _ => 0,
            };
        }

        public static Key Of(ulong number, int length) => new(number, length);

        /// <summary>A short text.</summary>
        /// <param name="eight">Room for it.</param>
        public ReadOnlySpan<byte> Text(Span<byte> eight)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(eight, Number);
            return eight[..Length];
        }

        public bool Is(Key other) => Number == other.Number && Length == other.Length;

        private static ulong HashOf(ulong number) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in number)));
    }

    /// <summary>A text whose slot was asked for.</summary>
    public readonly record struct AskedFor(Key Key, ulong Hash);

    /// <summary>A place of the table: 16 bytes, so that none lies across two lines of the cache.</summary>
    private readonly struct Slot(Key key, int index)
    {
        private readonly ulong number = key.Number;
        private readonly int lengthAndOne = key.Length + 1;

        public int Index { get; } = index;

        public bool IsEmpty => lengthAndOne == 0;

        public Key Key => Key.Of(number, lengthAndOne - 1);
    }
}
