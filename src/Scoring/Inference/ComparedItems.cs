using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>Where the voices of each item stand, and on which items all are compared with each.</summary>
/// <remarks>
/// Each voice is compared with each other one of its item, so the steps are the sum of the squares of their numbers. Where that is more than is bearable, first the items of very many voices are left out,
/// then only one in so many of the others is looked at, the same ones for all sources: of a corpus of items of 64 voices each one in four.
/// </remarks>
internal sealed class ComparedItems
{
    private const long MostSteps = 200_000_000;
    private const int MostStepsPerAssertion = 20;
    private const int MostVoicesAtFirst = 1 << 14;
    private const int FewVoices = 64;
    private const uint Scatter = 2_654_435_769;

    private readonly Column<int> first;
    private readonly uint every;

    /// <param name="corpus">The assertions.</param>
    /// <param name="statements">What they say.</param>
    /// <param name="mostSteps">So many comparisons are bearable; 0 for 20 an assertion, of which 200 million always are.</param>
    public ComparedItems(Corpus corpus, Statements statements, long mostSteps = 0)
    {
        first = corpus.Store.New<int>(corpus.ItemCount + 1);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var (firstOfItem, end) = statements.OfItem(item);
            first[item + 1] = firstOfItem == end ? first[item] : statements.PlacesOf(end - 1).End;
        }

        var most = mostSteps > 0 ? mostSteps : Math.Max(MostSteps, (long)MostStepsPerAssertion * corpus.AssertionCount);
        MostVoices = MostVoicesAtFirst;
        while (MostVoices > FewVoices && Steps() > most)
        {
            MostVoices /= 2;
        }

        every = (uint)Math.Clamp(((StepsOfCompared() - 1) / most) + 1, 1, uint.MaxValue);
    }

    /// <summary>Voices of an item that may be compared with each.</summary>
    public int MostVoices { get; }

    /// <summary>The places of an item: its statements stand together.</summary>
    public (int Start, int End) PlacesOf(int item) => (first[item], first[item + 1]);

    /// <summary>Whether those who speak on an item are compared.</summary>
    public bool Has(int item) => first[item + 1] - first[item] <= MostVoices && (every == 1 || ((ulong)(Scatter * (uint)item) * every) >> 32 == 0);

    /// <summary>Asks for the places of an item that will be needed.</summary>
    public void FetchAhead(int item) => Prefetch.Of(ref first[item]);

    /// <summary>Gives its memory or its file back: nobody may use it afterwards.</summary>
    public void Release() => first.Release();

    /// <summary>As many as if each voice were compared with so many others at most.</summary>
    private long Steps() => Sum(voices => (long)voices * Math.Min(voices, MostVoices));

    private long StepsOfCompared() => Sum(voices => voices <= MostVoices ? (long)voices * voices : 0);

    private long Sum(Func<int, long> steps)
    {
        long sum = 0;
        for (var item = 0; item < first.Length - 1; item++)
        {
            sum += steps(first[item + 1] - first[item]);
        }

        return sum;
    }
}
