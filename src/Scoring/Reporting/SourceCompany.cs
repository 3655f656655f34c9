using Scoring.Indexing;

namespace Scoring.Reporting;

/// <summary>With whom a source agrees and disagrees, whom it relays or repeats, and who relays it: in sentences.</summary>
internal sealed class SourceCompany
{
    private const int MostNamed = 5;
    private const int MostCompared = 200;

    private readonly ScoringResult result;
    private readonly SourceScore[] sources;
    private readonly SourceAgreement agreement;
    private readonly Phrasing say;
    private readonly ILookup<int, (int Other, int Count)> relays;
    private readonly ILookup<int, (int Other, int Count)> relayed;

    public SourceCompany(ScoringResult result, SourceScore[] sources, SourceAgreement agreement, Phrasing say)
    {
        (this.result, this.sources, this.agreement, this.say) = (result, sources, agreement, say);
        var corpus = result.Evidence.Corpus;
        var pairs = new Dictionary<(int Source, int Origin), int>();
        for (var a = 0; a < corpus.AssertionCount && corpus.Details.Origin is not null; a++)
        {
            var (source, origin) = (corpus.SourceOfAssertion[a], corpus.Details.OriginOf(a));
            if (origin != AssertionDetails.None && origin != source)
            {
                pairs[(source, origin)] = pairs.GetValueOrDefault((source, origin)) + 1;
            }
        }

        relays = pairs.ToLookup(pair => pair.Key.Source, pair => (pair.Key.Origin, pair.Value));
        relayed = pairs.ToLookup(pair => pair.Key.Origin, pair => (pair.Key.Source, pair.Value));
    }

    /// <summary>Whom a source agrees with and whom it contradicts most often; by its place among the sources shown.</summary>
    public IReadOnlyList<string> AgreesWith(int place)
    {
        var others = Enumerable.Range(0, Math.Min(sources.Length, MostCompared)).Where(other => other != place)
            .Select(other => (Name: DisplayText.Visible(sources[other].Name), Pair: agreement.Between(place, other))).Where(other => other.Pair.Common > 0).ToArray();
        var agreeing = others.Where(other => other.Pair.Agreed > 0).OrderByDescending(other => other.Pair.Agreed).Take(MostNamed)
            .Select(other => say.Say("{0} ({1} of {2})", other.Name, other.Pair.Agreed, say.Counted(other.Pair.Common, "item")));
        var contradicting = others.Where(other => other.Pair.Agreed < other.Pair.Common).OrderByDescending(other => other.Pair.Common - other.Pair.Agreed).Take(MostNamed)
            .Select(other => say.Say("{0} ({1} of {2})", other.Name, other.Pair.Common - other.Pair.Agreed, say.Counted(other.Pair.Common, "item")));
        return [.. Line("Agrees with: {0}.", agreeing), .. Line("Disagrees with: {0}.", contradicting)];
    }

    /// <summary>Whom a source relays, who relays it, and whom it shares errors with; by its index.</summary>
    public IReadOnlyList<string> Repeats(int source) =>
    [
        .. Line("Relays: {0}.", relays[source].OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Other).Take(MostNamed).Select(Times)),
        .. Line("Is relayed by: {0}.", relayed[source].OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Other).Take(MostNamed).Select(Times)),
        .. Line("Shares more errors than chance explains with: {0}.", result.Posterior.Copying.Where(pair => pair.Source == source || pair.Of == source).Take(MostNamed)
            .Select(pair => say.Say(
                "{0} ({1} shared, {2} expected)", Name(pair.Source == source ? pair.Of : pair.Source), say.Number(pair.SharedErrors), say.Number(pair.ByChance)))),
    ];

    private IEnumerable<string> Line(string sentence, IEnumerable<string> names)
    {
        var listed = string.Join(", ", names);
        return listed.Length == 0 ? [] : [say.Say(sentence, listed)];
    }

    private string Times((int Other, int Count) pair) => say.Say("{0} ({1})", Name(pair.Other), say.Counted(pair.Count, "time"));

    private string Name(int source) => source == SourceIndex.UnknownOrigin ? say["unknown origin"] : DisplayText.Visible(result.Evidence.Corpus.Sources[source]);
}
