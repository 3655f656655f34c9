using Scoring.Reading;

namespace Scoring;

/// <summary>The rows read, until they are indexed: then their memory is needed for other things.</summary>
internal sealed class ClaimsRead(AssertionTable table, ReadingLog log)
{
    private AssertionTable? rows = table;

    public int Rows { get; } = table.Count;

    /// <summary>Rows left out since they are later than the date to score as of.</summary>
    public int LaterRows { get; } = table.LaterRows;

    public ReadingLog Log => log;

    public AssertionTable Take() => Interlocked.Exchange(ref rows, null)!;
}
