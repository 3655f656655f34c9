namespace Scoring.Reading;

/// <summary>Texts of rows, of which most have none; they take no memory until a row has one.</summary>
internal sealed class OptionalTexts
{
    private readonly List<string> texts = [];

    public bool IsPresent => texts.Count > 0;

    public string this[int row] => row < texts.Count ? texts[row] : "";

    /// <summary>Sets a row behind those that were set before.</summary>
    public void Set(int row, string text)
    {
        if (text.Length > 0)
        {
            texts.AddRange(Enumerable.Repeat("", row - texts.Count));
            texts.Add(text);
        }
    }

    /// <summary>Adds the rows of another column behind the first rows of this one.</summary>
    public void Append(int rows, OptionalTexts other)
    {
        for (var row = 0; row < other.texts.Count; row++)
        {
            Set(rows + row, other.texts[row]);
        }
    }
}
