using Scoring.Calibrating;
using Scoring.Evaluating;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring;

/// <summary>Scores a corpus as if its known answers were not, to see what its credibilities are worth.</summary>
/// <param name="corpus">The corpus.</param>
/// <param name="truths">The known answers.</param>
/// <param name="present">The correlation of unrelated voices in force.</param>
/// <param name="map">The map in force, if there is one.</param>
/// <param name="answerAt">Scores blind under a correlation, without a map.</param>
internal sealed class BlindCheck(
    Corpus corpus, IReadOnlyList<KnownTruth> truths, double present, ICredibilityMap? map, Func<double, CancellationToken, Answer> answerAt)
{
    private readonly Lock turn = new();
    private Answer? presentAnswer;
    private Evaluation? evaluation;
    private (CalibrationFit? Fit, bool IsKnown) fitted;

    /// <summary>How the credibilities compare with the known answers when these are not shown.</summary>
    public Evaluation Evaluate(CancellationToken cancellation)
    {
        lock (turn)
        {
            using var stopping = Stopping.By(cancellation);
            return evaluation ??= Evaluator.Evaluate(
                corpus, CalibratedAnswer.Of(corpus, AnswerAt(present, cancellation), KnownTruths.None, map ?? IdentityMap.Instance), truths);
        }
    }

    /// <summary>What the known answers teach; <see langword="null"/> if there are too few.</summary>
    public CalibrationFit? Fit(CancellationToken cancellation)
    {
        lock (turn)
        {
            using var stopping = Stopping.By(cancellation);
            if (!fitted.IsKnown)
            {
                // Each correlation costs a run of the model, but is asked for twice.
                var gold = new Dictionary<double, GoldItem[]>();
                GoldItem[] GoldAt(double correlation) => gold.TryGetValue(correlation, out var known)
                    ? known
                    : gold[correlation] = Evaluator.Gold(corpus, AnswerAt(correlation, cancellation), truths);
                fitted = (CalibrationFit.Of(present, GoldAt), true);
            }

            return fitted.Fit;
        }
    }

    private Answer AnswerAt(double correlation, CancellationToken cancellation) => correlation == present
        ? presentAnswer ??= answerAt(correlation, cancellation)
        : answerAt(correlation, cancellation);
}
