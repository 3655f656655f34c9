namespace Scoring.Kernels;

/// <summary>Room for a block of items in a pass of the one-coin model; one a thread.</summary>
internal sealed class OneCoinRoom
{
    /// <summary>Units of a nat in <see cref="Sums"/>.</summary>
    public const double UnitsPerNat = 1 << 28;

    private double[] logAlternatives = [];
    private double[] logUnnamed = [];
    private double[] teaching = [];
    private double[] hypotheses = [];
    private double[] probabilities = [];
    private double[] hits = [];
    private double[] weights = [];
    private double[] rows = [];
    private double[] teachingOfRows = [];
    private double[] states = [];
    private long[] sums = [];

    /// <summary>One entry an item, as the next two.</summary>
    public Span<double> LogAlternatives => logAlternatives;

    public Span<double> LogUnnamed => logUnnamed;

    public Span<double> Teaching => teaching;

    /// <summary>Log-weight of each claim; like the next two with as much room behind as <see cref="Kernels.Hypotheses.Lanes"/> need.</summary>
    public Span<double> Hypotheses => hypotheses;

    /// <summary>Probability of each claim.</summary>
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
        Fit(ref hypotheses, claims + Kernels.Hypotheses.Lanes);
        Fit(ref probabilities, claims + Kernels.Hypotheses.Lanes);
        Fit(ref hits, claims + Kernels.Hypotheses.Lanes);
        Fit(ref weights, assertions);
        Fit(ref rows, assertions + OneCoinBlock.SpreadAtOnce);
        Fit(ref sums, assertions + 1);
    }

    /// <summary>The same for what denials need besides.</summary>
    public void FitDenials(int assertions) => Fit(ref teachingOfRows, assertions);

    /// <summary>One entry a state of an item with shared labels.</summary>
    public Span<double> States(int count)
    {
        Fit(ref states, count);
        return states.AsSpan(0, count);
    }

    private static void Fit<T>(ref T[] numbers, int count)
    {
        if (numbers.Length < count)
        {
            numbers = new T[Math.Max(count, 2 * numbers.Length)];
        }
    }
}
