namespace Scoring.Indexing;

/// <summary>The small set of labels from which all items of one kind of question draw.</summary>
/// <param name="values">Indices into the values of the corpus, ascending.</param>
internal sealed class LabelSet(int[] values)
{
    /// <summary>More are no small set; answers of label models are kept in a signed byte each.</summary>
    public const int MostLabels = 32;

    /// <summary>Of fewer items nobody can tell what a label is.</summary>
    public const int ItemsPerLabel = 10;

    /// <summary>Indices into the values of the corpus, ascending.</summary>
    public int[] Values => values;

    public int Count => values.Length;

    /// <summary>0-based place of a value among the labels; negative if it is none.</summary>
    public int PlaceOf(int value) => Array.BinarySearch(values, value);
}
