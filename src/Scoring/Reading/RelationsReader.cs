using System.Text;

namespace Scoring.Reading;

/// <summary>Reads a relations file. A missing value is <c>true</c>, a missing strength ten decibans.</summary>
internal static class RelationsReader
{
    public const double StrongestDb = 100;

    public static List<RelationDeclaration> Read(string path, ReadingLog log, Encoding? encoding)
    {
        using var file = new CsvSource(path, ColumnShape.Relations, log, encoding);
        var csv = file.Record;
        var relations = new List<RelationDeclaration>();
        if (!csv.Header.Has("item") || !csv.Header.Has("relation") || !csv.Header.Has("other_item"))
        {
            return relations;
        }

        while (file.Read())
        {
            var good = FieldParser.Relation(csv, out var kind);
            good &= FieldParser.Number(csv, "strength_db", 0, StrongestDb, out var strengthDb);
            foreach (var column in (string[])["item", "other_item"])
            {
                if (csv.IsBlank(column))
                {
                    csv.Bad($"an empty {column}", "an item");
                    good = false;
                }
            }

            var relation = new RelationDeclaration(
                csv.Text("item"), csv.TextOrNull("value") ?? "true", kind, csv.Text("other_item"), csv.TextOrNull("other_value") ?? "true",
                strengthDb ?? RelationDeclaration.DefaultStrengthDb);
            if (good && relation.Item == relation.OtherItem)
            {
                csv.Bad($"a relation of item '{Shortened.Text(relation.Item)}' with itself", "two items (the values of one item exclude each other already)");
                good = false;
            }

            if (good)
            {
                relations.Add(relation);
            }
        }

        return relations;
    }
}
