using Scoring.Kernels;

namespace Scoring.Inference;

/// <summary>How far models of one corpus agree: one that has gone astray, by taking how often a label is right for a habit of the sources or the reverse, stands alone.</summary>
/// <remarks>
/// Agreement beyond chance is Gwet's AC1 (2008, doi:10.1348/000711006X126600). Cohen's κ is next to 0 where nearly all items have one
/// label, however right the models are.
/// </remarks>
internal static class FamilyAgreement
{
    /// <summary>No model is left out altogether.</summary>
    private const double Least = 0.01;

    /// <summary>Mean agreement of each model with the others.</summary>
    /// <param name="answers">By model, the label of each item, −1 where it has no votes; at least two models.</param>
    /// <param name="labels">Number of labels, at least 2.</param>
    public static double[] WithOthers(sbyte[][] answers, int labels) =>
    [
        .. answers.Select((own, model) => answers.Where((_, other) => other != model).Average(other => Math.Max(Least, Ac1(own, other, labels)))),
    ];

    /// <summary>AC1 between two models over the items that both answer; 0 if there are none.</summary>
    /// <param name="one">Label of each item; −1 where it has no votes.</param>
    /// <param name="other">The same of the other.</param>
    /// <param name="labels">Number of labels, at least 2.</param>
    /// <returns>At most 1.</returns>
    public static double Ac1(sbyte[] one, sbyte[] other, int labels)
    {
        var (named, agree, items) = (new double[labels], 0.0, 0);
        for (var item = 0; item < one.Length; item++)
        {
            if (one[item] >= 0 && other[item] >= 0)
            {
                items++;
                named[one[item]]++;
                named[other[item]]++;
                agree += one[item] == other[item] ? 1 : 0;
            }
        }

        var byChance = named.Sum(number => number / (2 * items) * (1 - (number / (2 * items)))) / (labels - 1);
        return items == 0 ? 0 : ((agree / items) - byChance) / (1 - byChance);
    }

    /// <summary>The most probable label of each item under a model.</summary>
    /// <param name="family">The model.</param>
    /// <param name="columns">The votes it was learnt from.</param>
    /// <returns>Label by item; −1 where it has no votes.</returns>
    public static sbyte[] Answers(LabelFamily family, LabelColumns columns)
    {
        var (answers, state) = (new sbyte[columns.ItemCount], new double[family.States]);
        for (var item = 0; item < answers.Length; item++)
        {
            answers[item] = -1;
            if (columns.FirstVote[item] < columns.FirstVote[item + 1])
            {
                family.LogWeights(columns, item, state);
                LabelPass.Softmax(state);
                answers[item] = (sbyte)MostProbable(state, family.Subtypes);
            }
        }

        return answers;
    }

    private static int MostProbable(ReadOnlySpan<double> state, int subtypes)
    {
        var (best, most) = (0, -1.0);
        for (var label = 0; label * subtypes < state.Length; label++)
        {
            double probability = 0;
            foreach (var part in state.Slice(label * subtypes, subtypes))
            {
                probability += part;
            }

            (best, most) = probability > most ? (label, probability) : (best, most);
        }

        return best;
    }
}
