using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What each source says, in the order of the items.</summary>
internal sealed class SaidBySource
{
    private readonly Evidence evidence;
    private readonly Statements statements;

    public SaidBySource(Evidence evidence, Statements statements)
    {
        (this.evidence, this.statements) = (evidence, statements);
        var corpus = evidence.Corpus;
        First = new int[corpus.SourceCount + 1];
        ForAll((_, assertion) => First[evidence.Speaker[assertion] + 1]++);
        for (var source = 0; source < corpus.SourceCount; source++)
        {
            First[source + 1] += First[source];
        }

        var next = First[..^1];
        (Said, Assertion) = (corpus.Store.New<int>(First[^1]), corpus.Store.New<int>(First[^1]));
        ForAll((statement, assertion) =>
        {
            var entry = next[evidence.Speaker[assertion]]++;
            (Said[entry], Assertion[entry]) = (statement, assertion);
        });
    }

    /// <summary>First entry of each source, then the number of entries.</summary>
    public int[] First { get; }

    /// <summary>Statement of each entry; ascending within a source.</summary>
    public Column<int> Said { get; }

    /// <summary>Assertion of each entry.</summary>
    public Column<int> Assertion { get; }

    /// <summary>Gives its memory or its files back: nobody may use it afterwards.</summary>
    public void Release()
    {
        Said.Release();
        Assertion.Release();
    }

    /// <summary>Whether an assertion counts, and says what the statement says.</summary>
    public bool Speaks(int statement, int assertion) => evidence.RuleWeight[assertion] > 0 && statements.Says(statement, assertion);

    /// <summary>Item of an entry.</summary>
    public int ItemOf(int entry) => statements.ItemOf(Said[entry]);

    /// <summary>What a source says of an item.</summary>
    /// <param name="entry">Its first entry on the item.</param>
    /// <param name="end">The end of its entries.</param>
    /// <param name="item">The item.</param>
    /// <param name="ofItem">Receives the statements.</param>
    /// <returns>Its next entry.</returns>
    public int Take(int entry, int end, int item, List<int> ofItem)
    {
        for (ofItem.Clear(); entry < end && ItemOf(entry) == item; entry++)
        {
            ofItem.Add(Said[entry]);
        }

        return entry;
    }

    private void ForAll(Action<int, int> act)
    {
        for (var statement = 0; statement < statements.Count; statement++)
        {
            var (place, end) = statements.PlacesOf(statement);
            for (; place < end; place++)
            {
                if (Speaks(statement, statements.AssertionAt(place)))
                {
                    act(statement, statements.AssertionAt(place));
                }
            }
        }
    }
}
