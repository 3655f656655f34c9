namespace Scoring.Explaining;

/// <summary>An assertion with what it gives a claim.</summary>
/// <param name="Assertion">The assertion.</param>
/// <param name="Claim">The claim it is about.</param>
/// <param name="Nats">What it gives, in nats.</param>
internal readonly record struct Bar(int Assertion, int Claim, double Nats)
{
    public static readonly Comparer<Bar> LongestFirst = Comparer<Bar>.Create((x, y) =>
        (Math.Abs(y.Nats), x.Assertion).CompareTo((Math.Abs(x.Nats), y.Assertion)));

    public static readonly Comparer<Bar> ShortestFirst = Comparer<Bar>.Create((x, y) => LongestFirst.Compare(y, x));
}
