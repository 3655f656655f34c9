using System.Runtime.InteropServices;
using Scoring.Indexing;

namespace Scoring.Reporting;

/// <summary>With whom a source agrees and disagrees, whom it relays or repeats, and who relays it: in sentences.</summary>
internal sealed class SourceCompany
{
    private const int MostNamed = 5;

    private readonly ScoringResult result;
    private readonly SourceScore[] sources;
    private readonly SourceAgreement agreement;
    private readonly Phrasing say;
    private readonly ILookup<int, Relay> relays;
    private readonly ILookup<int, Relay> relayed;

    public SourceCompany(ScoringResult result, SourceScore[] sources, SourceAgreement agreement, Phrasing say)
    {
        (this.result, this.sources, this.agreement, this.say) = (result, sources, agreement, say);
        var corpus = result.Evidence.Corpus;
        var (pairs, isShown) = (new Dictionary<(int Source, int Origin), int>(), new bool[corpus.SourceCount]);
        Array.ForEach(sources, source => isShown[source.Index] = true);
        for (var a = 0; a < corpus.AssertionCount && corpus.Details.Origin is not null; a++)
        {
            var (source, origin) = (corpus.SourceOfAssertion[a], corpus.Details.OriginOf(a));
            if (origin != AssertionDetails.None && origin != source && (isShown[source] || (origin >= 0 && isShown[origin])))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(pairs, (source, origin), out _)++;
            }
        }

        Relay[] all = [.. pairs.Select(pair => new Relay(pair.Key.Source, pair.Key.Origin, pair.Value))];
        relays = all.ToLookup(relay => relay.Source);
        relayed = all.ToLookup(relay => relay.Origin);
    }

    /// <summary>Whom a source agrees with and whom it contradicts most often; by its place among the sources shown.</summary>
    public IReadOnlyList<string> AgreesWith(int place)
    {
        var others = new List<OtherSource>();
        for (var other = 0; other < Math.Min(sources.Length, SourceAgreement.MostCompared); other++)
        {
            if (other != place && agreement.Between(place, other) is ( > 0 and var common, var agreed))
            {
                others.Add(new OtherSource(other, common, agreed));
            }
        }

        var agreeing = others.Where(other => other.Agreed > 0).OrderByDescending(other => other.Agreed).Take(MostNamed)
            .Select(other => say.Say("{0} ({1} of {2})", NameOf(other), say.Number(other.Agreed), say.Counted(other.Common, "item")));
        var contradicting = others.Where(other => other.Agreed < other.Common).OrderByDescending(other => other.Common - other.Agreed).Take(MostNamed)
            .Select(other => say.Say("{0} ({1} of {2})", NameOf(other), say.Number(other.Common - other.Agreed), say.Counted(other.Common, "item")));
        return [.. Line("Agrees with: {0}.", agreeing), .. Line("Disagrees with: {0}.", contradicting)];
    }

    /// <summary>Whom a source relays, who relays it, and whom it shares errors with; by its index.</summary>
    public IReadOnlyList<string> Repeats(int source) =>
    [
        .. Line("Relays: {0}.", relays[source].OrderByDescending(relay => relay.Count).ThenBy(relay => relay.Origin).Take(MostNamed).Select(relay => Times(relay.Origin, relay.Count))),
        .. Line("Is relayed by: {0}.", relayed[source].OrderByDescending(relay => relay.Count).ThenBy(relay => relay.Source).Take(MostNamed).Select(relay => Times(relay.Source, relay.Count))),
        .. Line("Shares more errors than chance explains with: {0}.", result.Posterior.Copying.Where(pair => pair.Source == source || pair.Of == source).Take(MostNamed)
            .Select(pair => say.Say(
                "{0} ({1} shared, {2} expected)", Name(pair.Source == source ? pair.Of : pair.Source), say.Number(pair.SharedErrors), say.Number(pair.ByChance)))),
    ];

    private IEnumerable<string> Line(string sentence, IEnumerable<string> names)
    {
        var listed = string.Join(", ", names);
        return listed.Length == 0 ? [] : [say.Say(sentence, listed)];
    }

    private string Times(int other, int count) => say.Say("{0} ({1})", Name(other), say.Counted(count, "time"));

    private string NameOf(OtherSource other) => DisplayText.Visible(sources[other.Place].Name);

    private string Name(int source) => source == SourceIndex.UnknownOrigin ? say["unknown origin"] : DisplayText.Visible(result.Evidence.Corpus.Sources[source]);

    /// <summary>How often a source relays another.</summary>
    private sealed record Relay(int Source, int Origin, int Count);

    /// <summary>Another source, the items on which both speak, and those on which they agree.</summary>
    private readonly record struct OtherSource(int Place, int Common, int Agreed);
}
