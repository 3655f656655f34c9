using System.Numerics;

namespace Scoring.Kernels;

/// <summary>Room for a block of items in a pass of the one-coin model; one a thread.</summary>
internal sealed class OneCoinRoom
{
    /// <summary>Units of a nat in <see cref="Sums"/>.</summary>
    public const double UnitsPerNat = 1 << 28;

    private double[] logAlternatives = [];
    private double[] logUnnamed = [];
    private double[] teaching = [];
    private int[] order = [];
    private double[] hypotheses = [];
    private double[] probabilities = [];
    private double[] hits = [];
    private double[] weights = [];
    private double[] rows = [];
    private double[] teachingOfRows = [];
    private long[] sums = [];

    /// <summary>One entry an item, as the next two.</summary>
    public Span<double> LogAlternatives => logAlternatives;

    public Span<double> LogUnnamed => logUnnamed;

    public Span<double> Teaching => teaching;

    /// <summary>The items of the block by their number of claims.</summary>
    public Span<int> Order => order;

    /// <summary>For the hypotheses of items with equally many claims, of the items side by side: those of the first claims, of the second and so on, and last of the unnamed.</summary>
    public Span<double> Hypotheses => hypotheses;

    /// <summary>One entry a claim, as <see cref="Hits"/>.</summary>
    public Span<double> Probabilities => probabilities;

    /// <summary>What a full voice for the claim hits, in units of 1 / <see cref="SourceCell.UnitsPerHit"/>.</summary>
    public Span<double> Hits => hits;

    /// <summary>One entry an assertion, as the next two.</summary>
    public Span<double> Weights => weights;

    /// <summary>What its item or its claim has for each assertion; with as much room behind as <see cref="OneCoinBlock.Spread"/> needs.</summary>
    public Span<double> Rows => rows;

    /// <summary>How much the item of each assertion teaches; where there are denials.</summary>
    public Span<double> TeachingOfRows => teachingOfRows;

    /// <summary>What the assertions before each of the block gave in all, as whole numbers of units: what a claim got is a difference of two.</summary>
    public Span<long> Sums => sums;

    public void Fit(int items, int claims, int assertions)
    {
        Fit(ref logAlternatives, items);
        Fit(ref logUnnamed, items);
        Fit(ref teaching, items);
        Fit(ref order, items);
        Fit(ref hypotheses, claims + items + ((Kernels.Hypotheses.Few + 1) * Vector<double>.Count));
        Fit(ref probabilities, claims);
        Fit(ref hits, claims);
        Fit(ref weights, assertions);
        Fit(ref rows, assertions + OneCoinBlock.SpreadAtOnce);
        Fit(ref sums, assertions + 1);
    }

    /// <summary>The same for what denials need besides.</summary>
    public void FitDenials(int assertions) => Fit(ref teachingOfRows, assertions);

    private static void Fit<T>(ref T[] numbers, int count)
    {
        if (numbers.Length < count)
        {
            numbers = new T[Math.Max(count, 2 * numbers.Length)];
        }
    }
}
