using Scoring.Indexing;

namespace Scoring.Reporting;

/// <summary>Markings of the Traffic Light Protocol, by which a report says how far it may be passed on.</summary>
internal static class Marking
{
    private static readonly string[] Strictest = ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"];

    /// <summary>The strictest marking of a corpus, which is that of all that is made of it; <see langword="null"/> where nothing is marked.</summary>
    public static string? Highest(Corpus corpus)
    {
        var column = corpus.Details.Tlp;
        return column is null ? null : Array.Find(Strictest, marking => column.Any(word => word != AssertionDetails.None && corpus.Details.Words[word] == marking));
    }
}
