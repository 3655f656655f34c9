using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>The columns that most corpora leave empty, one entry an assertion; <see langword="null"/> where the whole column is.</summary>
internal sealed class AssertionDetails
{
    public const int None = AssertionTable.None;

    private int? denials;

    public const long NoTime = long.MinValue;

    /// <summary>Texts that the index columns below point into.</summary>
    public required string[] Words { get; init; }

    public Column<Stance>? Stance { get; init; }

    /// <summary>Source index of whom the assertion relays, or <see cref="None"/>.</summary>
    public Column<int>? Origin { get; init; }

    public Column<int>? Via { get; init; }

    public Column<int>? SourceType { get; init; }

    public Column<Directness>? Directness { get; init; }

    public Column<int>? Hedge { get; init; }

    public Column<sbyte>? Interest { get; init; }

    /// <summary>Ticks of universal time, or <see cref="NoTime"/>.</summary>
    public Column<long>? Time { get; init; }

    public Column<int>? Topic { get; init; }

    /// <summary>Marking of the Traffic Light Protocol.</summary>
    public Column<int>? Tlp { get; init; }

    public RowTexts? Url { get; init; }

    public RowTexts? Quote { get; init; }

    public RowTexts? Note { get; init; }

    /// <summary>Number of assertions that deny their claim; counted when first asked for.</summary>
    public int Denials => denials ??= Stance is null ? 0 : Stance.AsSpan().Count(Reading.Stance.Denies);

    public Stance StanceOf(int assertion) => Stance is null ? Reading.Stance.Supports : Stance[assertion];

    public int OriginOf(int assertion) => Origin is null ? None : Origin[assertion];

    public long TimeOf(int assertion) => Time is null ? NoTime : Time[assertion];

    public string? Word(Column<int>? column, int assertion) => column is null || column[assertion] == None ? null : Words[column[assertion]];
}
