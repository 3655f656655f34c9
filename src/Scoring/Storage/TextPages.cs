using System.Buffers.Binary;
using System.Text;

namespace Scoring.Storage;

/// <summary>Texts of which nobody knows how many there will be, kept as UTF-8 in pages: each is made when it is asked for.</summary>
/// <param name="store">Where the pages lie.</param>
internal sealed class TextPages(ColumnStore store)
{
    private const int FirstPage = 1 << 12;
    private const int LargestPage = 1 << 26;
    private const int PlaceBits = 32;

    private readonly List<Column<byte>> pages = [];
    private int used;

    /// <summary>The text at an address.</summary>
    public string this[long address]
    {
        get
        {
            var (page, place) = (pages[(int)(address >> PlaceBits)], (int)address);
            var length = BinaryPrimitives.ReadInt32LittleEndian(page.AsSpan(place));
            return Encoding.UTF8.GetString(page.AsSpan(place + sizeof(int), length));
        }
    }

    /// <summary>Keeps a text.</summary>
    /// <returns>Its address, at least 0.</returns>
    public long Add(ReadOnlySpan<byte> utf8)
    {
        var needed = sizeof(int) + utf8.Length;
        if (pages.Count == 0 || pages[^1].Length - used < needed)
        {
            pages.Add(store.New<byte>(Math.Max(needed, pages.Count == 0 ? FirstPage : Math.Min(LargestPage, 2 * pages[^1].Length))));
            used = 0;
        }

        var place = used;
        BinaryPrimitives.WriteInt32LittleEndian(pages[^1].AsSpan(place), utf8.Length);
        utf8.CopyTo(pages[^1].AsSpan(place + sizeof(int)));
        used += needed;
        return ((long)(pages.Count - 1) << PlaceBits) | (uint)place;
    }

    /// <summary>Takes over all texts of another.</summary>
    /// <returns>What to add to their addresses.</returns>
    public long Append(TextPages other)
    {
        var first = (long)pages.Count << PlaceBits;
        if (other.pages.Count > 0)
        {
            pages.AddRange(other.pages);
            used = other.used;
        }

        return first;
    }
}
