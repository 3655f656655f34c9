using System.Globalization;
using Scoring.Inference;

namespace Scoring.Reporting;

/// <summary>How often each two sources say the same where both speak, as a map of squares; detected copying has a frame.</summary>
/// <param name="Width">Width of the drawing.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Rows">The sources.</param>
/// <param name="Cells">A square for each two sources that speak on a common item.</param>
/// <param name="Summary">The map in words.</param>
/// <param name="LeftOut">How many sources are not on it.</param>
internal sealed record AgreementMap(
    string Width, string Height, IReadOnlyList<AgreementRow> Rows, IReadOnlyList<AgreementCell> Cells, string Summary, string LeftOut)
{
    private const int MostSources = 24;
    private const int MostInWords = 10;
    private const int Room = 26;
    private const int Shades = 5;
    private const double Left = 220;
    private const double Top = 24;
    private const double Side = 26;

    /// <summary>Draws the sources that speak most; <see langword="null"/> if no two speak on a common item.</summary>
    public static AgreementMap? Of(SourceScore[] sources, SourceAgreement agreement, IReadOnlyList<CopyPair> copying, Phrasing say)
    {
        var all = Enumerable.Range(0, sources.Length).Where(source => agreement.Overlaps[source] > 0).ToArray();
        var shown = all.TakeWhile(source => source < SourceAgreement.MostCompared).Take(MostSources).ToArray();
        var copied = copying.Select(pair => (Math.Min(pair.Source, pair.Of), Math.Max(pair.Source, pair.Of))).ToHashSet();
        string Name(int source) => DisplayText.Visible(sources[source].Name);
        var cells = new List<AgreementCell>();
        for (var row = 0; row < shown.Length; row++)
        {
            for (var column = 0; column < row; column++)
            {
                var (one, other) = (shown[row], shown[column]);
                if (agreement.Between(one, other) is not ( > 0 and var common, var agreed))
                {
                    continue;
                }

                var isCopying = copied.Contains((Math.Min(sources[one].Index, sources[other].Index), Math.Max(sources[one].Index, sources[other].Index)));
                var share = agreed / (double)common;
                var text = say.Say("{0} and {1} agree on {2} of {3}", Name(one), Name(other), say.Number(agreed), say.Counted(common, "item"));
                cells.Add(new AgreementCell(
                    DisplayText.Place(Left + (column * Side)), DisplayText.Place(Top + (row * Side)), DisplayText.Place(Left + ((column + 0.5) * Side)), DisplayText.Place(Top + ((row + 0.5) * Side) + 4),
                    ((int)Math.Min(Shades - 1, share * Shades)).ToString(CultureInfo.InvariantCulture), (100 * share).ToString("0", CultureInfo.InvariantCulture),
                    isCopying, isCopying ? say.Say("{0}; copying found", text) : text));
            }
        }

        return cells.Count == 0 ? null : new AgreementMap(
            DisplayText.Place(Left + (shown.Length * Side) + 8), DisplayText.Place(Top + (shown.Length * Side) + 8),
            [.. shown.Select((source, row) => new AgreementRow(
                (row + 1).ToString(CultureInfo.InvariantCulture), DisplayText.Place(Top + ((row + 0.5) * Side) + 4), DisplayText.Place(Left + ((row + 0.5) * Side)), Fitted.To(Name(source), Room)))],
            cells, string.Join("; ", cells.Take(MostInWords).Select(cell => cell.Text)), ReportModelBuilder.LeftOut(all.Length, shown.Length, "source", say));
    }
}

/// <summary>A source of the map: its number and name.</summary>
internal sealed record AgreementRow(string Number, string Y, string ColumnX, string Text);

/// <summary>Two sources: a square of a shade, with the share in percent.</summary>
internal sealed record AgreementCell(string X, string Y, string TextX, string TextY, string Shade, string Percent, bool IsCopying, string Text);
