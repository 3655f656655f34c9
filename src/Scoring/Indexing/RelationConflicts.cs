using System.Globalization;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Relations that say the same twice, or things of two claims that do not go together.</summary>
internal static class RelationConflicts
{
    /// <summary>Warns of them.</summary>
    /// <param name="relations">Item and value of the first claim, how it bears on the second, and item and value of that.</param>
    /// <param name="items">Texts of the items.</param>
    /// <param name="values">Texts of the values.</param>
    /// <param name="log">Receives the warnings.</param>
    public static void Warn(
        IReadOnlyList<((int Item, int Value) End, RelationKind Kind, (int Item, int Value) Other)> relations,
        TextColumn items, TextColumn values, ReadingLog log)
    {
        // The kinds that hold of both claims alike have no first and second.
        var alike = relations
            .Select(relation => relation.Kind == RelationKind.Implies || relation.End.CompareTo(relation.Other) <= 0 ? relation : (End: relation.Other, relation.Kind, Other: relation.End))
            .GroupBy(relation => relation)
            .OrderBy(group => group.Key)
            .ToArray();
        log.WarnOfEach(
        [
            .. alike.Where(group => group.Skip(1).Any()).Select(group => string.Create(
                CultureInfo.InvariantCulture, $"relations: {Named(group.Key.End)} {Verb(group.Key.Kind)} {Named(group.Key.Other)} {group.Count():#,0} times: each time counts")),
        ]);

        var excluded = alike.Select(group => group.Key).Where(relation => relation.Kind == RelationKind.Excludes).Select(relation => (relation.End, relation.Other)).ToHashSet();
        log.WarnOfEach(
        [
            .. alike.Select(group => group.Key).Where(relation => relation.Kind != RelationKind.Excludes && (excluded.Contains((relation.End, relation.Other)) || excluded.Contains((relation.Other, relation.End))))
                .Select(relation => $"relations: {Named(relation.End)} {Verb(relation.Kind)} {Named(relation.Other)}, and excludes it: one of the two must be wrong"),
        ]);

        string Named((int Item, int Value) end) => $"'{Shortened.Text(values[end.Value])}' on item '{Shortened.Text(items[end.Item])}'";
    }

    private static string Verb(RelationKind kind) => kind switch
    {
        RelationKind.Implies => "implies",
        RelationKind.Excludes => "excludes",
        _ => "is equivalent to",
    };
}
