using Scoring.Storage;

namespace Scoring.Inference.Panel;

/// <summary>
/// Probability that one of two sources copies the other: sharing values that are probably false gives it away
/// (Dong, Berti-Équille and Srivastava 2009, sections 3 and 4, doi:10.14778/1687627.1687690).
/// </summary>
/// <param name="votes">Who supports what.</param>
/// <param name="pairs">The pairs to look at.</param>
internal sealed class CopyDetection(Votes votes, SourcePairs pairs)
{
    /// <summary>Prior probability that two sources depend on each other.</summary>
    public const double Prior = 0.2;

    /// <summary>Share of its values that a copier copies.</summary>
    public const double CopyRate = 0.8;

    private readonly int[] markOfClaim = new int[votes.ClaimCount];
    private readonly int[] markOfItem = new int[votes.ItemCount];

    /// <summary>Probability of copying of each pair, in either direction.</summary>
    public double[] Probability { get; } = new double[pairs.Partner.Length];

    /// <summary>Estimates the probabilities anew.</summary>
    /// <param name="credibility">Probability of each claim; a shared value counts as true to this degree.</param>
    /// <param name="accuracy">Accuracy of each source, in (0, 1).</param>
    /// <param name="falseValues">Number of false values of an item.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <remarks>O(votes of the smaller source) a pair. A vote of the smaller source on an item of the larger one is shared or different.</remarks>
    public void Detect(Column<double> credibility, double[] accuracy, int falseValues, CancellationToken cancellation)
    {
        Array.Fill(markOfClaim, -1);
        Array.Fill(markOfItem, -1);
        for (var source = 0; source < votes.SourceCount; source++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (pairs.First[source] == pairs.First[source + 1])
            {
                continue;
            }

            foreach (var claim in votes.ClaimsOf(source))
            {
                markOfClaim[claim] = markOfItem[votes.ItemOfClaim[claim]] = source;
            }

            for (var pair = pairs.First[source]; pair < pairs.First[source + 1]; pair++)
            {
                double sharedTrue = 0, shared = 0, different = 0;
                foreach (var claim in votes.ClaimsOf(pairs.Partner[pair]))
                {
                    if (markOfClaim[claim] == source)
                    {
                        sharedTrue += credibility[claim];
                        shared++;
                    }
                    else if (markOfItem[votes.ItemOfClaim[claim]] == source)
                    {
                        different++;
                    }
                }

                Probability[pair] = Dependence(
                    sharedTrue, shared - sharedTrue, different, accuracy[source], accuracy[pairs.Partner[pair]], falseValues);
            }
        }
    }

    /// <summary>Probability that two sources depend on each other, from what they share.</summary>
    /// <param name="sharedTrue">Number of values they share that are true.</param>
    /// <param name="sharedFalse">Number of values they share that are false.</param>
    /// <param name="different">Number of items on which they differ.</param>
    /// <param name="a">Accuracy of one source, in (0, 1).</param>
    /// <param name="b">Accuracy of the other, in (0, 1).</param>
    /// <param name="falseValues">Number of false values of an item.</param>
    public static double Dependence(double sharedTrue, double sharedFalse, double different, double a, double b, int falseValues)
    {
        var (bothTrue, bothFalse) = (a * b, (1 - a) * (1 - b) / falseValues);
        var differ = 1 - bothTrue - bothFalse;
        var independent = Math.Log(1 - Prior) + Likelihood(bothTrue, bothFalse, differ);
        var first = Math.Log(Prior / 2) + Copied(b);
        var second = Math.Log(Prior / 2) + Copied(a);
        return (1 / (1 + Math.Exp(independent - first) + Math.Exp(second - first)))
            + (1 / (1 + Math.Exp(independent - second) + Math.Exp(first - second)));

        double Copied(double original) => Likelihood(
            (CopyRate * original) + ((1 - CopyRate) * bothTrue),
            (CopyRate * (1 - original)) + ((1 - CopyRate) * bothFalse),
            (1 - CopyRate) * differ);

        double Likelihood(double isTrue, double isFalse, double differs) =>
            (sharedTrue * Math.Log(isTrue)) + (sharedFalse * Math.Log(isFalse)) + (different * Math.Log(differs));
    }
}
