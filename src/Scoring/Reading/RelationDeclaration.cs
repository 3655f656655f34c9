namespace Scoring.Reading;

/// <summary>A consistency relation between two claims: a row of a relations file.</summary>
/// <param name="Item">Item of the first claim.</param>
/// <param name="Value">Value of the first claim.</param>
/// <param name="Kind">How the first bears on the second.</param>
/// <param name="OtherItem">Item of the second claim.</param>
/// <param name="OtherValue">Value of the second claim.</param>
/// <param name="StrengthDb">Weight against the state that the relation forbids, in decibans; above 0 and below 100.</param>
public sealed record RelationDeclaration(
    string Item, string Value, RelationKind Kind, string OtherItem, string OtherValue, double StrengthDb = RelationDeclaration.DefaultStrengthDb)
{
    /// <summary>The strength of a relation that states none: ten to one.</summary>
    public const double DefaultStrengthDb = 10;
}
