using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Inference.Panel;
using Scoring.Reading;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Inference.Panel;

/// <summary>Corpora for the panel, and what a method makes of them.</summary>
internal static class PanelCorpora
{
    public static IPanelMethod Method(string name) => PanelMethods.All.Single(method => method.Name == name);

    /// <summary>Rows in which each source says one thing about each item that its text covers: a character an item, blank for silence.</summary>
    public static Assertion[] Rows(params (string Source, string Says)[] sources) =>
        [.. sources.SelectMany(row => row.Says.Select((value, item) => new Assertion($"i{item:000}", row.Source, value.ToString())).Where(said => said.Value != " "))];

    public static Answer Infer(string method, params (string Source, string Says)[] sources) => Infer(method, SmallCorpus.Of(Rows(sources)));

    public static Answer Infer(string method, Corpus corpus) => Method(method).Infer(Votes.Of(corpus), CancellationToken.None);

    /// <summary>Credibility of a value of an item numbered from 0; of a value that nobody named, what is left.</summary>
    public static double Of(string method, int item, string value, params (string Source, string Says)[] sources)
    {
        var corpus = SmallCorpus.Of(Rows(sources));
        var (answer, claim) = (Infer(method, corpus), corpus.FindClaim(item, value));
        return claim < 0 ? answer.Unnamed[item] : answer.Credibility[claim];
    }

    /// <summary>Rows drawn from confusion matrices: sources are right with a probability of their own, and confuse each label with the next.</summary>
    public static (Assertion[] Rows, KnownTruth[] Truths) Draw(int seed, int labels, int items = 400, int sources = 12, int perItem = 5)
    {
        var random = new Random(seed);
        var right = Enumerable.Range(0, sources).Select(source => source % 3 == 0 ? 0.95 : 0.35 + (0.3 * random.NextDouble())).ToArray();
        var truth = Enumerable.Range(0, items).Select(_ => random.Next(labels)).ToArray();
        var rows = new List<Assertion>();
        for (var item = 0; item < items; item++)
        {
            foreach (var source in Enumerable.Range(0, sources).OrderBy(_ => random.Next()).Take(perItem))
            {
                var said = random.NextDouble() < right[source] ? truth[item] : (truth[item] + 1) % labels;
                rows.Add(new Assertion($"i{item:000}", $"s{source}", $"v{said}"));
            }
        }

        return ([.. rows], [.. truth.Select((label, item) => new KnownTruth($"i{item:000}", $"v{label}"))]);
    }

    public static double Accuracy(string method, Assertion[] rows, KnownTruth[] truths)
    {
        var corpus = SmallCorpus.Of(rows);
        return Scoring.Evaluating.Evaluator.Evaluate(corpus, Infer(method, corpus), truths).Accuracy;
    }
}
