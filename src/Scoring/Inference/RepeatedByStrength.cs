namespace Scoring.Inference;

/// <summary>What a voice repeats of others; weaker ones share only as much of it as they are strong, lest who adds little takes more away.</summary>
/// <param name="strength">That of the voice, above 0.</param>
/// <remarks>As by the rules the voice is cut into layers of strength: where the others that reach a layer come to r, 1 / (1 + r) of it is left.</remarks>
internal sealed class RepeatedByStrength(double strength)
{
    private readonly List<(double Strength, double Likely)> weaker = [];
    private double sum;

    /// <summary>Adds another voice.</summary>
    /// <param name="other">Its strength.</param>
    /// <param name="likely">How likely one of the two repeats the other.</param>
    public void Add(double other, double likely)
    {
        if (other < strength && likely > 0)
        {
            weaker.Add((other, likely));
            return;
        }

        sum += likely;
    }

    /// <summary>The sum of voices as strong as this one that would take as much of it; makes room for the next.</summary>
    public double Take()
    {
        weaker.Sort((x, y) => (-x.Strength, x.Likely).CompareTo((-y.Strength, y.Likely)));
        var (left, above) = (0.0, strength);
        foreach (var (own, likely) in weaker)
        {
            left += (above - own) / (1 + sum);
            (above, sum) = (own, sum + likely);
        }

        var repeated = weaker.Count == 0 ? sum : (strength / (left + (above / (1 + sum)))) - 1;
        weaker.Clear();
        sum = 0;
        return repeated;
    }
}
