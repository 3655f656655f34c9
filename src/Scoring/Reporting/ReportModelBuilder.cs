using System.Globalization;
using Scoring.Explaining;
using Scoring.Scales;

namespace Scoring.Reporting;

/// <summary>Puts together what the report shows of a result.</summary>
internal static class ReportModelBuilder
{
    private const int MostSources = 1000;
    private const int MostFindings = 200;

    public static ReportModel Build(ScoringResult result, ClaimDigest digest)
    {
        ClaimScore[] shown = [.. digest.Explained().OrderByDescending(claim => claim.WeightDb).ThenBy(claim => claim.Index)];
        var anchors = shown.Index().ToDictionary(claim => (claim.Item.Item, claim.Item.Value), claim => Anchor(claim.Index));
        var builder = new ReportClaimBuilder(result, anchors);
        return new ReportModel(
            "", "", "", "", Title(result), Lede(result), Facts(result), Headlines(result, digest), Warnings(result),
            LeftOut(result.Run.Warnings.Count + result.Run.SkippedRows.Count, MostFindings, "warning"), digest.InWords(),
            [.. shown.Select((claim, index) => builder.Build(claim, index + 1, Anchor(index)))],
            [.. result.Sources.OrderByDescending(source => source.Assertions).ThenBy(source => source.Source, StringComparer.Ordinal).Take(MostSources).Select(Source)],
            LeftOut(result.Sources.Count, MostSources, "source"),
            [.. result.FirstFindings.Findings.GroupBy(finding => finding.Kind).Select(group => Findings(group, result.FirstFindings.CountOf(group.Key), anchors))],
            [.. (result.Panel?.Methods ?? []).Select(method => new ReportMethod(method.Name, method.Description, method.Agreement.ToString("0.0 %", CultureInfo.InvariantCulture)))],
            ReportRulesBuilder.Build(result), ReportBasis.Of(result.Run), result.EvaluateBlind() is { Gold: > 0 } blind ? ReliabilityDiagram.Of(blind) : null);
    }

    private static string Anchor(int index) => string.Create(CultureInfo.InvariantCulture, $"claim-{index + 1}");

    private static string Title(ScoringResult result) =>
        DisplayText.Visible(result.Run.Inputs.FirstOrDefault(input => input.Role == "claims")?.Path.Replace('\\', '/').TrimEnd('/').Split('/').TakeLast(2).Aggregate((a, b) => $"{a}/{b}") ?? "assertions in memory");

    private static string Lede(ScoringResult result)
    {
        var corpus = result.Evidence.Corpus;
        return $"{DisplayText.Counted(result.Claims.Count, "claim")} on {DisplayText.Counted(corpus.ItemCount, "item")} by {DisplayText.Counted(result.Sources.Count, "source")}, from {DisplayText.Counted(corpus.AssertionCount, "assertion")}. {ReportBasis.Of(result.Run).Sentence}";
    }

    private static List<ReportFact> Facts(ScoringResult result)
    {
        var run = result.Run;
        var facts = run.Inputs.Select(input => new ReportFact(
            input.Role, string.Create(CultureInfo.InvariantCulture, $"{DisplayText.Visible(input.Path)} ({input.Bytes:#,0} bytes, SHA-256 {input.Sha256[..12]}…)"))).ToList();
        facts.Add(new("assertions", $"{DisplayText.Counted(run.Rows, "row")}, {DisplayText.Counted(run.DuplicateRows, "exact duplicate")} counted once"));
        facts.Add(new("rules", $"{DisplayText.Visible(run.RulesName)}, version {DisplayText.Visible(run.RulesVersion)}"));
        facts.Add(new("model", $"{run.Model} ({run.ModelChoice}), engine {run.Version}, {(run.Converged ? "settled" : "not settled")} after {DisplayText.Counted(run.Iterations, "pass", "passes")}"));
        if (run.KnownItems > 0)
        {
            facts.Add(new("known answers", DisplayText.Counted(run.KnownItems, "item")));
        }

        if (run.Calibration is { } calibration)
        {
            facts.Add(new("calibration", DisplayText.Visible(calibration.Summary)));
        }

        if (run.RememberedSources > 0)
        {
            facts.Add(new("memory", $"{DisplayText.Counted(run.RememberedSources, "source")} known from {DisplayText.Counted(run.RememberedCorpora, "earlier corpus", "earlier corpora")}"));
        }

        if (run.AsOf is { } asOf)
        {
            facts.Add(new("as of", asOf.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)));
        }

        return facts;
    }

    private static List<string> Headlines(ScoringResult result, ClaimDigest digest)
    {
        int Count(FindingKind kind) => result.FirstFindings.CountOf(kind);
        (int Count, string Text)[] lines =
        [
            (Count(FindingKind.Contradiction), $"On {DisplayText.Counted(Count(FindingKind.Contradiction), "item")} independent origins contradict each other."),
            (Count(FindingKind.CircularReporting), $"{DisplayText.Counted(Count(FindingKind.CircularReporting), "circle")} of sources cite one another, so that nobody is the origin."),
            (Count(FindingKind.SelfContradiction), $"{DisplayText.Counted(Count(FindingKind.SelfContradiction), "time")} a source contradicts itself."),
            (Count(FindingKind.AtOddsWithOrigin), $"{DisplayText.Counted(Count(FindingKind.AtOddsWithOrigin), "claim")} relayed otherwise than the origin says it."),
            (Count(FindingKind.Copying), $"{DisplayText.Counted(Count(FindingKind.Copying), "pair")} of sources share more errors than chance explains: they count as less than two voices."),
            (Count(FindingKind.SharedOrigin), $"{DisplayText.Counted(Count(FindingKind.SharedOrigin), "claim")} reported several times from one origin: counted as one voice."),
            (Count(FindingKind.LoneSource), $"{DisplayText.Counted(Count(FindingKind.LoneSource), "claim rests", "claims rest")} on one origin alone; {DisplayText.Number(digest.Confirmed)} of {DisplayText.Number(result.Claims.Count)} are confirmed by a second."),
            (Count(FindingKind.Withdrawn), $"{DisplayText.Counted(Count(FindingKind.Withdrawn), "claim")} had assertions taken back or replaced."),
        ];
        return [.. lines.Where(line => line.Count > 0).Select(line => line.Text)];
    }

    private static List<string> Warnings(ScoringResult result) =>
        [.. result.Run.Warnings.Concat(result.Run.SkippedRows.Select(row => $"skipped {row}")).Take(MostFindings).Select(DisplayText.Visible)];

    private static ReportSource Source(SourceScore source) => new(
        DisplayText.Visible(source.Name), source.Name == source.Source ? "" : DisplayText.Visible(source.Source), DisplayText.Visible(source.Type.Replace('_', ' ')),
        DisplayText.Visible(source.Affiliation), DisplayText.Probability(source.Reliability), DisplayText.Interval(source.Low, source.High),
        ReportClaimBuilder.Range(source.Low, source.Reliability, source.High), source.Letter.ToString(), Admiralty.Describe(source.Letter),
        source.DeclaredLetter ?? "", source.Assertions, source.Agreed, DisplayText.Db(source.WeightDb), DisplayText.Number(source.Record),
        source.Remembered > 0 ? $"{DisplayText.Number(source.Remembered)} from earlier corpora" : "");

    private static ReportFindings Findings(IGrouping<FindingKind, Finding> group, int count, Dictionary<(string, string), string> anchors)
    {
        return new ReportFindings(DisplayText.Words(group.Key), Meaning(group.Key), count, [.. group.Take(MostFindings).Select(Row)], LeftOut(count, MostFindings, "finding"));

        ReportFinding Row(Finding finding)
        {
            var anchor = finding.Value is { } value ? anchors.GetValueOrDefault((finding.Item, value))
                : anchors.Where(claim => claim.Key.Item1 == finding.Item).Select(claim => claim.Value).FirstOrDefault();
            var names = string.Join(", ", finding.Sources.Take(8).Select(DisplayText.Visible)) + (finding.Sources.Count > 8 ? $" and {finding.Sources.Count - 8} more" : "");
            return new ReportFinding(DisplayText.Visible(finding.Item), DisplayText.Visible(finding.Value), anchor ?? "", names, DisplayText.Visible(finding.Message));
        }
    }

    private static string Meaning(FindingKind kind) => kind switch
    {
        FindingKind.Contradiction => "Independent origins name different values for one item, or one denies what another says.",
        FindingKind.SelfContradiction => "One source says two things about one item; its voice is shared among them.",
        FindingKind.CircularReporting => "Sources relay one another in a circle: together they are one voice, and nobody is the origin.",
        FindingKind.Copying => "Two sources name the same unlikely values more often than sources do that know nothing of each other: where they agree they count as little more than one voice.",
        FindingKind.SharedOrigin => "Several reports go back to one origin: a relay proves that it was said, not that it is so.",
        FindingKind.AtOddsWithOrigin => "A relay has its origin say what the origin does not say; it is not counted.",
        FindingKind.LoneSource => "One origin and nobody else: the claim can be no better than that source.",
        _ => "Earlier assertions that no longer count.",
    };

    private static string LeftOut(int count, int most, string noun) => count > most ? $"{DisplayText.Counted(count - most, $"more {noun}")} not shown." : "";
}
