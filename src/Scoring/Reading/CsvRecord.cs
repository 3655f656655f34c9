using System.Text;
using CsvHelper;

namespace Scoring.Reading;

/// <summary>The record on which a reader stands, its fields by the names of the contract.</summary>
internal sealed class CsvRecord(CsvReader reader, Header header, string file, ReadingLog log)
{
    public Header Header => header;

    /// <summary>The field; empty where the file has no such column or the field is blank.</summary>
    public ReadOnlySpan<byte> Field(string column) => Field(header[column]);

    /// <summary>The field of a column by its place; empty where that is negative or the field is blank.</summary>
    public ReadOnlySpan<byte> Field(int place)
    {
        var field = place < 0 ? default : reader.GetSpan(place);
        return field.IsEmpty || (field[0] <= ' ' && field.IndexOfAnyExcept(" \t\r\n"u8) < 0) ? default : field;
    }

    public bool IsBlank(string column) => Field(column).IsEmpty;

    public string Text(string column) => Encoding.UTF8.GetString(Field(column));

    public string? TextOrNull(string column) => Field(column).IsEmpty ? null : Text(column);

    public void Bad(string found, string expected) => log.Bad(file, reader.LineNumber, found, expected);
}
