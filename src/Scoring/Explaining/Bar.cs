namespace Scoring.Explaining;

/// <summary>An assertion with what it gives a claim.</summary>
/// <param name="Assertion">The assertion.</param>
/// <param name="Claim">The claim it is about.</param>
/// <param name="Nats">What it gives, in nats.</param>
internal readonly record struct Bar(int Assertion, int Claim, double Nats)
{
    /// <summary>In the order in which they are told.</summary>
    public static readonly Comparison<Bar> LongestFirst = (x, y) => (Math.Abs(y.Nats), x.Assertion).CompareTo((Math.Abs(x.Nats), y.Assertion));
}
