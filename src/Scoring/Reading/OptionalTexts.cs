using Scoring.Storage;

namespace Scoring.Reading;

/// <summary>Texts of rows, of which most have none; they take no memory until a row has one.</summary>
/// <param name="store">Where lies which row has which.</param>
internal sealed class OptionalTexts(ColumnStore store)
{
    private readonly List<string> texts = [];
    private readonly OptionalColumn<int> index = new(store, AssertionTable.None);

    public bool IsPresent => index.IsPresent;

    public string this[int row] => index[row] == AssertionTable.None ? "" : texts[index[row]];

    /// <summary>Sets a row behind those that were set before.</summary>
    public void Set(int row, string text)
    {
        if (text.Length > 0)
        {
            index.Set(row, texts.Count);
            texts.Add(text);
        }
    }

    /// <summary>Adds the rows of another column behind the first rows of this one.</summary>
    public void Append(int rows, OptionalTexts other)
    {
        var before = texts.Count;
        texts.AddRange(other.texts);
        index.Append(rows, other.index, text => before + text);
    }

    /// <summary>Gives all memory back; the column is empty then.</summary>
    public void Clear()
    {
        texts.Clear();
        index.Clear();
    }
}
