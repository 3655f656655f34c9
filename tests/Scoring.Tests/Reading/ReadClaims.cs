using System.Text;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Reading;

/// <summary>What the reader made of a claims file.</summary>
internal sealed record ReadClaims(string Path, AssertionTable Table, ReadingLog Log)
{
    /// <summary>The rows as <c>item|source|value</c>.</summary>
    public string[] Rows =>
    [
        .. Enumerable.Range(0, Table.Count)
            .Select(row => $"{Table.Items[Table.Item[row]]}|{Table.Sources[Table.Source[row]]}|{Table.Values[Table.Value[row]]}"),
    ];

    public long[] BadLines => [.. Log.BadRows.Select(bad => bad.LineNumber)];

    public string[] Found => [.. Log.BadRows.Select(bad => bad.Found)];

    /// <summary>The places that make the file unusable.</summary>
    public IReadOnlyList<BadRow> Refused => Assert.Throws<BadDataException>(Log.ThrowIfUnusable)!.Rows;

    public static ReadClaims Of(string csv, bool lenient = false) => Of(Encoding.UTF8.GetBytes(csv), lenient: lenient);

    public static ReadClaims Of(byte[] csv, Encoding? encoding = null, bool lenient = false)
    {
        using var folder = new InputFolder();
        var path = folder.Write("claims.csv", csv);
        var log = new ReadingLog(lenient);
        var table = ClaimsReader.Read(path, log, encoding, threads: 1, ColumnStore.InMemory, _ => { });
        return new ReadClaims(path, table, log);
    }

    /// <summary>Reads one row that has item, source and value, and one column more.</summary>
    public static ReadClaims OfColumn(string column, string field, string value = "x") =>
        Of($"item,source,value,{column}\ni,s,{value},\"{field}\"\n");

    public static string? Word(OptionalColumn<int> column, Interner words) => column[0] == AssertionTable.None ? null : words[column[0]];
}
