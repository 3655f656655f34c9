using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Scoring.Reading;

/// <summary>Reads the records of one CSV file in order; a record that is no good goes to the log and is passed over.</summary>
internal sealed class CsvSource : IDisposable
{
    private const int LargestRecordBytes = 64 * 1024 * 1024;

    private readonly HashedStream bytes;
    private readonly CsvReader reader;
    private readonly string role;
    private readonly ReadingLog log;
    private readonly HashSet<long> malformedLines = [];

    /// <param name="path">The file to read.</param>
    /// <param name="shape">The columns it may have.</param>
    /// <param name="log">Receives faults and warnings.</param>
    /// <param name="encoding">The encoding where it is neither UTF-8 nor marked by a byte order mark.</param>
    public CsvSource(string path, ColumnShape shape, ReadingLog log, Encoding? encoding)
    {
        File = path;
        (this.log, role) = (log, shape.Role);
        bytes = new HashedStream(System.IO.File.OpenRead(path));
        reader = CsvReader.Create(bytes, new CsvReaderOptions
        {
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MaxRecordSize = LargestRecordBytes,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = OnMalformed,
            DetectSeparatorHint = true,
            Encoding = encoding,
        });
        Header = Header.Read(reader, path, shape, log);
    }

    public string File { get; }

    public Header Header { get; }

    public bool Read()
    {
        try
        {
            while (reader.Read())
            {
                if (malformedLines.Contains(reader.LineNumber))
                {
                    continue;
                }

                if (Utf8.IsValid(reader.RawRecord))
                {
                    return true;
                }

                Bad("bytes that are not UTF-8", "UTF-8, or the file's encoding given by name");
            }
        }
        catch (CsvFormatException exception)
        {
            log.Bad(File, exception.LineNumber, exception.Message, "a well-formed CSV record");
        }

        log.Inputs.Add(new InputFile(role, File, bytes.Sha256(), bytes.Count));
        return false;
    }

    /// <summary>The field; empty where the file has no such column or the field is blank.</summary>
    public ReadOnlySpan<byte> Field(string column)
    {
        var index = Header[column];
        var field = index < 0 ? default : reader.GetSpan(index);
        return field.IndexOfAnyExcept(" \t\r\n"u8) < 0 ? default : field;
    }

    /// <summary>Bytes of UTF-8 read so far.</summary>
    public long ByteOffset => reader.ByteOffset;

    public bool IsBlank(string column) => Field(column).IsEmpty;

    public string Text(string column) => Encoding.UTF8.GetString(Field(column));

    public string? TextOrNull(string column) => Field(column).IsEmpty ? null : Text(column);

    public void Bad(string found, string expected) => log.Bad(File, reader.LineNumber, found, expected);

    public void Dispose() => reader.Dispose();

    private void OnMalformed(CsvMalformedRecord record)
    {
        var expected = record.Reason switch
        {
            CsvMalformedReason.TextAfterClosingQuote => "a separator after the closing quote",
            CsvMalformedReason.UnterminatedQuote => "a closing quote before the end of the file",
            CsvMalformedReason.FieldCountMismatch => "as many fields as the header has",
            _ => null,
        };

        if (expected is not null && malformedLines.Add(record.LineNumber))
        {
            log.Bad(File, record.LineNumber, $"'{Shortened.Text(record.RawRecord)}'", expected);
        }
    }
}
