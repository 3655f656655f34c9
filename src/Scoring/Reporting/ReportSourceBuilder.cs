using Scoring.Rules;
using Scoring.Scales;

namespace Scoring.Reporting;

/// <summary>Puts together what the report shows of sources.</summary>
internal sealed class ReportSourceBuilder(
    ScoringResult result, ClaimScore[] shown, SourceScore[] sources, ReportPlaces places, SourceAgreement agreement, Phrasing say)
{
    private const int MostAlone = 12;
    private const double LeastRecord = 1;

    private readonly ILookup<int, ClaimScore> alone = shown.Where(claim => claim.Origins == 1).ToLookup(claim => OriginOf(result.Evidence, claim.Index));
    private readonly SourceCompany company = new(result, sources, agreement, say);

    public IReadOnlyList<ReportSource> Build(CancellationToken cancellation)
    {
        var all = new ReportSource[sources.Length];
        InParallel.For(0, all.Length, place => all[place] = Source(sources[place], place), cancellation);
        return all;
    }

    private ReportSource Source(SourceScore source, int place) => new(
        places.OfSource(source.Index), DisplayText.Visible(source.Name), source.Name == source.Source ? "" : DisplayText.Visible(source.Source), ReportRulesBuilder.TypeName(source.Type, say),
        DisplayText.Visible(source.Affiliation), say.Reliability(source.Reliability), say.Interval(source.Low, source.High, say.Reliability(source.Reliability)),
        ReportClaimBuilder.Range(source.Low, source.Reliability, source.High), source.Letter.ToString(), say[Admiralty.Describe(source.Letter)],
        source.DeclaredLetter ?? "", source.Assertions, source.Agreed, say.Db(source.WeightDb), say.Number(source.Record),
        source.Remembered > 0 ? say.Say("{0} from earlier corpora", say.Number(source.Remembered)) : "",
        Share(agreement.Items[place], result.Evidence.Corpus.ItemCount), Share(agreement.Overlaps[place], agreement.Items[place]), Share(agreement.Conflicts[place], agreement.Items[place]),
        Story(source, place));

    private ReportSourceStory Story(SourceScore source, int place)
    {
        var start = result.Posterior.Prior[source.Index].Without(result.Evidence.Remembered, source.Index);
        var (low, high) = (start.Quantile(0.05), start.Quantile(0.95));
        var claims = alone[source.Index].ToArray();
        return new ReportSourceStory(
            say.Say("Reliability {0} (90 % interval {1}), {2} dB an assertion.", say.Reliability(source.Reliability), say.Interval(source.Low, source.High, say.Reliability(source.Reliability)), say.Db(source.WeightDb)) + " " + Letter(source),
            ReportClaimBuilder.Range(low, start.Mean, high),
            say.Say("{0} ({1}) before any record, as its type or its declaration has it", say.Probability(start.Mean), say.Interval(low, high, say.Probability(start.Mean))),
            source.Assertions == 0
                ? say["It says nothing here that counts."]
                : say.Say(
                    source.Agreed == 1 || source.Assertions == 1 ? "{0} of {1} agrees with the most credible value." : "{0} of {1} agree with the most credible value.",
                    say.Number(source.Agreed), say.Counted(source.Assertions, "assertion")),
            company.AgreesWith(place), company.Repeats(source.Index),
            [.. claims.Take(MostAlone).Select(claim => new ReportLink(places.OfClaim(claim.Index), $"{ReportText.Claim(claim.Item, claim.Value)} ({say.Credibility(claim.Credibility)})"))],
            ReportModelBuilder.LeftOut(claims.Length, MostAlone, "claim", say));
    }

    private string Letter(SourceScore source)
    {
        var letter = say.Say("Letter {0}, {1}", source.Letter.ToString(), say[Admiralty.Describe(source.Letter)]);
        var why = source.Record >= LeastRecord
            ? say.Say("by its record of {0}", say.Counted((int)Math.Round(source.Record), "independent assertion"))
            : say["by its type, since it has no record to speak of"];
        var declared = source.DeclaredLetter is { } own ? " " + say.Say("The analyst's own letter is {0}.", own) : "";
        return $"{letter}{say[": "]}{why}.{declared}";
    }

    /// <summary>The first origin that speaks for a claim.</summary>
    private static int OriginOf(Evidence evidence, int claim)
    {
        var corpus = evidence.Corpus;
        var item = corpus.ItemOfClaim[claim];
        return Enumerable.Range(corpus.FirstClaim[item], corpus.NamedCount(item))
            .SelectMany(about => Enumerable.Range(corpus.FirstAssertion[about], corpus.FirstAssertion[about + 1] - corpus.FirstAssertion[about]).Where(a => corpus.ClaimSaid(item, about, a) == claim))
            .Where(a => evidence.Lineage.Status[a] == AssertionStatus.Active)
            .Select(a => evidence.Lineage.Root[a]).FirstOrDefault(Lineage.UnknownRoot);
    }

    private string Share(int part, int whole) => whole == 0 ? "–" : say.Percent(100.0 * part / whole, "0");
}
