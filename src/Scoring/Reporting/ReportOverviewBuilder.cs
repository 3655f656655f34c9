using System.Globalization;
using Scoring.Explaining;

namespace Scoring.Reporting;

/// <summary>What the head of a report says of a run.</summary>
internal sealed class ReportOverviewBuilder(ScoringResult result, ClaimDigest digest, Phrasing say)
{
    private const int MostWarnings = 200;

    public string Title() => DisplayText.Visible(
        result.Run.Inputs.FirstOrDefault(input => input.Role == "claims")?.Path.Replace('\\', '/').TrimEnd('/').Split('/').TakeLast(2).Aggregate((a, b) => $"{a}/{b}")
        ?? say["assertions in memory"]);

    public string Lede()
    {
        var corpus = result.Evidence.Corpus;
        var counts = say.Say(
            "{0} on {1} by {2}, from {3}.", say.Counted(result.Claims.Count, "claim"), say.Counted(corpus.ItemCount, "item"),
            say.Counted(result.Sources.Count, "source"), say.Counted(corpus.AssertionCount, "assertion"));
        return $"{counts} {ReportBasis.Of(result.Run, say).Sentence}";
    }

    public List<ReportFact> Facts()
    {
        var run = result.Run;
        var facts = run.Inputs.Select(input => new ReportFact(
            say[input.Role], say.Say("{0} ({1} bytes, SHA-256 {2}…)", DisplayText.Visible(input.Path), say.Number(input.Bytes), input.Sha256[..12]))).ToList();
        facts.Add(new(say["assertions"], say.Say("{0}, {1} counted once", say.Counted(run.Rows, "row"), say.Counted(run.DuplicateRows, "exact duplicate"))));
        facts.Add(new(say["rules"], say.Say("{0}, version {1}", DisplayText.Visible(run.RulesName), DisplayText.Visible(run.RulesVersion))));
        facts.Add(new(say["model"], say.Say(
            run.Converged ? "{0} ({1}), engine {2}, settled after {3}" : "{0} ({1}), engine {2}, not settled after {3}",
            run.Model, say.Sentence(run.ModelChoice), run.Version, say.Counted(run.Iterations, "pass", "passes"))));
        if (run.KnownItems > 0)
        {
            facts.Add(new(say["known answers"], say.Counted(run.KnownItems, "item")));
        }

        if (run.Calibration is { } calibration)
        {
            facts.Add(new(say["calibration"], DisplayText.Visible(calibration.Summary)));
        }

        if (run.RememberedSources > 0)
        {
            facts.Add(new(say["memory"], say.Say(
                "{0} known from {1}", say.Counted(run.RememberedSources, "source"), say.Counted(run.RememberedCorpora, "earlier corpus", "earlier corpora"))));
        }

        if (run.AsOf is { } asOf)
        {
            var moment = asOf.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
            facts.Add(new(say["as of"], run.LaterRows == 0 ? moment : say.Say("{0}; {1} left out as later", moment, say.Counted(run.LaterRows, "row"))));
        }

        return facts;
    }

    public List<string> Headlines()
    {
        int Count(FindingKind kind) => result.FirstFindings.CountOf(kind);
        (FindingKind Kind, string Text, string Noun)[] lines =
        [
            (FindingKind.Contradiction, "On {0} origins contradict each other.", "item"),
            (FindingKind.CircularReporting, "{0} of sources cite one another, so that nobody is the origin.", "circle"),
            (FindingKind.SelfContradiction, "{0} a source contradicts itself.", "time"),
            (FindingKind.DisputedQuote, "{0} relays have one origin say two things.", "time"),
            (FindingKind.AtOddsWithOrigin, "{0} relayed otherwise than the origin says it.", "claim"),
            (FindingKind.Copying, "{0} of sources share more errors than chance explains: they count as less than two voices.", "pair"),
            (FindingKind.SharedOrigin, "{0} several reports of a claim go back to one origin: they count as one voice.", "time"),
            (FindingKind.Withdrawn, "{0} had assertions taken back or replaced.", "claim"),
        ];
        var texts = lines.Where(line => Count(line.Kind) > 0).Select(line => say.Say(line.Text, say.Counted(Count(line.Kind), line.Noun))).ToList();
        if (Count(FindingKind.LoneSource) is var lone and > 0)
        {
            texts.Add(say.Say(
                digest.Confirmed == 1 ? "{0} on one origin alone; {1} of {2} is confirmed (Admiralty number 1)." : "{0} on one origin alone; {1} of {2} are confirmed (Admiralty number 1).", say.Counted(lone, "claim rests", "claims rest"), say.Number(digest.Confirmed), say.Number(result.Claims.Count)));
        }

        return texts;
    }

    public List<string> Warnings() =>
        [.. result.Run.Warnings.Select(say.Sentence).Concat(result.Run.SkippedRows.Select(row => say.Say("skipped {0}", row))).Take(MostWarnings).Select(DisplayText.Visible)];

    public string WarningsLeftOut() => ReportModelBuilder.LeftOut(result.Run.Warnings.Count + result.Run.SkippedRows.Count, MostWarnings, "warning", say);
}
