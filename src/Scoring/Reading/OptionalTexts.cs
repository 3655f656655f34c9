using System.Text;
using Scoring.Storage;

namespace Scoring.Reading;

/// <summary>Texts of rows, of which most have none; they take no memory until a row has one.</summary>
/// <param name="store">Where they lie.</param>
internal sealed class OptionalTexts(ColumnStore store)
{
    private readonly OptionalColumn<long> address = new(store, RowTexts.None);

    public bool IsPresent => address.IsPresent;

    /// <summary>The texts themselves, for whoever needs them longer than this.</summary>
    public TextPages Pages { get; private set; } = new(store);

    public string this[int row] => address[row] == RowTexts.None ? "" : Pages[address[row]];

    /// <summary>Where the text of a row lies, or <see cref="RowTexts.None"/>.</summary>
    public long AddressOf(int row) => address[row];

    /// <summary>Sets a row behind those that were set before.</summary>
    public void Set(int row, ReadOnlySpan<byte> utf8)
    {
        if (!utf8.IsEmpty)
        {
            address.Set(row, Pages.Add(utf8));
        }
    }

    /// <summary>Sets a row behind those that were set before.</summary>
    public void Set(int row, string? text) => Set(row, Encoding.UTF8.GetBytes(text ?? ""));

    /// <summary>Adds the rows of another column behind the first rows of this one.</summary>
    public void Append(int rows, OptionalTexts other)
    {
        var moved = Pages.Append(other.Pages);
        address.Append(rows, other.address, place => place + moved);
    }

    /// <summary>Lets go of the texts and gives back the memory of the rows; the column is empty then.</summary>
    public void Clear()
    {
        address.Clear();
        Pages = new TextPages(store);
    }
}
