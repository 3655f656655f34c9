using System.Text;
using Scoring.Storage;

namespace Scoring.Reading;

/// <summary>Reads a claims file into columns.</summary>
internal static class ClaimsReader
{
    private const string TrueValue = "true";

    /// <summary>Fewer bytes than this are not worth a second thread.</summary>
    private const long LeastBytesForThreads = 1 << 20;

    /// <summary>Reads the rows of the file, in any order, but for those later than a date; rows that are no good go to the log.</summary>
    public static AssertionTable Read(
        string path, ReadingLog log, Encoding? encoding, int threads, ColumnStore store, Action<long> progress, DateTimeOffset? asOf = null)
    {
        using var csv = new CsvSource(path, ColumnShape.Claims, log, encoding);
        var header = csv.Record.Header;
        if (!header.Has("item") || !header.Has("source"))
        {
            return new AssertionTable(store);
        }

        var (table, badBefore) = (new AssertionTable(store, asOf), log.BadRows.Count);
        if (threads > 1 && new FileInfo(path).Length >= LeastBytesForThreads)
        {
            var parts = csv.ReadAll(threads, () => new ClaimsPart(header, new AssertionTable(store, asOf)), (record, part) => part.Add(record), progress);
            table = AssertionTable.Joined(store, [.. parts.Select(part => part.Finish())]);
        }
        else
        {
            var part = new ClaimsPart(header, table);
            for (var records = 1L; csv.Read(); records++)
            {
                part.Add(csv.Record);
                if (records % CsvSource.RecordsPerReport == 0)
                {
                    progress(csv.BytesRead);
                }
            }

            part.Finish();
        }

        if (table.Count + table.LaterRows == 0 && !log.IsUnusable && (log.IsLenient || log.BadRows.Count == badBefore))
        {
            log.Fatal(path, 1, log.BadRows.Count == badBefore ? "a header and no rows" : "no row that can be used", "at least one assertion");
        }

        return table;
    }

    private struct RowFields
    {
        public Stance Stance;
        public Directness Directness;
        public sbyte Interest;
        public long Time;
        public string? Tlp;
    }

    /// <summary>The rows that one thread reads.</summary>
    private sealed class ClaimsPart(Header header, AssertionTable table)
    {
        private readonly int item = header["item"];
        private readonly int source = header["source"];
        private readonly int value = header["value"];
        private readonly int trueValue = header.Has("value") ? AssertionTable.None : table.Values.Add(TrueValue);
        private readonly bool hasOptional = ColumnShape.Claims.Optional.Any(column => column is not "value" && header.Has(column));

        private readonly TextQueue items = new(table.Items, table.Item);
        private readonly TextQueue sources = new(table.Sources, table.Source);
        private readonly TextQueue values = new(table.Values, table.Value);
        private int rows;

        public void Add(CsvRecord csv)
        {
            var itemId = csv.Field(item);
            var sourceId = csv.Field(source);
            var valueId = csv.Field(value);
            var isPlain = !hasOptional && !itemId.IsEmpty && !sourceId.IsEmpty && (trueValue >= 0 || !valueId.IsEmpty);
            if (!isPlain)
            {
                if (!Check(csv, out var fields) || table.LeavesOut(fields.Time))
                {
                    return;
                }

                Set(rows, csv, fields);
            }

            rows++;
            items.Add(itemId);
            sources.Add(sourceId);
            if (trueValue >= 0)
            {
                table.Value.Add(trueValue);
            }
            else
            {
                values.Add(valueId);
            }
        }

        /// <summary>The table, when all rows are added.</summary>
        public AssertionTable Finish()
        {
            items.Flush();
            sources.Flush();
            values.Flush();
            return table;
        }

        /// <summary>Looks at every field before the row is judged, so that one run reports all that is wrong with it.</summary>
        private bool Check(CsvRecord csv, out RowFields fields)
        {
            var good = Required(csv, "item") & Required(csv, "source");
            good &= FieldParser.Stance(csv, out fields.Stance);
            good &= trueValue >= 0 || Required(csv, "value");
            good &= FieldParser.Directness(csv, out fields.Directness);
            good &= FieldParser.Interest(csv, out fields.Interest);
            good &= FieldParser.Time(csv, "time", out fields.Time);
            good &= FieldParser.Tlp(csv, out fields.Tlp);
            return good & HedgeInRange(csv);
        }

        private void Set(int row, CsvRecord csv, RowFields fields)
        {
            table.Stance.Set(row, fields.Stance);
            table.Directness.Set(row, fields.Directness);
            table.Interest.Set(row, fields.Interest);
            table.Time.Set(row, fields.Time);
            table.Origin.Set(row, Word(table.Sources, csv.Field("origin")));
            table.Via.Set(row, Word(table.Words, csv.Field("via")));
            table.SourceType.Set(row, Word(table.Words, csv.Field("source_type")));
            table.Hedge.Set(row, Word(table.Words, csv.Field("hedge")));
            table.Topic.Set(row, Word(table.Words, csv.Field("topic")));
            table.Tlp.Set(row, fields.Tlp is null ? AssertionTable.None : table.Words.Add(fields.Tlp));
            table.Url.Set(row, csv.Field("url"));
            table.Quote.Set(row, csv.WholeField("quote"));
            table.Note.Set(row, csv.WholeField("note"));
        }

        private static bool Required(CsvRecord csv, string column)
        {
            if (!csv.IsBlank(column))
            {
                return true;
            }

            csv.Bad($"an empty {column}", column is "item" ? "an item" : column is "value" ? "a value (true where the item itself is the claim)" : $"a {column}");
            return false;
        }

        private static bool HedgeInRange(CsvRecord csv)
        {
            if (csv.Field("hedge").IsEmpty || csv.Text("hedge") is var text && FieldParser.IsHedge(text))
            {
                return true;
            }

            csv.Bad($"hedge '{Shortened.Text(text)}'", "a word of the rule set, or a number above 0 and at most 1 such as 0.5");
            return false;
        }

        private static int Word(Interner words, ReadOnlySpan<byte> field) => field.IsEmpty ? AssertionTable.None : words.Add(field);
    }
}
