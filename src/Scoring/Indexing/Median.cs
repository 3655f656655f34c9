namespace Scoring.Indexing;

/// <summary>The median.</summary>
internal static class Median
{
    /// <summary>The middle of the numbers, the lower of two; sorts them.</summary>
    /// <param name="numbers">At least one, none NaN.</param>
    public static double Of(double[] numbers)
    {
        Array.Sort(numbers);
        return numbers[(numbers.Length - 1) / 2];
    }
}
