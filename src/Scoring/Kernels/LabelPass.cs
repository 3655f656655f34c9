using System.Numerics;

namespace Scoring.Kernels;

/// <summary>The steps of a pass over one item of a model of shared labels.</summary>
internal static class LabelPass
{
    /// <summary>Adds a row of log-likelihoods, times a weight, to the log-weights of an item's states.</summary>
    /// <param name="row">Log-likelihood by state.</param>
    /// <param name="weight">Weight of the vote in full voices.</param>
    /// <param name="state">Receives the sums; as long as <paramref name="row"/>.</param>
    public static void Add(ReadOnlySpan<double> row, double weight, Span<double> state)
    {
        var s = 0;
        var weights = new Vector<double>(weight);
        for (; s <= state.Length - Vector<double>.Count; s += Vector<double>.Count)
        {
            var sum = new Vector<double>(state[s..]) + (weights * new Vector<double>(row[s..]));
            sum.CopyTo(state[s..]);
        }

        for (; s < state.Length; s++)
        {
            state[s] += weight * row[s];
        }
    }

    /// <summary>Turns log-weights into probabilities.</summary>
    /// <param name="state">Log-weights, not all −∞; receives probabilities that sum to 1.</param>
    /// <returns>The logarithm of the summed weights, and the entropy of the probabilities in nats.</returns>
    public static (double LogSum, double Entropy) Softmax(Span<double> state)
    {
        var (largest, sum, energy) = (double.NegativeInfinity, 0.0, 0.0);
        foreach (var weight in state)
        {
            largest = Math.Max(largest, weight);
        }

        for (var s = 0; s < state.Length; s++)
        {
            var log = state[s] - largest;
            state[s] = Math.Exp(log);
            sum += state[s];
            energy += state[s] > 0 ? state[s] * log : 0;
        }

        for (var s = 0; s < state.Length; s++)
        {
            state[s] /= sum;
        }

        return (largest + Math.Log(sum), Math.Log(sum) - (energy / sum));
    }

    /// <summary>The logarithm of a sum of exponentials; −∞ of none.</summary>
    public static double LogSum(ReadOnlySpan<double> logs)
    {
        var largest = double.NegativeInfinity;
        foreach (var log in logs)
        {
            largest = Math.Max(largest, log);
        }

        double sum = 0;
        foreach (var log in logs)
        {
            sum += Math.Exp(log - largest);
        }

        return double.IsNegativeInfinity(largest) ? largest : largest + Math.Log(sum);
    }
}
