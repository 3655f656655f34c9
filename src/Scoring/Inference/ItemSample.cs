using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Scoring.Indexing;

namespace Scoring.Inference;

/// <summary>Some of the items of a very large corpus, by a hash of their ids: the same for any order of the rows.</summary>
/// <param name="Items">The items, ascending.</param>
/// <param name="IsWhole">Whether these are all items.</param>
internal sealed record ItemSample(int[] Items, bool IsWhole)
{
    /// <summary>Corpora of up to so many assertions are looked at as a whole.</summary>
    public const int MostInFull = 1 << 18;

    private const int AssertionsOfSample = 1 << 17;

    /// <summary>No items.</summary>
    public static ItemSample None { get; } = new([], IsWhole: false);

    public static ItemSample Of(Corpus corpus)
    {
        if (corpus.AssertionCount <= MostInFull)
        {
            return new ItemSample([.. Enumerable.Range(0, corpus.ItemCount)], IsWhole: true);
        }

        var one = (ulong)(corpus.AssertionCount / AssertionsOfSample);
        var (sample, text) = (new List<int>(), Array.Empty<char>());
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var utf8 = corpus.Items.Utf8(item);
            text = text.Length < utf8.Length ? new char[utf8.Length] : text;
            var id = text.AsSpan(0, Encoding.UTF8.GetChars(utf8, text));
            if (XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id)) % one == 0)
            {
                sample.Add(item);
            }
        }

        return new ItemSample([.. sample], IsWhole: false);
    }
}
