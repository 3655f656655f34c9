using Scoring.Indexing;

namespace Scoring.Reporting;

/// <summary>Puts together what the report shows of items and of their claims.</summary>
internal sealed class ReportItemBuilder
{
    private static readonly string[] Bands =
        ["outside the table", "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain"];

    private static readonly string[] FrenchBands = ["presque aucune chance", "probablement pas", "chances à peu près égales", "probable", "quasi certaine"];

    private const int MostTopics = 200;

    /// <summary>So many claims of one item are worth several threads.</summary>
    private const int Many = 32;

    private readonly ScoringResult result;
    private readonly Corpus corpus;
    private readonly ClaimScore[] shown;
    private readonly int[][] placesOfItems;
    private readonly Phrasing say;
    private readonly ReportDetail detail;
    private readonly CancellationToken cancellation;
    private readonly ReportClaimBuilder claimBuilder;
    private readonly ReportAssertionBuilder assertionBuilder;

    public ReportItemBuilder(ScoringResult result, ClaimScore[] shown, ReportPlaces places, ReportDetail detail, Phrasing say, CancellationToken cancellation)
    {
        (this.result, corpus, this.shown, this.say, this.detail, this.cancellation) = (result, result.Evidence.Corpus, shown, say, detail, cancellation);
        claimBuilder = new ReportClaimBuilder(result, places, Topics(corpus), BandsOf(say), detail, say);
        assertionBuilder = new ReportAssertionBuilder(result, places, say);
        placesOfItems = [.. Enumerable.Range(0, shown.Length).GroupBy(place => corpus.ItemOfClaim[shown[place].Index], (_, ofItem) => ofItem.ToArray())];
    }

    /// <summary>What the table of claims can be narrowed down to.</summary>
    public static ReportFilters Filters(ScoringResult result, Phrasing say) => new(
        BandsOf(say), [.. result.Evidence.Types.Names.Select(type => ReportRulesBuilder.TypeName(type, say))], [.. Topics(result.Evidence.Corpus).Select(DisplayText.Visible)]);

    /// <summary>Number of items.</summary>
    public int Count => placesOfItems.Length;

    /// <summary>An item with its claims, by its most credible claim. Of use on several threads at once.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    public ReportItem Item(int index)
    {
        var places = placesOfItems[index];
        var claims = new ReportClaim[places.Length];
        InParallel.For(
            0, places.Length, claim => claims[claim] = claimBuilder.Build(shown[places[claim]], places[claim] + 1), cancellation,
            places.Length < Many ? 1 : corpus.Store.ThreadLimit.MaxDegreeOfParallelism);
        return Item(corpus.ItemOfClaim[shown[places[0]].Index], claims);
    }

    private static string[] BandsOf(Phrasing say) => say.Code == Phrasing.English.Code ? Bands : FrenchBands;

    /// <summary>The topics in order; of very many the commonest, since nobody looks through all, and they would fill the report.</summary>
    private static string[] Topics(Corpus corpus) => corpus.Details.Topic is not { } topic ? [] :
    [
        .. topic.Where(word => word != AssertionDetails.None).CountBy(word => word).OrderByDescending(word => word.Value).ThenBy(word => word.Key).Take(MostTopics)
            .Select(word => word.Key).Order().Select(word => corpus.Details.Words[word]),
    ];

    private ReportItem Item(int item, ReportClaim[] claims)
    {
        var rows = corpus.AssertionsOfItem(item);
        var count = rows.End.Value - rows.Start.Value;
        var notShown = corpus.NamedCount(item) - claims.Length;
        return new ReportItem(
            DisplayText.Visible(corpus.Items[item]), claimBuilder.TopicOf(item), claims, claims[0].Range is null ? "" : Unnamed(item),
            notShown > 0 ? say.Say("{0} of the item not shown here: see claims.csv.", say.Counted(notShown, "more claim")) : "",
            assertionBuilder.Build(item, detail.Assertions), count > detail.Assertions ? say.Say("{0} not shown.", say.Counted(count - detail.Assertions, "more assertion")) : "",
            detail.Lineages ? LineageGraph.Of(result.Evidence, item, say) : null, detail.Timelines ? Timeline.Of(result.Evidence, item, say) : null);
    }

    /// <summary>How probable it is that no named value is right, in words; empty where all are named.</summary>
    private string Unnamed(int item)
    {
        if (corpus.UnnamedHypotheses[item] == 0)
        {
            return "";
        }

        var credibility = say.Probability(result.Calibrated(cancellation).Unnamed[item]);
        return corpus.OnlyUnnamedValue(item) is { } opposite
            ? say.Say("{0}, which nobody says: {1}.", DisplayText.Visible(opposite), credibility)
            : say.Say("None of these: {0}.", credibility);
    }
}
