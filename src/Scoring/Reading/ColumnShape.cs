namespace Scoring.Reading;

/// <summary>The columns a kind of file may have.</summary>
internal sealed record ColumnShape(string[] Required, string[] Optional)
{
    private static readonly Dictionary<string, string[]> KnownAliases = new(StringComparer.Ordinal)
    {
        ["item"] = ["task", "object", "question", "item_id", "task_id"],
        ["source"] = ["worker", "annotator", "source_id", "worker_id"],
        ["value"] = ["label", "answer", "claim"],
        ["time"] = ["date", "timestamp"],
        ["url"] = ["link"],
        ["type"] = ["source_type"],
        ["strength_db"] = ["strength"],
    };

    public static ColumnShape Claims { get; } = new(
        ["item", "source"],
        ["value", "stance", "origin", "via", "source_type", "directness", "hedge", "interest", "time", "url", "quote", "note"]);

    public static ColumnShape Sources { get; } = new(["source"], ["type", "affiliation", "name", "reliability", "letter", "note"]);

    public static ColumnShape Relations { get; } = new(["item", "relation", "other_item"], ["value", "other_value", "strength_db", "note"]);

    public static ColumnShape Truth { get; } = new(["item", "value"], []);

    public static IEnumerable<string> Aliases(string name) => KnownAliases.GetValueOrDefault(name, []);
}
