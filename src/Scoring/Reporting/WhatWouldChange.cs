using System.Globalization;
using Scoring.Explaining;

namespace Scoring.Reporting;

/// <summary>What would change the score of a claim, in sentences: the strongest source removed, and new sources against it.</summary>
internal sealed class WhatWouldChange(ScoringResult result, Phrasing say)
{
    private const double Even = 1e-9;

    public string InWords(ClaimScore claim)
    {
        var isRelated = result.Posterior.RelationsOfItem[result.Evidence.Corpus.ItemOfClaim[claim.Index]].Any();
        if (result.WhatWouldChange(claim) is not { } pivot)
        {
            return say[
                result.IsKnown(claim.Index) ? "The answer is known, whoever speaks on the item."
                : isRelated ? "Nobody speaks on the item: it rests on related claims."
                : "Nobody speaks on the item."];
        }

        var verdict = pivot.Flips ? say["The verdict would flip."]
            : Math.Abs(pivot.CredibilityWithout - 0.5) < Even ? say["Nothing would be left to decide it."]
            : Math.Abs(claim.Credibility - 0.5) < Even ? say["That would decide it."]
            : say["The verdict would stay."];
        verdict += isRelated ? " " + say["What related claims tell it is taken to stay as it is."] : "";
        var depends = say.Say(
            pivot.CredibilityWithout > claim.Credibility ? "What {0} says counts most against it: without that the credibility would be {1} instead of {2}."
                : "Most depends on {0}: without it the credibility would be {1} instead of {2}.", DisplayText.Visible(pivot.Source), say.Credibility(pivot.CredibilityWithout),
            say.Credibility(claim.Credibility));
        return result.ToFlip(claim) is { } flip ? $"{depends} {verdict} {Flip(flip)}" : $"{depends} {verdict}";
    }

    private string Flip(ContrarySources flip)
    {
        if (flip.Count > ContrarySources.Most)
        {
            return say.Say("Not even {0} new independent sources would flip it.", ContrarySources.Most);
        }

        var sources = say.Counted(flip.Count, "new independent source");
        var what = flip.IsFor ? say["for it"] : flip.Value.Length > 0 ? say.Say("for “{0}”", DisplayText.Visible(flip.Value)) : say["for another value"];
        return say.Say(
            flip.Count == 1 ? "{0} {1}, right {2} % of the time, would flip it, reliabilities staying as they are." : "{0} {1}, each right {2} % of the time, would flip it, reliabilities staying as they are.", sources, what,
            (100 * flip.Reliability).ToString("0", CultureInfo.InvariantCulture));
    }
}
