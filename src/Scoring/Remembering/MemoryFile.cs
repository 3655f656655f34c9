using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Remembering;

/// <summary>Memories of sources as JSON files, read strictly.</summary>
internal static class MemoryFile
{
    public const string Role = "memory";

    private const string Expected = "a memory as `scoring score --memory` writes it";

    private static readonly JsonTypeInfo<SourceMemory> Shape = StrictJson.ShapeOf<SourceMemory>(MemoryShapes.Default);

    /// <summary>Reads a memory; an empty one where there is no file yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="inputs">Receives the file if there is one.</param>
    /// <exception cref="BadDataException">The file is no memory; names every place.</exception>
    public static SourceMemory Read(string path, List<InputFile>? inputs)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Path.Exists(path))
        {
            return SourceMemory.Empty;
        }

        return Parse(JsonInput.ReadText(path, Role, inputs), path);
    }

    public static SourceMemory Parse(string json, string file)
    {
        StrictJson.CheckFormat(json, file, SourceMemory.FormatName, SourceMemory.CurrentVersion, SourceMemory.OldestVersion);
        var memory = StrictJson.Parse(json, file, Expected, Shape);
        var bad = MemoryCheck.Faults(memory)
            .Select(fault => new BadRow(file, StrictJson.LineOf(json, fault.Path), $"{string.Join(": ", fault.Path.Select(Shortened.Text))}: {fault.Found}", fault.Expected))
            .ToArray();
        return bad.Length > 0 ? throw new BadDataException(bad) : memory;
    }

    /// <summary>Writes a memory, as a whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(SourceMemory memory, string path) => WholeFiles.Write(path, stream =>
    {
        JsonSerializer.Serialize(stream, memory, Shape);
        stream.Write("\n"u8);
    });

    /// <summary>What a memory says of the sources of a corpus, as far as it carries over; what the same claims file taught is left out.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="sources">Sources of the corpus, ordinal ascending.</param>
    /// <param name="claimsSha256">SHA-256 of the claims file; <see langword="null"/> if the claims are in memory.</param>
    public static Remembered Recall(SourceMemory memory, string[] sources, string? claimsSha256)
    {
        var (hits, misses) = (new double[sources.Length], new double[sources.Length]);
        var corpora = new HashSet<string>(StringComparer.Ordinal);
        foreach (var card in memory.Sources)
        {
            var source = Array.BinarySearch(sources, card.Source, StringComparer.Ordinal);
            if (source >= 0)
            {
                var sum = card.Sum(record => record.Claims != claimsSha256);
                (hits[source], misses[source]) = (memory.CarryOver * sum.Hits, memory.CarryOver * sum.Misses);
                corpora.UnionWith(card.Records.Select(record => record.Claims).Where(claims => claims != claimsSha256));
            }
        }

        return new Remembered(hits, misses, corpora.Count);
    }
}
