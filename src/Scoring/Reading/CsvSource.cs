using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Scoring.Reading;

/// <summary>Reads the records of one CSV file; a record that is no good goes to the log and is passed over.</summary>
internal sealed class CsvSource : IDisposable
{
    /// <summary>Records between two reports of progress.</summary>
    public const int RecordsPerReport = 0x10000;

    private const int LargestRecordBytes = 64 * 1024 * 1024;

    /// <summary>Who read on this thread last, found without a table: it is asked for with each record.</summary>
    [ThreadStatic]
    private static Worker? ofThread;

    private readonly string file;
    private readonly HashedStream bytes;
    private readonly CsvReader reader;
    private readonly string role;
    private readonly ReadingLog log;

    /// <summary>What the file is decoded from, if not UTF-8.</summary>
    private readonly Encoding? decoded;

    private readonly HashSet<long> malformedLines = [];
    private volatile bool isAnyMalformed;

    /// <summary>U+FFFD.</summary>
    private static ReadOnlySpan<byte> Undecodable => "\uFFFD"u8;

    /// <summary>What separates fields and records, white space and quotes.</summary>
    private static readonly SearchValues<byte> Nothing = SearchValues.Create(",;\t| \"\r\n"u8);

    private const string ItsEncoding = "the file's encoding by name (--encoding, such as iso-8859-1 or utf-16)";

    /// <param name="path">The file to read.</param>
    /// <param name="shape">The columns it may have.</param>
    /// <param name="log">Receives faults and warnings.</param>
    /// <param name="encoding">The encoding where it is neither UTF-8 nor marked by a byte order mark.</param>
    public CsvSource(string path, ColumnShape shape, ReadingLog log, Encoding? encoding)
    {
        (file, this.log, role) = (path, log, shape.Role);
        var stream = InputPath.Open(path);
        var start = FileKind.StartOf(stream);
        if (FileKind.NotCsv(start, encoding is not null) is var (found, expected))
        {
            stream.Dispose();
            throw new BadDataException([new BadRow(path, 1, found, expected)]);
        }

        var marked = FileKind.MarkedEncoding(start);
        var taken = marked is null && encoding is not null ? Lossless(encoding) : null;
        decoded = taken ?? (marked is UTF8Encoding ? null : marked);
        bytes = new HashedStream(stream);
        reader = CsvReader.Create(bytes, new CsvReaderOptions
        {
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MaxRecordSize = LargestRecordBytes,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = OnMalformed,
            DetectSeparatorHint = true,
            Encoding = taken,
        });
        try
        {
            Record = new CsvRecord(reader, Header.Read(reader, path, shape, log), path, log);
        }
        catch (CsvFormatException exception)
        {
            reader.Dispose();
            throw new BadDataException([Fault(exception)]);
        }
    }

    /// <summary>The record last read.</summary>
    public CsvRecord Record { get; }

    /// <summary>Bytes taken from the file so far.</summary>
    public long BytesRead => bytes.Count;

    public bool Read()
    {
        try
        {
            while (reader.Read())
            {
                if (IsGood(reader, Record))
                {
                    return true;
                }
            }
        }
        catch (CsvFormatException exception)
        {
            // No reader goes on behind that, so the rest would be lost.
            log.Fatal(Fault(exception));
        }

        Finish();
        return false;
    }

    /// <summary>Reads all records on several threads. Records come in any order; each thread gathers what it read in a part of its own.</summary>
    /// <param name="threads">Number of threads, at least 1.</param>
    /// <param name="newPart">Makes the part of a thread.</param>
    /// <param name="add">Adds a record to a part.</param>
    /// <param name="progress">Called now and then with the bytes read.</param>
    /// <returns>The parts, about one a thread, in no particular order.</returns>
    public IReadOnlyList<T> ReadAll<T>(int threads, Func<T> newPart, Action<CsvRecord, T> add, Action<long> progress)
        where T : class
    {
        var (workers, recordsRead) = (new ConcurrentBag<Worker>(), 0L);
        try
        {
            GoThrough();
            Finish();
            return [.. workers.Select(worker => (T)worker.Part!).Distinct()];
        }
        finally
        {
            foreach (var worker in workers)
            {
                worker.LetGo();
            }
        }

        void GoThrough()
        {
            try
            {
                foreach (var _ in reader.ParallelEnumerate(AddRecord, threads))
                {
                    if (++recordsRead % RecordsPerReport == 0)
                    {
                        progress(bytes.Count);
                    }
                }
            }
            catch (CsvFormatException exception)
            {
                // No reader goes on behind that, so the rest would be lost.
                log.Fatal(Fault(exception));
            }
        }

        bool AddRecord(CsvReader at)
        {
            var worker = ofThread;
            if (worker?.Reader != at)
            {
                ofThread = worker = new Worker(at, new CsvRecord(at, Record.Header, file, log), worker is not null && workers.Contains(worker) ? worker.Part! : newPart());
                workers.Add(worker);
            }

            var isGood = IsGood(at, worker.Record!);
            if (isGood)
            {
                add(worker.Record!, (T)worker.Part!);
            }

            return isGood;
        }
    }

    public void Dispose() => reader.Dispose();

    private bool IsGood(CsvReader at, CsvRecord record)
    {
        if (IsBlank(at.RawRecord))
        {
            return false;
        }

        if (isAnyMalformed && IsMalformed(at.LineNumber))
        {
            return false;
        }

        if (!Utf8.IsValid(at.RawRecord))
        {
            record.Bad("bytes that are not UTF-8", $"UTF-8, or {ItsEncoding}");
            return false;
        }

        if (decoded is not null && at.RawRecord.IndexOf(Undecodable) >= 0)
        {
            record.Bad($"bytes that are not {decoded.WebName}", ItsEncoding);
            return false;
        }

        return true;
    }

    /// <summary>Whether a record has nothing in any field, as spreadsheets write below the last one.</summary>
    private static bool IsBlank(ReadOnlySpan<byte> record) => !record.IsEmpty && Nothing.Contains(record[0]) && !record.ContainsAnyExcept(Nothing);

    /// <summary>The encoding, but what cannot be decoded is marked rather than passed off as another character.</summary>
    private static Encoding Lossless(Encoding encoding)
    {
        var marking = (Encoding)encoding.Clone();
        marking.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        return marking;
    }

    /// <summary>Why the reader gave up.</summary>
    private BadRow Fault(CsvFormatException exception) => exception.Message.Contains(nameof(CsvReaderOptions.MaxRecordSize), StringComparison.Ordinal)
        ? new BadRow(file, exception.LineNumber, $"a record longer than {LargestRecordBytes >> 20} MiB", "shorter ones: is a quoted field never closed?")
        : new BadRow(file, exception.LineNumber, exception.Message, "a well-formed CSV record");

    private bool IsMalformed(long lineNumber)
    {
        lock (malformedLines)
        {
            return malformedLines.Contains(lineNumber);
        }
    }

    private void Finish()
    {
        log.Inputs.Add(new InputFile(role, file, bytes.Sha256(), bytes.Count));
        log.SortByLine(file);
    }

    private void OnMalformed(CsvMalformedRecord record)
    {
        var expected = record.Reason switch
        {
            CsvMalformedReason.TextAfterClosingQuote => "a separator after the closing quote",
            CsvMalformedReason.UnterminatedQuote => "a closing quote before the end of the file",
            CsvMalformedReason.FieldCountMismatch when IsBlank(Encoding.UTF8.GetBytes(record.RawRecord)) => null,
            CsvMalformedReason.FieldCountMismatch => string.Create(CultureInfo.InvariantCulture, $"{reader.Headers.Count} fields, as many as the header has"),
            _ => null,
        };

        if (expected is null)
        {
            return;
        }

        lock (malformedLines)
        {
            if (!malformedLines.Add(record.LineNumber))
            {
                return;
            }
        }

        isAnyMalformed = true;
        var fault = new BadRow(file, record.LineNumber, $"'{Shortened.Text(record.RawRecord)}'", expected);
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            // Who knows how many records it swallowed.
            log.Fatal(fault);
        }
        else
        {
            log.Bad(fault, CsvRecord.Lines(Encoding.UTF8.GetBytes(record.RawRecord)));
        }
    }

    /// <summary>What a thread reads with, and the part in which it gathers.</summary>
    private sealed class Worker(CsvReader reader, CsvRecord record, object part)
    {
        public CsvReader? Reader { get; private set; } = reader;

        public CsvRecord? Record { get; private set; } = record;

        public object? Part { get; private set; } = part;

        /// <summary>Keeps nothing alive: the thread may live longer than what it read.</summary>
        public void LetGo() => (Reader, Record, Part) = (null, null, null);
    }
}
