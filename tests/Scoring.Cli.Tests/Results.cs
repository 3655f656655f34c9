using System.Collections.Concurrent;

namespace Scoring.Cli.Tests;

/// <summary>Results that several tests only look at; each corpus is scored once with the same options.</summary>
[SetUpFixture]
public sealed class Results
{
    private static readonly ConcurrentDictionary<string, Lazy<TempFolder>> Folders = new(StringComparer.Ordinal);

    /// <summary>Folder of the results of one of <see cref="Corpora.Names"/>.</summary>
    internal static string Of(string corpus, params string[] options) => Of(corpus, folder => Corpora.Lay(folder, corpus), options);

    /// <summary>Folder of the results of claims given as text.</summary>
    internal static string OfClaims(string claims) => Of(claims, folder => folder.Write("claims.csv", claims));

    /// <summary>Folder of the results of any files.</summary>
    /// <param name="name">What tells the files from others.</param>
    /// <param name="lay">Puts them into the folder.</param>
    /// <param name="options">How to score them.</param>
    internal static string Of(string name, Action<TempFolder> lay, params string[] options) =>
        Folders.GetOrAdd(string.Join(' ', [name, .. options]), _ => new(() => Score(lay, options))).Value.PathOf("out");

    [OneTimeTearDown]
    public void Remove()
    {
        foreach (var folder in Folders.Values.Where(folder => folder.IsValueCreated))
        {
            folder.Value.Dispose();
        }
    }

    private static TempFolder Score(Action<TempFolder> lay, string[] options)
    {
        var folder = new TempFolder();
        try
        {
            lay(folder);
            folder.Score("out", ["claims.csv", .. options]);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }
}
