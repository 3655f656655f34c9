using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>How much an item teaches about the reliability of those who speak on it.</summary>
internal static class Teaching
{
    private const double OfTwoVoices = 0.1;

    /// <summary>
    /// 1 where the truth is known or three independent voices can be compared. Where two disagree nothing tells who is right,
    /// and two that agree confirm what was believed anyway: such an item counts for a tenth. A lone voice teaches nothing.
    /// </summary>
    public static double Weight(Evidence evidence, KnownTruths known, int item) => known.Contains(item) ? 1 : evidence.IndependentVoices[item] switch
    {
        >= 3 => 1,
        2 => OfTwoVoices,
        _ => 0,
    };
}
