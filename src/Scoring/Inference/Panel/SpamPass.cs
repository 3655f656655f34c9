using MathNet.Numerics;
using Scoring.Kernels;

namespace Scoring.Inference.Panel;

/// <summary>One run of <see cref="Mace"/> from one start.</summary>
/// <remarks>A pass is O(votes): every label that nobody named for an item has the same probability.</remarks>
internal sealed class SpamPass
{
    private const int Passes = 50;
    private const double Competence = 0.5;
    private const double Strategy = 10;
    private const double Noise = 0.5;

    private readonly Votes votes;
    private readonly LabelCells cells;
    private readonly double[] logSpam;
    private readonly double[] logGain;
    private readonly double[] knows;
    private readonly double[] knowing;

    /// <param name="votes">Votes on shared labels.</param>
    /// <param name="cells">Their cells.</param>
    public SpamPass(Votes votes, LabelCells cells)
    {
        (this.votes, this.cells) = (votes, cells);
        (logSpam, logGain, knows, knowing) = (new double[cells.Count], new double[cells.Count], new double[cells.Count], new double[cells.Count]);
        (Credibility, Unnamed) = (new double[votes.ClaimCount], new double[votes.ItemCount]);
        Given = new int[cells.Count];
        foreach (var cell in cells.OfVote)
        {
            Given[cell]++;
        }
    }

    /// <summary>Probability of each claim.</summary>
    public double[] Credibility { get; }

    /// <summary>Probability of each item that no named label is true.</summary>
    public double[] Unnamed { get; }

    /// <summary>Number of votes of each cell.</summary>
    private int[] Given { get; }

    /// <summary>Fifty passes from a random start.</summary>
    /// <returns>The log-likelihood after the last.</returns>
    public double Run(Random random, CancellationToken cancellation)
    {
        Draw(random);
        var likelihood = Infer();
        for (var pass = 0; pass < Passes; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            Learn();
            likelihood = Infer();
        }

        return likelihood;
    }

    /// <summary>Starts near even: competence and strategies in proportion to draws from 1 to 1.5.</summary>
    private void Draw(Random random)
    {
        var strategy = new double[votes.LabelCount];
        for (var source = 0; source < votes.SourceCount; source++)
        {
            var (know, spam) = (1 + (Noise * random.NextDouble()), 1 + (Noise * random.NextDouble()));
            for (var label = 0; label < strategy.Length; label++)
            {
                strategy[label] = 1 + (Noise * random.NextDouble());
            }

            var all = strategy.Sum() * (know + spam);
            for (var cell = cells.First[source]; cell < cells.First[source + 1]; cell++)
            {
                Set(cell, know / (know + spam), spam * strategy[cells.Label[cell]] / all);
            }
        }
    }

    /// <param name="cell">Source and label.</param>
    /// <param name="know">Weight of knowing.</param>
    /// <param name="spam">Weight of spamming and naming the label.</param>
    private void Set(int cell, double know, double spam) =>
        (logSpam[cell], logGain[cell], knows[cell]) = (Math.Log(spam), Math.Log(1 + (know / spam)), know / (know + spam));

    private double Infer()
    {
        Array.Clear(knowing);
        double likelihood = 0;
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (first, last) = (votes.FirstClaim[item], votes.FirstClaim[item + 1]);
            var weight = Credibility.AsSpan(first, last - first);
            double largest = 0;
            for (var claim = first; claim < last; claim++)
            {
                double gain = 0;
                for (var vote = votes.FirstVote[claim]; vote < votes.FirstVote[claim + 1]; vote++)
                {
                    likelihood += logSpam[cells.OfVote[vote]];
                    gain += logGain[cells.OfVote[vote]];
                }

                weight[claim - first] = gain;
                largest = Math.Max(largest, gain);
            }

            Unnamed[item] = OneCoinPass.Softmax(weight, Math.Log(ValueCounts.Unnamed(votes, item)));

            // The most probable named label has weight `largest`: the sum of all follows from its probability.
            likelihood += largest - Math.Log(Largest(weight) * votes.LabelCount);
            Count(first, last);
        }

        return likelihood;
    }

    private static double Largest(ReadOnlySpan<double> numbers)
    {
        double largest = 0;
        foreach (var number in numbers)
        {
            largest = Math.Max(largest, number);
        }

        return largest;
    }

    private void Count(int first, int last)
    {
        for (var claim = first; claim < last; claim++)
        {
            for (var vote = votes.FirstVote[claim]; vote < votes.FirstVote[claim + 1]; vote++)
            {
                knowing[cells.OfVote[vote]] += Credibility[claim] * knows[cells.OfVote[vote]];
            }
        }
    }

    private void Learn()
    {
        for (var source = 0; source < votes.SourceCount; source++)
        {
            var (first, last) = (cells.First[source], cells.First[source + 1]);
            var (known, all) = (0.0, 0);
            for (var cell = first; cell < last; cell++)
            {
                known += knowing[cell];
                all += Given[cell];
            }

            var know = SpecialFunctions.DiGamma(known + Competence) - SpecialFunctions.DiGamma(all + (2 * Competence));
            var spam = SpecialFunctions.DiGamma(all - known + Competence) - SpecialFunctions.DiGamma(all + (2 * Competence))
                - SpecialFunctions.DiGamma(all - known + (Strategy * votes.LabelCount));
            for (var cell = first; cell < last; cell++)
            {
                Set(cell, Math.Exp(know), Math.Exp(spam + SpecialFunctions.DiGamma(Given[cell] - knowing[cell] + Strategy)));
            }
        }
    }
}
