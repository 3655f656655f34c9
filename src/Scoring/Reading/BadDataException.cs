namespace Scoring.Reading;

/// <summary>An input cannot be used. The message lists every bad place, one a line.</summary>
public sealed class BadDataException : Exception
{
    /// <summary>Creates the exception from the places found.</summary>
    /// <param name="rows">Every bad place; at least one.</param>
    /// <exception cref="ArgumentNullException">They are null.</exception>
    public BadDataException(IReadOnlyList<BadRow> rows)
        : base(string.Join('\n', rows ?? throw new ArgumentNullException(nameof(rows)))) => Rows = rows;

    /// <summary>Whether <see cref="ScoringOptions.Lenient"/> would skip what is bad.</summary>
    internal bool CanSkip { get; init; }

    /// <summary>Every bad place, in the order of the input.</summary>
    public IReadOnlyList<BadRow> Rows { get; }
}
