using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What claims weigh beside what is said of them: by their relations to others and by how common their values are.</summary>
/// <param name="corpus">The corpus.</param>
/// <param name="relations">What relations add.</param>
/// <param name="popularity">What popularity adds.</param>
internal sealed class ClaimOffsets(Corpus corpus, RelationMessages relations, ValuePopularity popularity)
{
    private const int ItemsPerRun = 4096;

    private readonly Column<double> ofRelations = relations.OfClaim;
    private Column<double> ofBoth = [];

    /// <summary>In nats, added to the log-weight of each claim; empty where nothing is.</summary>
    public Column<double> OfClaim => popularity.IsClear ? ofBoth : ofRelations;

    /// <summary>Takes over what relations and popularity say now.</summary>
    public void Update()
    {
        if (!popularity.IsClear)
        {
            return;
        }

        ofBoth = ofBoth.Length > 0 ? ofBoth : corpus.Store.New<double>(corpus.ClaimCount);
        Runs.ForEach(corpus.ItemCount, ItemsPerRun, corpus.Store.ThreadLimit, Update);
    }

    /// <summary>The same for some items, where nothing changed for the others.</summary>
    public void Update(int[] items)
    {
        if (popularity.IsClear)
        {
            Array.ForEach(items, Update);
        }
    }

    private void Update(int item)
    {
        var (start, count) = (corpus.FirstClaim[item], corpus.NamedCount(item));
        var ofItem = ofBoth.AsSpan(start, count);
        ofItem.Clear();
        if (ofRelations.Length > 0)
        {
            ofRelations[start..(start + count)].CopyTo(ofItem);
        }

        if (popularity.Concerns(item))
        {
            popularity.AddNats(start, ofItem);
        }
    }
}
