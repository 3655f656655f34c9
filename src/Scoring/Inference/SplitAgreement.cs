using Scoring.Kernels;

namespace Scoring.Inference;

/// <summary>
/// How far two random halves of the sources, each on its own, come to the same answers under a model: a sign of how far the
/// model can be trusted on a corpus that needs no known answers.
/// </summary>
/// <remarks>Cohen's κ (Cohen 1960, doi:10.1177/001316446002000104), so that agreement by a prevalent label counts for nothing.</remarks>
internal static class SplitAgreement
{
    /// <summary>Splits the sources in two, at random from a seed.</summary>
    public static (bool[] One, bool[] Other) Halves(int sources, int seed)
    {
        var order = Enumerable.Range(0, sources).ToArray();
        new Random(seed).Shuffle(order);
        var one = new bool[sources];
        foreach (var source in order.AsSpan(0, sources / 2))
        {
            one[source] = true;
        }

        return (one, Array.ConvertAll(one, isIn => !isIn));
    }

    /// <summary>Cohen's κ between the answers of two halves over the items on which both have votes.</summary>
    /// <param name="one">Most probable label of each item by one half; −1 where it has no votes.</param>
    /// <param name="other">The same by the other half.</param>
    /// <param name="labels">Number of labels.</param>
    /// <returns>κ, at most 1, and the number of items compared.</returns>
    public static (double Kappa, int Items) Kappa(int[] one, int[] other, int labels)
    {
        var (ofOne, ofOther, agree, items) = (new double[labels], new double[labels], 0, 0);
        for (var item = 0; item < one.Length; item++)
        {
            if (one[item] >= 0 && other[item] >= 0)
            {
                items++;
                ofOne[one[item]]++;
                ofOther[other[item]]++;
                agree += one[item] == other[item] ? 1 : 0;
            }
        }

        if (items == 0)
        {
            return (0, 0);
        }

        double byChance = 0;
        for (var label = 0; label < labels; label++)
        {
            byChance += ofOne[label] / items * (ofOther[label] / items);
        }

        return (byChance >= 1 ? 0 : (((double)agree / items) - byChance) / (1 - byChance), items);
    }

    /// <summary>The most probable label of each item under a model.</summary>
    /// <param name="family">The model.</param>
    /// <param name="columns">The votes it was learnt from.</param>
    /// <returns>Label by item; −1 where it has no votes.</returns>
    public static int[] Answers(LabelFamily family, LabelColumns columns)
    {
        var (answers, state) = (new int[columns.ItemCount], new double[family.States]);
        for (var item = 0; item < answers.Length; item++)
        {
            answers[item] = -1;
            if (columns.FirstVote[item] < columns.FirstVote[item + 1])
            {
                family.LogWeights(columns, item, state);
                LabelPass.Softmax(state);
                answers[item] = MostProbable(state, family.Subtypes);
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
