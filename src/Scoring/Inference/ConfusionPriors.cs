using MathNet.Numerics;
using Scoring.Kernels;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>Dirichlet priors of confusion rows: one matrix for each source type, re-estimated from the sources of the type.</summary>
/// <remarks>
/// Row c says how a source of the type answers items in state c. Starts at the odds of the type's expected reliability (4 to 1
/// for 0.7) and is moved by the fixed point of Minka (2000), the start counting as a number of sources.
/// </remarks>
internal sealed class ConfusionPriors
{
    private const double Inertia = 30;
    private const int FixedPointSteps = 10;
    private const double Least = 1e-3;
    private const double DiagonalAtEvenOdds = 4 / (0.7 / 0.3);

    private readonly SourceTypes types;
    private readonly int labels;
    private readonly double[][] start;

    public ConfusionPriors(SourceTypes types, int labels, int subtypes)
    {
        (this.types, this.labels, States) = (types, labels, labels * subtypes);
        start = [.. types.Rules.Select(type =>
        {
            var rows = new double[States * labels];
            Array.Fill(rows, 1);
            for (var state = 0; state < States; state++)
            {
                rows[(state * labels) + (state / subtypes)] = DiagonalAtEvenOdds * type.Reliability / (1 - type.Reliability);
            }

            return rows;
        })];
        Rows = [.. start.Select(rows => (double[])rows.Clone())];
        Total = [.. start.Select(TotalOf)];
    }

    public int States { get; }

    /// <summary>Prior counts by type; states × labels.</summary>
    public double[][] Rows { get; }

    /// <summary>Sum of each row, by type.</summary>
    public double[][] Total { get; }

    /// <summary>Re-estimates the matrices of all types from the sources that speak.</summary>
    /// <param name="columns">The votes.</param>
    /// <param name="count">Weight of the votes of each cell by state.</param>
    /// <param name="sourceCount">The same of each source.</param>
    public void Learn(LabelColumns columns, ReadOnlySpan<double> count, ReadOnlySpan<double> sourceCount)
    {
        var (sums, sources, named) = (new double[types.Names.Length][], new int[types.Names.Length], new int[types.Names.Length][]);
        for (var source = 0; source < columns.SourceCount; source++)
        {
            if (columns.SourceWeight[source] <= 0)
            {
                continue;
            }

            var type = types.OfSource[source];
            sums[type] ??= new double[States * labels];
            named[type] ??= new int[labels];
            sources[type]++;
            for (var s = 0; s < States; s++)
            {
                var ofRow = Polygamma.Digamma(Total[type][s] + sourceCount[(source * States) + s]);
                for (var label = 0; label < labels; label++)
                {
                    sums[type][(s * labels) + label] -= ofRow;
                }
            }
        }

        for (var cell = 0; cell < columns.CellCount; cell++)
        {
            var (source, label) = (columns.SourceOfCell[cell], columns.LabelOfCell[cell]);
            if (columns.SourceWeight[source] <= 0)
            {
                continue;
            }

            var type = types.OfSource[source];
            named[type][label]++;
            for (var s = 0; s < States; s++)
            {
                sums[type][(s * labels) + label] += Polygamma.Digamma(Rows[type][(s * labels) + label] + count[(cell * States) + s]);
            }
        }

        for (var type = 0; type < sums.Length; type++)
        {
            for (var entry = 0; sums[type] is not null && entry < sums[type].Length; entry++)
            {
                // Sources that never name a label have no cell for it.
                sums[type][entry] += (sources[type] - named[type][entry % labels]) * Polygamma.Digamma(Rows[type][entry]);
            }

            if (sums[type] is not null)
            {
                Update(type, sums[type], sources[type]);
            }
        }
    }

    /// <summary>Moves a type's matrix to the one whose expected logarithms are the given ones.</summary>
    /// <param name="type">Type index.</param>
    /// <param name="sumOfLogs">Expected log-probabilities summed over the sources of the type; states × labels.</param>
    /// <param name="sources">Number of those sources.</param>
    private void Update(int type, ReadOnlySpan<double> sumOfLogs, int sources)
    {
        var (rows, from, mean) = (Rows[type], start[type], new double[labels]);
        for (var state = 0; state < States; state++)
        {
            var row = rows.AsSpan(state * labels, labels);
            var first = from.AsSpan(state * labels, labels);
            var ofFirst = Polygamma.Digamma(Sum(first));
            for (var label = 0; label < labels; label++)
            {
                mean[label] = (sumOfLogs[(state * labels) + label] + (Inertia * (Polygamma.Digamma(first[label]) - ofFirst))) / (sources + Inertia);
            }

            for (var step = 0; step < FixedPointSteps; step++)
            {
                var total = Polygamma.Digamma(Sum(row));
                for (var label = 0; label < labels; label++)
                {
                    row[label] = Math.Max(Least, Polygamma.InverseDigamma(mean[label] + total));
                }
            }

            Total[type][state] = Sum(row);
        }
    }

    /// <summary>Log-density of all matrices under the sources that the start counts as, up to a constant.</summary>
    public double LogDensity()
    {
        double density = 0;
        for (var type = 0; type < Rows.Length; type++)
        {
            for (var state = 0; state < States; state++)
            {
                var first = start[type].AsSpan(state * labels, labels);
                var ofFirst = Polygamma.Digamma(Sum(first));
                density += SpecialFunctions.GammaLn(Total[type][state]);
                for (var label = 0; label < labels; label++)
                {
                    var row = Rows[type][(state * labels) + label];
                    density += ((row - 1) * (Polygamma.Digamma(first[label]) - ofFirst)) - SpecialFunctions.GammaLn(row);
                }
            }
        }

        return Inertia * density;
    }

    private double[] TotalOf(double[] rows)
    {
        var total = new double[States];
        for (var state = 0; state < States; state++)
        {
            total[state] = Sum(rows.AsSpan(state * labels, labels));
        }

        return total;
    }

    private static double Sum(ReadOnlySpan<double> numbers)
    {
        double sum = 0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }
}
