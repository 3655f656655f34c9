using System.Globalization;
using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Scales;

namespace Scoring.Reporting;

/// <summary>Puts together what the report shows of one claim.</summary>
internal sealed class ReportClaimBuilder(
    ScoringResult result, ReportPlaces places, string[] topics, string[] bands, ReportDetail detail, Phrasing say)
{
    private readonly Corpus corpus = result.Evidence.Corpus;

    public ReportClaim Build(ClaimScore claim, int position)
    {
        var likelihood = say.Likelihood(claim);
        var item = corpus.ItemOfClaim[claim.Index];
        return new ReportClaim(
            places.OfClaim(claim.Index), position, DisplayText.Visible(claim.Item), DisplayText.Visible(claim.Value), ReportText.InFull(claim.Item, claim.Value),
            ClaimText.Credibility(claim, say), ClaimText.Interval(claim, say), claim.IsJudged ? Range(claim.Low, claim.Credibility, claim.High) : null,
            ClaimText.WeightDb(claim, say), claim.Supports, claim.Denies, claim.Origins, claim.ContradictingOrigins,
            say.Fixed(claim.Voices, "0.0"), (int)claim.CredibilityCode, say[Admiralty.Describe(claim.CredibilityCode)], likelihood, Math.Max(0, Array.IndexOf(bands, likelihood)),
            say.Words(claim.Confidence), (int)claim.Confidence, claim.Origins > 0 && claim.ContradictingOrigins > 0, claim.Origins == 1, Types(claim.Index),
            Array.IndexOf(topics, TopicWord(item)), ClaimText.Score(claim, say), ClaimText.Foundation(claim, say),
            Chart(claim), new WhatWouldChange(result, say).InWords(claim),
            result.Panel is { } panel ? ReportText.RankedFirst(panel.RankedFirstBy(claim), panel.Methods.Count, say) : "");
    }

    private WaterfallChart? Chart(ClaimScore claim) => claim.Rank > 1 && !detail.BarsOfRivals
        ? null
        : WaterfallChart.Of(result.Explain(claim), claim.WeightDb, claim.Rank > 1 && !detail.ReasonsOfRivals ? detail with { Reasons = 0 } : detail, say);

    /// <summary>An interval on an axis from 0 to 100.</summary>
    public static ReportRange Range(double low, double middle, double high) =>
        new(DisplayText.Place(100 * low), DisplayText.Place(Math.Max(0.5, 100 * (high - low))), DisplayText.Place(100 * middle));

    /// <summary>Topic of an item: that of the first of its assertions that has one.</summary>
    public string TopicOf(int item) => DisplayText.Visible(TopicWord(item));

    private string TopicWord(int item)
    {
        var rows = corpus.AssertionsOfItem(item);
        return corpus.Details.Topic is not { } topics ? "" : Enumerable.Range(rows.Start.Value, rows.End.Value - rows.Start.Value)
            .Select(row => corpus.Details.Word(topics, row)).FirstOrDefault(topic => topic is not null) ?? "";
    }

    /// <summary>Numbers of the types of those who speak on the claim.</summary>
    private string Types(int claim)
    {
        var types = new SortedSet<int>();
        for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
        {
            if (result.Evidence.Lineage.Status[a] == AssertionStatus.Active)
            {
                types.Add(result.Evidence.Types.OfSource[result.Evidence.Speaker[a]]);
            }
        }

        return string.Join(' ', types.Select(type => type.ToString(CultureInfo.InvariantCulture)));
    }
}
