using System.Globalization;
using Scoring.Explaining;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Scales;

namespace Scoring.Reporting;

/// <summary>Puts together what the report shows of one claim.</summary>
internal sealed class ReportClaimBuilder(ScoringResult result, Dictionary<(string Item, string Value), string> anchors)
{
    private const int MostSteps = 24;
    private const int MostAssertions = 24;

    private readonly Corpus corpus = result.Evidence.Corpus;

    public ReportClaim Build(ClaimScore claim, int position, string anchor)
    {
        var steps = result.Explain(claim);
        var item = corpus.ItemOfClaim[claim.Index];
        var rows = corpus.AssertionsOfItem(item);
        var assertions = Enumerable.Range(corpus.FirstClaim[item], corpus.NamedCount(item)).OrderBy(other => other != claim.Index)
            .SelectMany(other => Enumerable.Range(corpus.FirstAssertion[other], corpus.FirstAssertion[other + 1] - corpus.FirstAssertion[other]).Select(row => Assertion(row, other)))
            .Take(MostAssertions);
        var count = rows.End.Value - rows.Start.Value;
        var credibility = DisplayText.Probability(claim.Credibility);
        var interval = DisplayText.Interval(claim.Low, claim.High);
        var confidence = DisplayText.Words(claim.Confidence);
        return new ReportClaim(
            anchor, position, DisplayText.Visible(claim.Item), DisplayText.Visible(claim.Value), ReportText.InFull(claim.Item, claim.Value), credibility, interval,
            Range(claim.Low, claim.Credibility, claim.High), DisplayText.Db(claim.WeightDb), claim.Supports, claim.Denies, claim.Origins, claim.ContradictingOrigins,
            claim.Voices.ToString("0.0", CultureInfo.InvariantCulture), (int)claim.CredibilityCode, Admiralty.Describe(claim.CredibilityCode), claim.Icd203, confidence, (int)claim.Confidence,
            $"{credibility} (90 % interval {interval}), {DisplayText.Db(claim.WeightDb)} dB: {claim.Icd203}. Admiralty number {(int)claim.CredibilityCode}, {Admiralty.Describe(claim.CredibilityCode)}.",
            $"Confidence: {confidence}. {DisplayText.Counted(claim.Origins, "independent origin")} behind {DisplayText.Counted(claim.Supports, "supporting report")}; {DisplayText.Counted(claim.ContradictingOrigins, "independent origin")} against.",
            WaterfallChart.Of(steps, claim.WeightDb),
            Steps(steps), steps.Count > MostSteps ? $"The last row sums up {steps.Count - MostSteps + 1} further steps; all are in breakdown.csv." : "",
            Rivals(claim, item), [.. assertions],
            count > MostAssertions ? $"{DisplayText.Counted(count - MostAssertions, "more assertion")} not shown." : "",
            DisplayText.WhatWouldChange(result.WhatWouldChange(claim), claim),
            result.Panel is { } panel ? ReportText.RankedFirst(panel.RankedFirstBy(claim), panel.Methods.Count) : "");
    }

    /// <summary>An interval on an axis from 0 to 100.</summary>
    public static ReportRange Range(double low, double middle, double high) =>
        new(DisplayText.Place(100 * low), DisplayText.Place(Math.Max(0.5, 100 * (high - low))), DisplayText.Place(100 * middle));

    private static List<ReportStep> Steps(IReadOnlyList<BreakdownStep> steps)
    {
        var shown = steps.Count > MostSteps ? MostSteps - 1 : steps.Count;
        var rows = steps.Take(shown).Select(step => new ReportStep(
            DisplayText.Words(step.Factor), DisplayText.Visible(step.Source), DisplayText.Db(step.WeightDb), DisplayText.Db(step.CumulativeDb),
            DisplayText.Probability(step.CredibilityAfter), DisplayText.Visible(step.Detail))).ToList();
        if (shown < steps.Count)
        {
            rows.Add(new ReportStep(
                "all others", "", DisplayText.Db(steps.Skip(shown).Sum(step => step.WeightDb)), DisplayText.Db(steps[^1].CumulativeDb),
                DisplayText.Probability(steps[^1].CredibilityAfter), ""));
        }

        return rows;
    }

    private List<ReportRival> Rivals(ClaimScore claim, int item)
    {
        var rivals = result.ClaimsOf(claim.Item).Where(other => other.Index != claim.Index).OrderBy(other => other.Rank)
            .Select(other => new ReportRival(
                DisplayText.Visible(other.Value), DisplayText.Probability(other.Credibility), anchors.GetValueOrDefault((other.Item, other.Value)) ?? ""))
            .ToList();
        if (corpus.UnnamedHypotheses[item] != 0)
        {
            var name = corpus.OnlyUnnamedValue(item) is { } opposite ? $"{opposite} (nobody says so)" : "none of these";
            rivals.Add(new ReportRival(name, DisplayText.Probability(result.Answer.Unnamed[item]), ""));
        }

        return rivals;
    }

    private ReportAssertion Assertion(int row, int claim)
    {
        var details = corpus.Details;
        var stance = details.StanceOf(row) switch { Stance.Denies => "denies ", Stance.Retracts => "retracts ", _ => "" };
        var origin = details.OriginOf(row) switch
        {
            AssertionDetails.None => "",
            SourceIndex.UnknownOrigin => "unknown",
            var source => DisplayText.Visible(corpus.Sources[source]),
        };
        string?[] how =
        [
            details.Word(details.Hedge, row) is { } hedge ? DisplayText.Visible(hedge) : null,
            details.Directness is { } directness && directness[row] != Directness.Unstated ? DisplayText.Words(directness[row]) : null,
            details.Interest is { } interest && interest[row] != 0 ? $"interest {interest[row].ToString("+0;−0", CultureInfo.InvariantCulture)}" : null,
        ];
        return new ReportAssertion(
            DisplayText.Visible(corpus.Sources[corpus.SourceOfAssertion[row]]), stance + DisplayText.Visible(corpus.ValueText(claim)), origin,
            DisplayText.Visible(details.Word(details.Via, row)), string.Join(", ", how.Where(word => word is not null)), Time(details.TimeOf(row)),
            ReportText.Quotation(details.Quote?[row]), ReportText.Quotation(details.Note?[row]), ReportText.Address(details.Url?[row]),
            Status(result.Evidence.Lineage.Status[row]));
    }

    private static string Time(long ticks)
    {
        if (ticks == AssertionDetails.NoTime)
        {
            return "";
        }

        var time = new DateTime(ticks, DateTimeKind.Utc);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Status(AssertionStatus status) => status switch
    {
        AssertionStatus.Retraction => "a retraction",
        AssertionStatus.Retracted => "not counted: taken back",
        AssertionStatus.Superseded => "not counted: the source said something later",
        AssertionStatus.AtOddsWithOrigin => "not counted: its origin says otherwise",
        AssertionStatus.AfterAsOf => "not counted: later than the date scored for",
        _ => "",
    };
}
