using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>A row of an item as findings look at it.</summary>
/// <param name="About">The claim it names.</param>
/// <param name="Claim">The claim it speaks for or against: of two answers, who denies one speaks for the other.</param>
/// <param name="IsDenial">Whether it speaks against it.</param>
/// <param name="Source">Who says it.</param>
/// <param name="Root">Whose voice it is.</param>
/// <param name="Status">Whether it counts.</param>
internal readonly record struct FindingRow(int About, int Claim, bool IsDenial, int Source, int Root, AssertionStatus Status)
{
    public bool Denies => IsDenial || About != Claim;
}
