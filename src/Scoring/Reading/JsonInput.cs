using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Scoring.Reading;

/// <summary>Reads JSON files that people may edit, as text.</summary>
internal static class JsonInput
{
    /// <summary>The text of a file in UTF-8, or in what its byte order mark says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="role">What the file is for.</param>
    /// <param name="inputs">Receives the file.</param>
    /// <exception cref="BadDataException">It holds bytes that are no text.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string ReadText(string path, string role, List<InputFile>? inputs)
    {
        var bytes = InputPath.ReadAllBytes(path);
        inputs?.Add(new InputFile(role, path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length));
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        var text = reader.ReadToEnd();
        return reader.CurrentEncoding is UTF8Encoding && !Utf8.IsValid(bytes) ? throw NotUtf8(path, bytes) : text;
    }

    private static BadDataException NotUtf8(string path, byte[] bytes)
    {
        Utf8.ToUtf16(bytes, new char[bytes.Length], out var valid, out _, replaceInvalidSequences: false);
        return new BadDataException([new BadRow(path, bytes.AsSpan(0, valid).Count((byte)'\n') + 1, $"the byte 0x{bytes[valid]:X2}, which is not UTF-8", "UTF-8")]);
    }
}
