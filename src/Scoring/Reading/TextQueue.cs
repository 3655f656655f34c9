using Scoring.Storage;

namespace Scoring.Reading;

/// <summary>Texts on their way into an interner: each waits for some others to come, while its slot is fetched. In large corpora that takes longer than all else that is done for a row.</summary>
/// <param name="texts">Where they go.</param>
/// <param name="indices">Receives the index of each, in order.</param>
internal sealed class TextQueue(Interner texts, GrowingColumn<int> indices)
{
    /// <summary>So many wait, a power of two.</summary>
    public const int Length = 16;

    /// <summary>So many indices are passed on together.</summary>
    private const int FoundAtOnce = 256;

    /// <summary>A text of more bytes does not wait.</summary>
    private const int MostBytes = 64;

    private readonly Interner.AskedFor[] asked = new Interner.AskedFor[Length];
    private readonly int[] bytes = new int[Length];
    private readonly byte[] longTexts = new byte[Length * MostBytes];
    private readonly int[] found = new int[FoundAtOnce];
    private int foundSoFar;
    private int added;
    private int gone;

    /// <summary>Adds a text behind those that wait.</summary>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MostBytes)
        {
            Flush();
            indices.Add(texts.Add(utf8));
            return;
        }

        if (added - gone == Length)
        {
            Go();
        }

        var place = added++ & (Length - 1);
        var key = Interner.Key.Of(utf8);
        if (!key.IsWhole)
        {
            utf8.CopyTo(longTexts.AsSpan(place * MostBytes));
        }

        bytes[place] = utf8.Length;
        ref readonly var before = ref asked[(place - 1) & (Length - 1)];
        asked[place] = added > 1 && key.Is(before.Key) ? before : texts.AskFor(key);
    }

    /// <summary>Lets go all that wait.</summary>
    public void Flush()
    {
        while (gone < added)
        {
            Go();
        }

        PassOn();
    }

    private void Go()
    {
        var place = gone++ & (Length - 1);
        ref readonly var first = ref asked[place];
        if (foundSoFar == FoundAtOnce)
        {
            PassOn();
        }

        found[foundSoFar++] = texts.Add(first.Key.IsWhole ? default : longTexts.AsSpan(place * MostBytes, bytes[place]), first);
    }

    private void PassOn()
    {
        indices.Add(found.AsSpan(0, foundSoFar));
        foundSoFar = 0;
    }
}
