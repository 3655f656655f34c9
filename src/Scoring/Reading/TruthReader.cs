using System.Text;

namespace Scoring.Reading;

/// <summary>Reads a truth file.</summary>
internal static class TruthReader
{
    public static List<KnownTruth> Read(string path, ReadingLog log, Encoding? encoding)
    {
        using var file = new CsvSource(path, ColumnShape.Truth, log, encoding);
        var csv = file.Record;
        var truths = new List<KnownTruth>();
        if (!csv.Header.Has("item") || !csv.Header.Has("value"))
        {
            return truths;
        }

        while (file.Read())
        {
            if (csv.IsBlank("item") || csv.IsBlank("value"))
            {
                csv.Bad("an empty item or value", "an item and its true value");
            }
            else
            {
                truths.Add(new KnownTruth(csv.Text("item"), csv.Text("value")));
            }
        }

        return truths;
    }
}
