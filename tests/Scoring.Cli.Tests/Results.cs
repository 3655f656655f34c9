using System.Collections.Concurrent;

namespace Scoring.Cli.Tests;

/// <summary>Results that several tests only look at; each corpus is scored once, with its defaults.</summary>
[SetUpFixture]
public sealed class Results
{
    private static readonly ConcurrentDictionary<string, Lazy<TempFolder>> Folders = new(StringComparer.Ordinal);

    /// <summary>Folder of the results of one of <see cref="Corpora.Names"/>.</summary>
    internal static string Of(string corpus) => OfFiles(corpus, folder => Corpora.Lay(folder, corpus));

    /// <summary>Folder of the results of claims given as text.</summary>
    internal static string OfClaims(string claims) => OfFiles(claims, folder => folder.Write("claims.csv", claims));

    [OneTimeTearDown]
    public void Remove()
    {
        foreach (var folder in Folders.Values.Where(folder => folder.IsValueCreated))
        {
            folder.Value.Dispose();
        }
    }

    private static string OfFiles(string name, Action<TempFolder> lay) => Folders.GetOrAdd(name, _ => new(() => Score(lay))).Value.PathOf("out");

    private static TempFolder Score(Action<TempFolder> lay)
    {
        var folder = new TempFolder();
        try
        {
            lay(folder);
            folder.Score("out", "claims.csv");
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }
}
