using CsvHelper;

namespace Scoring.Reading;

/// <summary>Where each known column of a file stands. Names are compared without case; an alias counts only where the name itself is absent.</summary>
internal sealed class Header
{
    private const int MostNames = 40;

    private readonly Dictionary<string, int> columns;

    private Header(Dictionary<string, int> columns) => this.columns = columns;

    /// <summary>The place of a column; −1 where the file has none of the name.</summary>
    public int this[string name] => columns.GetValueOrDefault(name, -1);

    public bool Has(string name) => columns.ContainsKey(name);

    /// <summary>Reads the header; what is missing, doubled or unknown goes to the log.</summary>
    /// <param name="reader">A reader before its first record.</param>
    /// <param name="file">The file, as errors shall name it.</param>
    /// <param name="shape">The columns the file may have.</param>
    /// <param name="log">Receives faults and warnings.</param>
    public static Header Read(CsvReader reader, string file, ColumnShape shape, ReadingLog log)
    {
        reader.ReadHeader();
        var names = reader.Headers.ToArray().Select(name => name.Trim().ToLowerInvariant()).ToArray();
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in shape.Required.Concat(shape.Optional))
        {
            var places = Places(names, name);
            if (places.Length == 0)
            {
                places = ColumnShape.Aliases(name).Select(alias => Places(names, alias)).FirstOrDefault(ofAlias => ofAlias.Length > 0) ?? [];
            }

            if (places.Length > 1)
            {
                log.Fatal(file, 1, $"column '{Visible(names[places[0]])}' {places.Length} times", "each column once");
            }

            if (places.Length > 0)
            {
                found[name] = places[0];
            }
            else if (shape.Required.Contains(name))
            {
                var accepted = string.Join(" or ", ColumnShape.Aliases(name).Prepend(name).Select(alias => $"'{alias}'"));
                var inFile = names.Length == 0 ? "an empty file" : $"columns {Listed(names)}";
                var near = names.Where(column => !shape.Knows(column)).Select(column => (column, Near: Unknown.DidYouMean(column, ColumnShape.Aliases(name).Prepend(name)))).FirstOrDefault(column => column.Near is not null);
                log.Fatal(file, 1, inFile, $"a column {accepted}{(near.Near is null ? "" : $"; unknown column '{Visible(near.column)}': {near.Near}")}");
            }
        }

        var (used, unused) = (found.Values.ToHashSet(), new List<string>());
        foreach (var (index, name) in names.Index().Where(column => !used.Contains(column.Index)))
        {
            var near = Unknown.DidYouMean(name, shape.Required.Concat(shape.Optional).Where(known => !found.ContainsKey(known)).SelectMany(known => ColumnShape.Aliases(known).Prepend(known)));
            unused.Add($"{file}: {(shape.Knows(name) ? "second" : "unknown")} column '{Visible(name)}' is not used{(near is null ? "" : $": {near}")}");
        }

        log.WarnOfEach(unused);
        return new Header(found);
    }

    private static string Listed(string[] names) => Shortened.List(names.Select(name => $"'{Visible(name)}'"), ", ", MostNames);

    /// <summary>The name fit for a message: what nobody can see of it may be all that is wrong with it.</summary>
    private static string Visible(string name) => Shortened.Text(Unseen.Named(name));

    private static int[] Places(string[] names, string name) =>
        [.. names.Index().Where(column => column.Item == name).Select(column => column.Index)];
}
