using System.Text;

namespace Scoring.Reading;

/// <summary>Reads a sources file.</summary>
internal static class SourcesReader
{
    public static List<SourceDeclaration> Read(string path, ReadingLog log, Encoding? encoding)
    {
        using var file = new CsvSource(path, ColumnShape.Sources, log, encoding);
        var csv = file.Record;
        var declarations = new List<SourceDeclaration>();
        if (!csv.Header.Has("source"))
        {
            return declarations;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (file.Read())
        {
            if (csv.IsBlank("source"))
            {
                csv.Bad("an empty source", "a source");
            }
            else if (!seen.Add(csv.Text("source")))
            {
                csv.Bad($"source '{Shortened.Text(csv.Text("source"))}' a second time", "each source once");
            }
            else if (FieldParser.Number(csv, "reliability", 0, 1, out var reliability) & FieldParser.Letter(csv, out var letter))
            {
                declarations.Add(new SourceDeclaration(csv.Text("source"))
                {
                    Type = csv.TextOrNull("type"),
                    Affiliation = csv.TextOrNull("affiliation"),
                    Name = csv.TextOrNull("name"),
                    Reliability = reliability,
                    Letter = letter,
                    Note = csv.WholeTextOrNull("note"),
                });
            }
        }

        return declarations;
    }
}
