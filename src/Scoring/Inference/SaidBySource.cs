using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What each source says, in the order of the items.</summary>
internal sealed class SaidBySource
{
    /// <summary>The source at a place where no assertion counts, or says what its statement says.</summary>
    public const int Nobody = -1;

    private const int MostParts = 4;
    private const int StatementsPerRun = 1 << 14;

    public SaidBySource(Evidence evidence, Statements statements)
    {
        var corpus = evidence.Corpus;
        var limit = corpus.Store.ThreadLimit;
        Speaker = SpeakersOf(evidence, statements);

        // Each part of the statements goes behind those before it, so that the parts can be laid out at the same time.
        var next = new int[Math.Min(MostParts, limit.MaxDegreeOfParallelism)][];
        Parallel.For(0, next.Length, limit, part =>
        {
            next[part] = new int[corpus.SourceCount];
            ForAll(part, (_, place) => next[part][Speaker[place]]++);
        });
        First = new int[corpus.SourceCount + 1];
        for (var source = 0; source < corpus.SourceCount; source++)
        {
            First[source + 1] = First[source];
            foreach (var ofPart in next)
            {
                (ofPart[source], First[source + 1]) = (First[source + 1], First[source + 1] + ofPart[source]);
            }
        }

        (Said, Item, Assertion) = (corpus.Store.New<int>(First[^1]), corpus.Store.New<int>(First[^1]), corpus.Store.New<int>(First[^1]));
        Parallel.For(0, next.Length, limit, part => ForAll(part, (statement, place) =>
        {
            var entry = next[part][Speaker[place]]++;
            (Said[entry], Item[entry], Assertion[entry]) = (statement, statements.ItemOf(statement), statements.AssertionAt(place));
        }));

        void ForAll(int part, Action<int, int> act)
        {
            var (first, last) = Runs.Of(part, next.Length, statements.Count);
            for (var statement = first; statement < last; statement++)
            {
                var (place, end) = statements.PlacesOf(statement);
                for (; place < end; place++)
                {
                    if (Speaker[place] != Nobody)
                    {
                        act(statement, place);
                    }
                }
            }
        }
    }

    /// <summary>Who speaks at each place of <see cref="Statements"/>, or <see cref="Nobody"/>.</summary>
    public Column<int> Speaker { get; }

    /// <summary>First entry of each source, then the number of entries.</summary>
    public int[] First { get; }

    /// <summary>Statement of each entry; ascending within a source.</summary>
    public Column<int> Said { get; }

    /// <summary>Item of each entry; ascending within a source.</summary>
    public Column<int> Item { get; }

    /// <summary>Assertion of each entry.</summary>
    public Column<int> Assertion { get; }

    /// <summary>Gives its memory or its files back: nobody may use it afterwards.</summary>
    public void Release()
    {
        Speaker.Release();
        Said.Release();
        Item.Release();
        Assertion.Release();
    }

    /// <summary>What a source says of an item, each once.</summary>
    /// <param name="entry">Its first entry on the item.</param>
    /// <param name="end">The end of its entries.</param>
    /// <param name="item">The item.</param>
    /// <param name="ofItem">Receives the statements.</param>
    /// <returns>Its next entry.</returns>
    public int Take(int entry, int end, int item, List<int> ofItem)
    {
        for (ofItem.Clear(); entry < end && Item[entry] == item; entry++)
        {
            if (ofItem.Count == 0 || ofItem[^1] != Said[entry])
            {
                ofItem.Add(Said[entry]);
            }
        }

        return entry;
    }

    private static Column<int> SpeakersOf(Evidence evidence, Statements statements)
    {
        var speaker = evidence.Corpus.Store.New<int>(evidence.Corpus.AssertionCount);
        Runs.ForEach(statements.Count, StatementsPerRun, evidence.Corpus.Store.ThreadLimit, (first, last) =>
        {
            for (var statement = first; statement < last; statement++)
            {
                var (place, end) = statements.PlacesOf(statement);
                for (; place < end; place++)
                {
                    var a = statements.AssertionAt(place);
                    speaker[place] = evidence.RuleWeight[a] > 0 && statements.Says(statement, a) ? evidence.Speaker[a] : Nobody;
                }
            }
        });
        return speaker;
    }
}
