using System.Globalization;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>How much an item teaches about the reliability of those who speak on it.</summary>
/// <param name="evidence">The evidence.</param>
/// <param name="known">Settled items.</param>
internal sealed class Teaching(Evidence evidence, KnownTruths known)
{
    private const double OfTwoVoices = 0.1;

    /// <summary>Where fewer yes/no answers are the rarer one, agreement shows less of who is reliable: they may speak up only to say the other.</summary>
    private const double LeastRarer = 0.05;

    private readonly double ofAnswers = ShareOf(evidence);

    /// <summary>
    /// 1 where the truth is known or three independent voices can be compared. Where two disagree nothing tells who is right,
    /// and two that agree confirm what was believed anyway: such an item counts for a tenth. A lone voice teaches nothing.
    /// Yes/no questions count less where one of the answers is hardly ever given, and next to nothing in a large corpus where it never is.
    /// </summary>
    public double Weight(int item) => known.Contains(item) ? 1 : (ofAnswers < 1 && YesNoBalance.IsQuestion(evidence.Corpus, item) ? ofAnswers : 1) * (evidence.IndependentVoices[item] switch
    {
        >= 3 => 1,
        2 => OfTwoVoices,
        _ => 0,
    });

    /// <summary>To stand behind the choice of a model.</summary>
    public string InWords => ofAnswers == 1 ? "" : string.Create(
        CultureInfo.InvariantCulture, $", where agreement on yes or no teaches {100 * ofAnswers:0} % of what it else would, since nearly all give the same answer");

    /// <summary>Whether yes/no questions are answered so much alike that agreement shows little.</summary>
    public static bool IsOneSided(Evidence evidence) => ShareOf(evidence) < 1;

    /// <summary>What yes/no questions teach, as a share of what others do.</summary>
    private static double ShareOf(Evidence evidence) => Math.Min(1, evidence.Answers.Rarer / LeastRarer);
}
