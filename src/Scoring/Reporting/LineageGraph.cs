using Scoring.Indexing;
using Scoring.Rules;

namespace Scoring.Reporting;

/// <summary>The lineage of an item as a drawing: boxes of sources, arrows from each origin to those who relay it.</summary>
/// <param name="Width">Width of the drawing.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Boxes">The sources.</param>
/// <param name="Arrows">The arrows, as paths.</param>
/// <param name="Circles">Arrows that close a circle, as paths.</param>
/// <param name="Caption">Reports and origins, counted.</param>
/// <param name="Summary">The drawing in words, for those who do not see it.</param>
internal sealed record LineageGraph(
    string Width, string Height, IReadOnlyList<LineageBox> Boxes, IReadOnlyList<string> Arrows, IReadOnlyList<string> Circles, string Caption, string Summary)
{
    private const double BoxWidth = 190;
    private const double BoxHeight = 26;
    private const double ColumnWidth = 250;
    private const double RowHeight = 38;
    private const double Margin = 14;
    private const int Room = 26;
    private const int MostBoxes = 30;
    private const int MostColumns = 4;

    /// <summary>Draws an item; <see langword="null"/> where nobody relays anybody.</summary>
    public static LineageGraph? Of(Evidence evidence, int item, Phrasing say)
    {
        if (LineageTree.Of(evidence, item, MostBoxes) is not { } tree || tree.Place.Values.Max(place => place.Column) >= MostColumns)
        {
            return null;
        }

        var corpus = evidence.Corpus;
        string Name(int source) => source == SourceIndex.UnknownOrigin ? say["unknown origin"] : DisplayText.Visible(corpus.Sources[source]);
        var edges = tree.Edges.ToArray();
        var boxes = tree.Place.OrderBy(place => place.Value.Row).ThenBy(place => place.Value.Column).Select(place =>
        {
            var (x, y) = Corner(place.Value);
            var kind = !tree.Speaking.Contains(place.Key) ? "silent" : tree.Own.Contains(place.Key) ? "origin" : "relay";
            return new LineageBox(
                DisplayText.Place(x), DisplayText.Place(y), DisplayText.Place(x + (BoxWidth / 2)), DisplayText.Place(y + 17), Fitted.To(Name(place.Key), Room), Name(place.Key), kind);
        }).ToArray();
        var (arrows, closing) = (new List<string>(), new List<string>());
        foreach (var (origin, relay) in edges)
        {
            var (from, to) = (tree.Place[origin], tree.Place[relay]);
            var closes = to.Column <= from.Column && evidence.Lineage.CirclesOf(item).Any(circle => circle.Contains(origin) && circle.Contains(relay));
            (closes ? closing : arrows).Add(Arrow(from, to));
        }

        var range = corpus.AssertionsOfItem(item);
        var active = Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value).Where(a => evidence.Lineage.Status[a] == AssertionStatus.Active).ToArray();
        var origins = active.Select(a => evidence.Lineage.Root[a]).Distinct().Count();
        return new LineageGraph(
            DisplayText.Place((tree.Place.Values.Max(place => place.Column) * ColumnWidth) + BoxWidth + (2 * Margin)),
            DisplayText.Place((tree.Place.Values.Max(place => place.Row) * RowHeight) + BoxHeight + (2 * Margin)),
            boxes, arrows, closing, say.Say("{0}, {1}.", say.Counted(active.Length, "report that counts", "reports that count"), say.Counted(origins, "origin")),
            string.Join("; ", edges.Select(edge => say.Say("{0} relays {1}", Name(edge.Relay), Name(edge.Origin)))));
    }

    private static (double X, double Y) Corner((int Column, int Row) place) => (Margin + (place.Column * ColumnWidth), Margin + (place.Row * RowHeight));

    /// <summary>A curve from the right of one box to the left of another, or around below where it leads back.</summary>
    private static string Arrow((int Column, int Row) from, (int Column, int Row) to)
    {
        var ((x1, y1), (x2, y2)) = (Corner(from), Corner(to));
        if (to.Column > from.Column)
        {
            var (start, end, middle) = (x1 + BoxWidth, x2 - 2, (x1 + BoxWidth + x2) / 2);
            return $"M{DisplayText.Place(start)} {Middle(y1)}C{DisplayText.Place(middle)} {Middle(y1)} {DisplayText.Place(middle)} {Middle(y2)} {DisplayText.Place(end)} {Middle(y2)}";
        }

        var below = DisplayText.Place(Math.Max(y1, y2) + BoxHeight + 11);
        return $"M{DisplayText.Place(x1 + (BoxWidth / 2) + 12)} {DisplayText.Place(y1 + BoxHeight)}V{below}H{DisplayText.Place(x2 + (BoxWidth / 2) - 12)}V{DisplayText.Place(y2 + BoxHeight + 2)}";
    }

    private static string Middle(double y) => DisplayText.Place(y + (BoxHeight / 2));
}

/// <summary>A source in a lineage: where its box and its name stand.</summary>
internal sealed record LineageBox(string X, string Y, string TextX, string TextY, string Text, string Name, string Kind);
