namespace Scoring.Inference;

/// <summary>Of very many candidate pairs those that share most, as many as cost no more than may be spent.</summary>
/// <param name="runs">In how many parts the pairs come.</param>
/// <param name="cost">What looking at a pair costs.</param>
/// <param name="most">What may be spent: the costs that are taken sum up to less.</param>
/// <remarks>
/// O(pairs): sorted are only those about which it depends on their order. Pairs that cannot be among them any more are let go as the parts come, in any order and
/// from any thread, so that little more is held than is taken.
/// </remarks>
internal sealed class ForemostPairs(int runs, Func<CandidatePair, int> cost, long most)
{
    private readonly List<CandidatePair>?[] pairs = new List<CandidatePair>?[runs];
    private readonly long[] costOfBucket = new long[CandidatePair.Buckets];
    private readonly Lock gate = new();
    private long costFromLeast;
    private int least;

    /// <summary>Takes the pairs of a part.</summary>
    /// <param name="run">0-based number of the part.</param>
    /// <param name="ofRun">Its pairs.</param>
    public void Add(int run, List<CandidatePair> ofRun)
    {
        lock (gate)
        {
            foreach (var pair in ofRun)
            {
                costOfBucket[pair.Bucket] += cost(pair);
                costFromLeast += pair.Bucket >= least ? cost(pair) : 0;
            }

            // What is above a bucket uses up all that may be spent: nothing of that bucket is taken, whatever comes.
            while (least < costOfBucket.Length - 1 && costFromLeast - costOfBucket[least] >= most)
            {
                costFromLeast -= costOfBucket[least++];
            }
        }

        var from = Volatile.Read(ref least);
        ofRun.RemoveAll(pair => pair.Bucket < from);
        ofRun.TrimExcess();
        pairs[run] = ofRun;
    }

    /// <summary>The pairs taken: part by part, in the order in which each had them.</summary>
    public List<CandidatePair> Taken()
    {
        var (left, last) = (most, costOfBucket.Length - 1);
        for (; last >= 0 && left > costOfBucket[last]; last--)
        {
            left -= costOfBucket[last];
        }

        CandidatePair[] ofLast = [.. All().Where(pair => pair.Bucket == last).Order(CandidatePair.ByShared).TakeWhile(pair => (left -= cost(pair)) > 0)];
        return [.. All().Where(pair => pair.Bucket > last || (pair.Bucket == last && ofLast.Length > 0 && CandidatePair.ByShared.Compare(pair, ofLast[^1]) <= 0))];
    }

    private IEnumerable<CandidatePair> All() => pairs.SelectMany(ofRun => ofRun ?? []);
}
