namespace Scoring.Reading;

/// <summary>The columns a kind of file may have.</summary>
/// <param name="Role">What the file is for.</param>
/// <param name="Required">Columns it must have.</param>
/// <param name="Optional">Columns it may have.</param>
internal sealed record ColumnShape(string Role, string[] Required, string[] Optional)
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
        "claims",
        ["item", "source"],
        ["value", "stance", "origin", "via", "source_type", "directness", "hedge", "interest", "time", "topic", "tlp", "url", "quote", "note"]);

    public static ColumnShape Sources { get; } = new("sources", ["source"], ["type", "affiliation", "name", "reliability", "letter", "note"]);

    public static ColumnShape Relations { get; } = new("relations", ["item", "relation", "other_item"], ["value", "other_value", "strength_db", "note"]);

    public static ColumnShape Truth { get; } = new("truth", ["item", "value"], []);

    /// <summary>Whether it is a column of such a file, by its name or an alias.</summary>
    public bool Knows(string column) => Required.Concat(Optional).Any(name => name == column || Aliases(name).Contains(column, StringComparer.Ordinal));

    public static IEnumerable<string> Aliases(string name) => KnownAliases.GetValueOrDefault(name, []);
}
