using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Indexing;

/// <summary>Which of some labels meet on items: those of one question do, towns and years do not.</summary>
internal sealed class LabelMeetings
{
    /// <summary>Share of the items on which a label stands beside others, up to which another label stands there by mistake.</summary>
    public const double MostStray = 0.05;

    /// <summary>Items with several labels after which more tell nothing more.</summary>
    private const int MostCompared = 1 << 16;

    private readonly int[] labels;
    private readonly TextColumn values;
    private readonly int[,] both;
    private readonly int[] several;
    private readonly int[] items;

    private LabelMeetings(int[] labels, TextColumn values)
    {
        (this.labels, this.values) = (labels, values);
        (both, several, items) = (new int[labels.Length, labels.Length], new int[labels.Length], new int[labels.Length]);
    }

    /// <summary>Counts the meetings.</summary>
    /// <param name="labels">Values, ascending; items that name any other are left out.</param>
    /// <param name="passedOver">Values that are as if nobody named them, ascending.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="values">All values.</param>
    /// <remarks>O(claims), of which those of the first 65,536 items with several labels are looked at.</remarks>
    public static LabelMeetings Of(int[] labels, int[] passedOver, ClaimIndex claims, TextColumn values)
    {
        var (meetings, place) = (new LabelMeetings(labels, values), new int[labels.Length]);
        for (var (item, seen) = (0, 0); item < claims.FirstClaim.Length - 1 && seen < MostCompared; item++)
        {
            var named = claims.ValueOfClaim.AsSpan(claims.FirstClaim[item], claims.FirstClaim[item + 1] - claims.FirstClaim[item]);
            if (named.Length <= labels.Length + passedOver.Length && meetings.Placed(named, passedOver, place) is var count and > 0)
            {
                seen += count > 1 ? 1 : 0;
                meetings.Add(place.AsSpan(0, count));
            }
        }

        return meetings;
    }

    /// <summary>
    /// The labels in sets of which hardly any item has labels of two. Opposites belong together; a few rows on the wrong item join no sets.
    /// </summary>
    public IEnumerable<int[]> Sets()
    {
        var root = Enumerable.Range(0, labels.Length).ToArray();
        for (var one = 0; one < labels.Length; one++)
        {
            for (var other = one + 1; other < labels.Length; other++)
            {
                var areOpposites = YesNo.Opposite(values[labels[one]]) is { } opposite && YesNo.Word(values[labels[other]]) == opposite;
                if (areOpposites || both[one, other] > MostStray * Math.Min(several[one], several[other]))
                {
                    root[Root(other)] = Root(one);
                }
            }
        }

        return Enumerable.Range(0, labels.Length).GroupBy(Root).Select(set => set.ToArray());

        int Root(int label)
        {
            while (root[label] != label)
            {
                label = root[label];
            }

            return label;
        }
    }

    /// <summary>Those of the sets, as values, that are the answers of one question: enough items name two of them. Yes and no are a question without a contradiction too.</summary>
    public IEnumerable<int[]> Questions() => Sets().Where(IsQuestion).Select(set => Array.ConvertAll(set, label => labels[label]));

    private bool IsQuestion(int[] set) => set.Length > 1
        && (set.Sum(label => several[label]) >= 2 * LabelSet.ItemsPerLabel
            || set.Where(label => YesNo.Word(values[labels[label]]) is not null).Sum(label => items[label]) >= LabelSet.ItemsPerLabel);

    /// <returns>How many of the values are labels; 0 where one is something else.</returns>
    private int Placed(ReadOnlySpan<int> named, int[] passedOver, int[] place)
    {
        var count = 0;
        foreach (var value in named)
        {
            if (Array.BinarySearch(labels, value) is var label and >= 0)
            {
                place[count++] = label;
            }
            else if (Array.BinarySearch(passedOver, value) < 0)
            {
                return 0;
            }
        }

        return count;
    }

    private void Add(ReadOnlySpan<int> named)
    {
        for (var i = 0; i < named.Length; i++)
        {
            items[named[i]]++;
            several[named[i]] += named.Length > 1 ? 1 : 0;
            foreach (var other in named[(i + 1)..])
            {
                both[named[i], other]++;
            }
        }
    }
}
