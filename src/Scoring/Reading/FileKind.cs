using System.Text;

namespace Scoring.Reading;

/// <summary>Tells by how a file begins what it is encoded in, and whether it is CSV at all, before its bytes are taken for names of columns.</summary>
internal static class FileKind
{
    /// <summary>Bytes that tell.</summary>
    private const int Needed = 64;

    /// <summary>The first bytes of a file; a pipe is not asked for them.</summary>
    public static byte[] StartOf(FileStream stream)
    {
        if (!stream.CanSeek)
        {
            return [];
        }

        var start = new byte[Needed];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return start[..read];
    }

    /// <summary>Which Unicode a file says itself that it is in: that counts for more than what is said of all files at once.</summary>
    public static Encoding? MarkedEncoding(ReadOnlySpan<byte> start)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (start.StartsWith(encoding.Preamble))
            {
                return encoding;
            }
        }

        return null;
    }

    /// <summary>What the file is and what it should be; <see langword="null"/> where it may well be CSV.</summary>
    /// <param name="start">Its first bytes.</param>
    /// <param name="isEncodingNamed">Whether the caller says how it is encoded.</param>
    public static (string Found, string Expected)? NotCsv(ReadOnlySpan<byte> start, bool isEncodingNamed) =>
        start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? ("a gzip file", "CSV: unpack it first")
        : start.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 3, 4]) ? ("a zip file or a spreadsheet (.xlsx)", "CSV: unpack it, or save the sheet as CSV")
        : start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? ("a spreadsheet (.xls)", "CSV: save the sheet as CSV")
        : start.StartsWith("%PDF"u8) ? ("a PDF file", "CSV")
        : !isEncodingNamed && start.Length > 1 && (start[0] == 0) != (start[1] == 0) ? ("UTF-16 without a byte order mark", "UTF-8, or the file's encoding by name (--encoding, such as utf-16 or utf-16BE)")
        : IsJson(start) ? ("JSON", "CSV with a header")
        : null;

    /// <summary>Whether it begins as arrays and objects of JSON do.</summary>
    private static bool IsJson(ReadOnlySpan<byte> start)
    {
        var text = (start.StartsWith(Encoding.UTF8.Preamble) ? start[Encoding.UTF8.Preamble.Length..] : start).TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && text[0] is (byte)'{' or (byte)'[' && text[1..].TrimStart(" \t\r\n"u8) is { IsEmpty: false } inside
            && (inside[0] is (byte)'"' or (byte)'{' or (byte)'[' or (byte)'}' or (byte)']' || char.IsAsciiDigit((char)inside[0]));
    }
}
