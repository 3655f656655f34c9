using System.Diagnostics.CodeAnalysis;

namespace Scoring.Reading;

/// <summary>Checks assertions that a caller hands over in memory as the rows of a file are checked.</summary>
internal static class AssertionCheck
{
    /// <summary>Refuses what no row of a file could say.</summary>
    /// <param name="assertion">The assertion.</param>
    /// <param name="index">Its 0-based place among the caller's.</param>
    /// <param name="name">The caller's parameter.</param>
    /// <exception cref="ArgumentException">It is null, an item, source or value is empty, a number or choice out of range, or a text has an unpaired surrogate.</exception>
    public static void ThrowIfBad([NotNull] Assertion? assertion, int index, string name)
    {
        if (assertion is null)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name}[{index}] is null"), name);
        }

        if (FaultOf(assertion) is { } fault)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name}[{index}]: {FormattableString.Invariant(fault)}"), name);
        }
    }

    private static FormattableString? FaultOf(Assertion assertion)
    {
        if (string.IsNullOrWhiteSpace(assertion.Item) || string.IsNullOrWhiteSpace(assertion.Source))
        {
            return $"item '{assertion.Item}', source '{assertion.Source}': neither may be empty";
        }

        if (string.IsNullOrWhiteSpace(assertion.Value))
        {
            return $"value '{assertion.Value}' of item '{assertion.Item}': must not be empty";
        }

        if (!Enum.IsDefined(assertion.Stance) || !Enum.IsDefined(assertion.Directness))
        {
            return $"stance {assertion.Stance}, directness {assertion.Directness} of item '{assertion.Item}': must be among those named";
        }

        if (assertion.Interest is < -2 or > 2)
        {
            return $"interest {assertion.Interest} of item '{assertion.Item}': must be from -2 to 2";
        }

        if (assertion.Hedge is { } hedge && !FieldParser.IsHedge(hedge.Trim()))
        {
            return $"hedge '{hedge}' of item '{assertion.Item}': a number must be above 0 and at most 1";
        }

        if (!string.IsNullOrWhiteSpace(assertion.Tlp) && FieldParser.TlpMarking(assertion.Tlp) is null)
        {
            return $"tlp '{assertion.Tlp}' of item '{assertion.Item}': must be {FieldParser.TlpExpected}";
        }

        if (Unpaired(assertion) is { } text)
        {
            return $"'{text}' of item '{assertion.Item}': must not have an unpaired surrogate";
        }

        return null;
    }

    private static string? Unpaired(Assertion assertion) => Surrogates.FirstUnpairedAmong(
        assertion.Item, assertion.Source, assertion.Value, assertion.Origin, assertion.Via, assertion.SourceType, assertion.Hedge, assertion.Topic,
        assertion.Url, assertion.Quote, assertion.Note);
}
