using System.Text.RegularExpressions;
using Scoring.Indexing;

namespace Scoring.Tests.Architecture;

/// <summary><see cref="ScoringOptions.Threads"/> binds all but the writing of reports.</summary>
public sealed class ThreadLimitTests
{
    [Test]
    public void Library_EveryParallelLoop_HasALimit()
    {
        var unlimited = Directory.EnumerateFiles(Places.FindOrIgnore("src/Scoring"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) != "Reporting")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"(Parallel\.(For|ForEach|Invoke)\(|\.AsParallel\(\)).{0,200}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
                .Where(loop => !Regex.IsMatch(loop.Value, @"ThreadLimit|MaxDegreeOfParallelism|\blimit,", RegexOptions.None, TimeSpan.FromSeconds(1)))
                .Select(loop => $"{Path.GetFileName(file)}: {loop.Value}"));
        Assert.That(unlimited, Is.Empty);
    }

    [Test]
    public void Score_OneThread_LimitsTheColumnsOfTheCorpus()
    {
        using var store = new ScoringOptions { Threads = 1 }.NewStore();
        Assert.That(store.ThreadLimit.MaxDegreeOfParallelism, Is.EqualTo(1));
        var threads = new HashSet<int>();
        Runs.ForEach(10_000, 1, store.ThreadLimit, (_, _) => threads.Add(Environment.CurrentManagedThreadId));
        Assert.That(threads, Has.Count.EqualTo(1));
    }
}
