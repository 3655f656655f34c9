using System.Text;

namespace Scoring.Reading;

/// <summary>Reads a claims file into columns.</summary>
internal static class ClaimsReader
{
    private const string TrueValue = "true";

    /// <summary>Adds the rows of the file to the table; rows that are no good go to the log.</summary>
    public static void Read(string path, AssertionTable table, ReadingLog log, Encoding? encoding, Action<long> progress)
    {
        using var csv = new CsvSource(path, ColumnShape.Claims, log, encoding);
        if (!csv.Header.Has("item") || !csv.Header.Has("source"))
        {
            return;
        }

        var trueValue = csv.Header.Has("value") ? AssertionTable.None : table.Values.Add(TrueValue);
        var (rowsBefore, badBefore) = (table.Count, log.BadRows.Count);
        while (csv.Read())
        {
            ReadRow(csv, table, trueValue);
            if ((table.Count & 0xFFFF) == 0)
            {
                progress(csv.ByteOffset);
            }
        }

        if (table.Count == rowsBefore && (log.IsLenient || log.BadRows.Count == badBefore))
        {
            log.Fatal(path, 1, log.BadRows.Count == badBefore ? "a header and no rows" : "no row that can be used", "at least one assertion");
        }
    }

    private static void ReadRow(CsvSource csv, AssertionTable table, int trueValue)
    {
        // Every field is looked at before the row is judged, so that one run reports all that is wrong with it.
        var good = Required(csv, "item") & Required(csv, "source");
        good &= FieldParser.Stance(csv, out var stance);
        good &= trueValue >= 0 || Required(csv, "value");
        good &= FieldParser.Directness(csv, out var directness);
        good &= FieldParser.Interest(csv, out var interest);
        good &= FieldParser.Time(csv, "time", out var time);
        good &= FieldParser.Tlp(csv, out var tlp);
        good &= HedgeInRange(csv);
        if (!good)
        {
            return;
        }

        var row = table.Count;
        table.Item.Add(table.Items.Add(csv.Field("item")));
        table.Source.Add(table.Sources.Add(csv.Field("source")));
        table.Value.Add(trueValue >= 0 ? trueValue : table.Values.Add(csv.Field("value")));
        table.Stance.Set(row, stance);
        table.Directness.Set(row, directness);
        table.Interest.Set(row, interest);
        table.Time.Set(row, time);
        table.Origin.Set(row, Word(table.Sources, csv.Field("origin")));
        table.Via.Set(row, Word(table.Words, csv.Field("via")));
        table.SourceType.Set(row, Word(table.Words, csv.Field("source_type")));
        table.Hedge.Set(row, Word(table.Words, csv.Field("hedge")));
        table.Topic.Set(row, Word(table.Words, csv.Field("topic")));
        table.Tlp.Set(row, tlp is null ? AssertionTable.None : table.Words.Add(tlp));
        table.Url.Set(row, csv.Text("url"));
        table.Quote.Set(row, csv.Text("quote"));
        table.Note.Set(row, csv.Text("note"));
    }

    private static bool Required(CsvSource csv, string column)
    {
        if (!csv.IsBlank(column))
        {
            return true;
        }

        csv.Bad($"an empty {column}", $"{(column is "item" ? "an" : "a")} {column}");
        return false;
    }

    private static bool HedgeInRange(CsvSource csv)
    {
        if (csv.Field("hedge").IsEmpty || !FieldParser.TryNumber(csv.Text("hedge"), out var hedge) || hedge is > 0 and <= 1)
        {
            return true;
        }

        csv.Bad($"hedge '{csv.Text("hedge")}'", "a word of the rule set, or a number above 0 and at most 1");
        return false;
    }

    private static int Word(Interner words, ReadOnlySpan<byte> field) => field.IsEmpty ? AssertionTable.None : words.Add(field);
}
