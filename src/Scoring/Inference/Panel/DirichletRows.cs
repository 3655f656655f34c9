using MathNet.Numerics;

namespace Scoring.Inference.Panel;

/// <summary>Variational Bayes for confusion matrices with Dirichlet priors.</summary>
/// <remarks>
/// Priors of Li, Rubinstein and Cohn 2019: 4 on the right label and 1 on each other for every row, 1 on each label, and 0.1
/// shared by the subtypes of a label.
/// </remarks>
internal sealed class DirichletRows
{
    private const int MostPasses = 500;
    private const double Tolerance = 1e-3;
    private const double Right = 4;
    private const double Wrong = 1;
    private const double Label = 1;
    private const double Subtype = 0.1;

    private readonly ConfusionRows rows;
    private readonly int labels;
    private readonly double[] total;
    private readonly ShiftedDigamma ofTotal;
    private readonly ShiftedDigamma ofRight = new(Right);
    private readonly ShiftedDigamma ofWrong = new(Wrong);

    /// <param name="rows">Where the counts and the expected logarithms are.</param>
    public DirichletRows(ConfusionRows rows)
    {
        (this.rows, labels) = (rows, rows.States / rows.Subtypes);
        (total, ofTotal) = (new double[rows.States], new ShiftedDigamma(RowPrior));
    }

    /// <summary>Sum of the prior of a row.</summary>
    private double RowPrior => Right + (Wrong * (labels - 1));

    /// <summary>Alternates between matrices and items until no credibility moves by more than 0.001, at most 500 times.</summary>
    /// <param name="random">Where the subtypes start; <see langword="null"/> for one subtype.</param>
    /// <param name="cancellation">Stops the run.</param>
    public void Run(Random? random, CancellationToken cancellation)
    {
        rows.Start(random);
        for (var (pass, change) = (0, 1.0); pass < MostPasses && change > Tolerance; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            change = Pass();
        }
    }

    /// <summary>Learns the matrices from the counts, then infers the items.</summary>
    /// <returns>The largest change of a credibility.</returns>
    public double Pass()
    {
        UpdatePrior();
        UpdateRows();
        return rows.Infer();
    }

    /// <summary>
    /// The evidence lower bound of the last pass in nats, up to a constant of the votes and the number of subtypes: ln B of
    /// every Dirichlet posterior, and the entropy of the items.
    /// </summary>
    public double Bound()
    {
        var sum = rows.Entropy;
        var ofLabel = new double[labels];
        for (var label = 0; label < labels; label++)
        {
            var subtypes = rows.StateCount.AsSpan(label * rows.Subtypes, rows.Subtypes);
            sum += LogBeta(subtypes, Subtype / rows.Subtypes, out ofLabel[label]);
        }

        sum += LogBeta(ofLabel, Label, out _);
        for (var source = 0; source + 1 < rows.Cells.First.Length; source++)
        {
            Total(source);
            foreach (var count in total)
            {
                sum -= SpecialFunctions.GammaLn(count + RowPrior);
            }
        }

        for (var (cell, row) = (0, 0); cell < rows.Cells.Count; cell++)
        {
            for (var state = 0; state < rows.States; state++, row++)
            {
                var prior = IsRight(cell, state) ? Right : Wrong;
                sum += SpecialFunctions.GammaLn(rows.Count[row] + prior) - SpecialFunctions.GammaLn(prior);
            }
        }

        return sum;
    }

    private static double LogBeta(ReadOnlySpan<double> counts, double prior, out double total)
    {
        double sum = 0;
        total = 0;
        foreach (var count in counts)
        {
            sum += SpecialFunctions.GammaLn(count + prior);
            total += count;
        }

        return sum - SpecialFunctions.GammaLn(total + (prior * counts.Length));
    }

    private void UpdatePrior()
    {
        var all = SpecialFunctions.DiGamma(rows.StateCount.Sum() + (labels * Label));
        for (var label = 0; label < labels; label++)
        {
            var first = label * rows.Subtypes;
            double ofLabel = 0;
            for (var state = first; state < first + rows.Subtypes; state++)
            {
                ofLabel += rows.StateCount[state];
            }

            var prior = SpecialFunctions.DiGamma(ofLabel + Label) - all - SpecialFunctions.DiGamma(ofLabel + Subtype);
            for (var state = first; state < first + rows.Subtypes; state++)
            {
                rows.LogPrior[state] = prior + SpecialFunctions.DiGamma(rows.StateCount[state] + (Subtype / rows.Subtypes));
            }
        }
    }

    private void UpdateRows()
    {
        var row = 0;
        for (var source = 0; source + 1 < rows.Cells.First.Length; source++)
        {
            Total(source);
            for (var state = 0; state < total.Length; state++)
            {
                total[state] = ofTotal.Of(total[state]);
            }

            for (var cell = rows.Cells.First[source]; cell < rows.Cells.First[source + 1]; cell++)
            {
                for (var state = 0; state < total.Length; state++, row++)
                {
                    rows.LogRow[row] = (IsRight(cell, state) ? ofRight : ofWrong).Of(rows.Count[row]) - total[state];
                }
            }
        }
    }

    /// <summary>Adds up the counts of a source's row for every state.</summary>
    private void Total(int source)
    {
        Array.Clear(total);
        for (var cell = rows.Cells.First[source]; cell < rows.Cells.First[source + 1]; cell++)
        {
            for (var state = 0; state < total.Length; state++)
            {
                total[state] += rows.Count[(cell * rows.States) + state];
            }
        }
    }

    private bool IsRight(int cell, int state)
    {
        var first = rows.Cells.Label[cell] * rows.Subtypes;
        return first <= state && state < first + rows.Subtypes;
    }
}
