using Scoring.Scales;

namespace Scoring.Reporting;

/// <summary>The figures of a claim as people read them. A claim that cannot be judged has none: its even odds are want of evidence, not a verdict.</summary>
internal static class ClaimText
{
    private const string None = "–";

    public static string Credibility(ClaimScore claim, Phrasing say) => claim.IsJudged ? say.Credibility(claim.Credibility) : None;

    public static string Interval(ClaimScore claim, Phrasing say) => claim.IsJudged ? say.Interval(claim.Low, claim.High, Credibility(claim, say)) : None;

    public static string WeightDb(ClaimScore claim, Phrasing say) => claim.IsJudged ? say.Db(claim.WeightDb) : None;

    /// <summary>The score in a sentence.</summary>
    public static string Score(ClaimScore claim, Phrasing say)
    {
        var code = say[Admiralty.Describe(claim.CredibilityCode)];
        return claim.IsJudged
            ? say.Say("{0} (90 % interval {1}), {2} dB: {3}. Admiralty number {4}, {5}.", Credibility(claim, say), Interval(claim, say), WeightDb(claim, say), say.Likelihood(claim), (int)claim.CredibilityCode, code)
            : say.Say("No credibility. Admiralty number {0}, {1}.", (int)claim.CredibilityCode, code);
    }

    /// <summary>What the score rests on, in a sentence.</summary>
    public static string Foundation(ClaimScore claim, Phrasing say)
    {
        var confidence = say.Words(claim.Confidence);
        var against = say.Counted(claim.ContradictingOrigins, "origin");
        if (claim.Origins == 0)
        {
            return say.Say(claim.ContradictingOrigins > 0 ? "Confidence: {0}. Nobody speaks for it; {1} against." : "Confidence: {0}. Nobody speaks for it.", confidence, against);
        }

        var (reports, voices) = (say.Counted(claim.Supports, "supporting report"), say.Amount(claim.Voices, "full voice"));
        return claim.IndependentOrigins == claim.Origins
            ? say.Say("Confidence: {0}. {1} behind {2}, worth {3}; {4} against.", confidence, say.Counted(claim.Origins, "independent origin"), reports, voices, against)
            : say.Say(
                "Confidence: {0}. {1} behind {2}, worth {3}, of which affiliation, copying or unknown lineage leave {5} independent; {4} against.", confidence,
                say.Counted(claim.Origins, "origin"), reports, voices, against, claim.IndependentOrigins);
    }
}
