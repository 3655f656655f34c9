using System.Globalization;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Reporting;

/// <summary>Puts together the assertions on an item as the report shows them.</summary>
internal sealed class ReportAssertionBuilder(ScoringResult result, ReportPlaces places, Phrasing say)
{
    private readonly Corpus corpus = result.Evidence.Corpus;

    /// <summary>Assertions of an item, those on its most credible claim first.</summary>
    public IReadOnlyList<ReportAssertion> Build(int item, int most) =>
    [
        .. Enumerable.Range(corpus.FirstClaim[item], corpus.NamedCount(item)).OrderBy(claim => result.Claims[claim].Rank)
            .SelectMany(claim => Enumerable.Range(corpus.FirstAssertion[claim], corpus.FirstAssertion[claim + 1] - corpus.FirstAssertion[claim]).Select(row => Assertion(row, claim)))
            .Take(most),
    ];

    public static string Time(long ticks)
    {
        if (ticks == AssertionDetails.NoTime)
        {
            return "";
        }

        var time = new DateTime(ticks, DateTimeKind.Utc);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
    }

    private ReportAssertion Assertion(int row, int claim)
    {
        var details = corpus.Details;
        var value = DisplayText.Visible(corpus.ValueText(claim));
        var says = details.StanceOf(row) switch { Stance.Denies => say.Say("denies {0}", value), Stance.Retracts => say.Say("retracts {0}", value), _ => value };
        var origin = details.OriginOf(row) switch
        {
            AssertionDetails.None => "",
            SourceIndex.UnknownOrigin => say["unknown"],
            var source => DisplayText.Visible(corpus.Sources[source]),
        };
        string?[] how =
        [
            details.Word(details.Hedge, row) is { } hedge ? DisplayText.Visible(say.Named(hedge)) : null,
            details.Directness is { } directness && directness[row] != Directness.Unstated ? say.Words(directness[row]) : null,
            details.Interest is { } interest && interest[row] != 0 ? say.Say("interest {0}", interest[row].ToString("+0;−0", CultureInfo.InvariantCulture)) : null,
        ];
        return new ReportAssertion(
            DisplayText.Visible(corpus.Sources[corpus.SourceOfAssertion[row]]), places.OfSource(corpus.SourceOfAssertion[row]), says, origin,
            DisplayText.Visible(details.Word(details.Via, row)), string.Join(", ", how.Where(word => word is not null)), Time(details.TimeOf(row)),
            details.Word(details.Tlp, row) ?? "", ReportText.Quotation(details.Quote?[row]), ReportText.Quotation(details.Note?[row]), ReportText.Address(details.Url?[row]),
            say[Status(result.Evidence.Lineage.Status[row])]);
    }

    private static string Status(AssertionStatus status) => status switch
    {
        AssertionStatus.Retraction => "a retraction",
        AssertionStatus.Retracted => "not counted: taken back",
        AssertionStatus.Superseded => "not counted: the source said something later",
        AssertionStatus.AtOddsWithOrigin => "not counted: its origin says otherwise",
        _ => "",
    };
}
