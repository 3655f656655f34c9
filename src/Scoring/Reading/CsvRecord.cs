using System.Text;
using CsvHelper;

namespace Scoring.Reading;

/// <summary>The record on which a reader stands, its fields by the names of the contract.</summary>
/// <remarks>White space around a field, quoted or not, is no part of it, except of texts for people to read; a field of white space alone is empty.</remarks>
internal sealed class CsvRecord(CsvReader reader, Header header, string file, ReadingLog log)
{
    public Header Header => header;

    /// <summary>The field; empty where the file has no such column or the field is blank.</summary>
    public ReadOnlySpan<byte> Field(string column) => Field(header[column]);

    /// <summary>The field of a column by its place; empty where that is negative or the field is blank.</summary>
    public ReadOnlySpan<byte> Field(int place)
    {
        var field = place < 0 ? default : reader.GetSpan(place);
        return field.IsEmpty || (IsPlain(field[0]) && IsPlain(field[^1])) ? field : Trimmed(field);
    }

    /// <summary>The field with the white space that its quotes keep; empty as <see cref="Field(string)"/> is.</summary>
    public ReadOnlySpan<byte> WholeField(string column) => IsBlank(column) ? default : reader.GetSpan(header[column]);

    public bool IsBlank(string column) => Field(column).IsEmpty;

    /// <summary>The field in its <see cref="NormalForm"/>.</summary>
    public string Text(string column) => NormalForm.Of(Encoding.UTF8.GetString(Field(column)));

    public string? TextOrNull(string column) => Field(column).IsEmpty ? null : Text(column);

    /// <summary>The text with the white space that its quotes keep.</summary>
    public string? WholeTextOrNull(string column) => WholeField(column) is { IsEmpty: false } field ? Encoding.UTF8.GetString(field) : null;

    public void Bad(string found, string expected) => log.Bad(new BadRow(file, reader.LineNumber, found, expected), Lines(reader.RawRecord));

    /// <summary>Lines that a record takes.</summary>
    public static int Lines(ReadOnlySpan<byte> record)
    {
        record = record.TrimEnd("\r\n"u8);
        return 1 + record.Count((byte)'\n') + record.Count((byte)'\r') - record.Count("\r\n"u8);
    }

    /// <summary>Whether a byte is a printable character of ASCII, as those at the ends of nearly all fields are: no white space begins or ends with one.</summary>
    private static bool IsPlain(byte character) => character is > (byte)' ' and <= (byte)'~';

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> field)
    {
        while (!field.IsEmpty && Rune.DecodeFromUtf8(field, out var first, out var length) == default && Rune.IsWhiteSpace(first))
        {
            field = field[length..];
        }

        while (!field.IsEmpty && Rune.DecodeLastFromUtf8(field, out var last, out var length) == default && Rune.IsWhiteSpace(last))
        {
            field = field[..^length];
        }

        return field;
    }
}
