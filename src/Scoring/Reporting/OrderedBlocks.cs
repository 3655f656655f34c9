namespace Scoring.Reporting;

/// <summary>Writes the parts of a file in their order while later parts are put together on all cores.</summary>
internal static class OrderedBlocks
{
    private const int PartsPerThread = 4;

    /// <param name="stream">Where to.</param>
    /// <param name="blocks">What the parts are of.</param>
    /// <param name="write">Writes the part of a block.</param>
    public static void Write<T>(Stream stream, IReadOnlyList<T> blocks, Action<T, Stream> write)
    {
        if (blocks.Count == 1)
        {
            write(blocks[0], stream);
            return;
        }

        var wave = PartsPerThread * Environment.ProcessorCount;
        var (filling, draining) = (NewParts(wave), NewParts(wave));
        var writing = Task.CompletedTask;
        for (var start = 0; start < blocks.Count; start += wave)
        {
            var (first, parts) = (start, filling);
            Parallel.For(0, wave, place =>
            {
                parts[place].SetLength(0);
                if (first + place < blocks.Count)
                {
                    write(blocks[first + place], parts[place]);
                }
            });
            writing.GetAwaiter().GetResult();
            writing = Task.Run(() => Array.ForEach(parts, part => part.WriteTo(stream)));
            (filling, draining) = (draining, filling);
        }

        writing.GetAwaiter().GetResult();
    }

    private static MemoryStream[] NewParts(int count) => [.. Enumerable.Range(0, count).Select(_ => new MemoryStream())];
}
