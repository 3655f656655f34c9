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

    /// <summary>Items on which labels of several kinds must meet to be of one: on fewer it may be by mistake.</summary>
    private const int LeastMeetings = 3;

    private readonly int[] labels;
    private readonly string?[] words;
    private readonly int[,] both;
    private readonly int[] several;
    private readonly int[] items;

    private LabelMeetings(int[] labels, TextColumn values)
    {
        (this.labels, words) = (labels, Array.ConvertAll(labels, label => values.Utf8(label).Length <= YesNo.LongestWord ? YesNo.Word(values[label]) : null));
        (both, several, items) = (new int[labels.Length, labels.Length], new int[labels.Length], new int[labels.Length]);
    }

    private int[] All => [.. Enumerable.Range(0, labels.Length)];

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
    /// Those labels that are the answers of one question each, as values: labels meet on items, and enough items name two of them. Yes and no are a question without a contradiction too.
    /// </summary>
    public IEnumerable<int[]> Questions() => Joined(All, Meet).Where(IsQuestion).Select(set => Array.ConvertAll(set, label => labels[label]));

    /// <summary>The same among labels of several kinds, where a few rows on the wrong item join none, and labels of two kinds that share one (1 of five, and 1 for yes) are no question.</summary>
    public IEnumerable<int[]> QuestionsOfSeveralKinds() => Joined(All, (one, other) => Meet(one, other) && (both[one, other] >= LeastMeetings || AreOpposites(one, other)))
        .Where(set => IsQuestion(set) && !Array.Exists(set, label => HoldsTogether(set, label))).Select(set => Array.ConvertAll(set, label => labels[label]));

    /// <summary>Whether labels meet on items, in hardly any by mistake. Opposites belong together.</summary>
    private bool Meet(int one, int other) => AreOpposites(one, other) || both[one, other] > MostStray * Math.Min(several[one], several[other]);

    private bool AreOpposites(int one, int other) => words[one] is { } word && words[other] is { } its && YesNo.Opposite(word) == its;

    /// <summary>Whether two parts of a set never meet but through one label, though each is contested often.</summary>
    private bool HoldsTogether(int[] set, int label) => set.Length > 2 && Joined([.. set.Where(other => other != label)], (one, other) => AreOpposites(one, other) || both[one, other] > 1)
        .Count(part => part.Sum(other => several[other]) >= 2 * LabelSet.ItemsPerLabel) > 1;

    /// <summary>Labels in sets, by which of them belong together.</summary>
    private static IEnumerable<int[]> Joined(int[] members, Func<int, int, bool> belong)
    {
        var root = Enumerable.Range(0, members.Length).ToArray();
        for (var one = 0; one < members.Length; one++)
        {
            for (var other = one + 1; other < members.Length; other++)
            {
                if (belong(members[one], members[other]))
                {
                    root[Root(other)] = Root(one);
                }
            }
        }

        return Enumerable.Range(0, members.Length).GroupBy(Root).Select(part => part.Select(member => members[member]).ToArray());

        int Root(int member)
        {
            while (root[member] != member)
            {
                member = root[member];
            }

            return member;
        }
    }

    private bool IsQuestion(int[] set) => set.Length > 1
        && (set.Sum(label => several[label]) >= 2 * LabelSet.ItemsPerLabel
            || set.Where(label => words[label] is not null).Sum(label => items[label]) >= LabelSet.ItemsPerLabel);

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
