namespace Scoring.Explaining;

/// <summary>An assertion, or what a relation tells, with what it gives a claim.</summary>
/// <param name="Index">Index of the assertion, or of the relation's message.</param>
/// <param name="Claim">The claim of the same item it is about.</param>
/// <param name="Nats">What it gives, in nats.</param>
internal readonly record struct Bar(int Index, int Claim, double Nats)
{
    /// <summary>The order in which they are told.</summary>
    public readonly struct LongestFirst : IComparer<Bar>
    {
        public int Compare(Bar x, Bar y) => (Math.Abs(y.Nats), x.Index).CompareTo((Math.Abs(x.Nats), y.Index));
    }
}
