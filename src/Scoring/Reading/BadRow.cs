namespace Scoring.Reading;

/// <summary>A place in an input that could not be used.</summary>
/// <param name="File">The file, as the caller named it.</param>
/// <param name="LineNumber">1-based line where the record starts.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would be accepted.</param>
public sealed record BadRow(string File, long LineNumber, string Found, string Expected)
{
    /// <summary>The row in the form <c>file(line): found …, expected …</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}({LineNumber}): found {Found}, expected {Expected}");
}
