namespace Scoring.Storage;

/// <summary>Texts of rows, of which some have none.</summary>
/// <param name="address">Address of each row's text, or <see cref="None"/>.</param>
/// <param name="pages">The texts.</param>
internal sealed class RowTexts(Column<long> address, TextPages pages)
{
    public const long None = -1;

    /// <summary>The text of a row; empty where it has none.</summary>
    public string this[int row] => address[row] == None ? "" : pages[address[row]];
}
