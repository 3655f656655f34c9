using MathNet.Numerics;
using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>How likely two sources who say the same are one voice, by how often they differ elsewhere: whoever never does repeats the other, or both a third.</summary>
/// <remarks>
/// Before anything is known of two sources the rules say how likely one repeats the other (the a-priori probability α of Dong, Berti-Equille and Srivastava 2009,
/// doi:10.14778/1687627.1687690, who set 0.2). Each item on which both speak and somebody contradicts tells more, whatever is true: who repeats
/// another hardly ever differs, who does not differs as often as not. So unlike shared errors it finds those who outnumber all others, whose errors nobody sees.
/// Of labels it is not asked, since there agreement is no surprise. O(sum over items of the square of who speaks), at most <see cref="MostSteps"/>.
/// </remarks>
internal sealed class Strangers
{
    private const double MostLikely = 0.98;
    private const long MostSteps = 400_000_000;
    private const int SourcesPerRun = 64;
    private const int Tabled = 32;

    /// <summary>How often one who repeats another differs is Beta distributed with these parameters; of others any share is as likely.</summary>
    private const double RepeatingApart = 0.5;

    private const double RepeatingAlike = 50;

    private readonly Evidence evidence;
    private readonly Statements statements;
    private readonly SaidBySource entries;
    private readonly double prior;
    private readonly double[] tabled = new double[Tabled * Tabled];
    private readonly int mostVoices;

    /// <param name="evidence">The evidence.</param>
    /// <param name="statements">What is said.</param>
    /// <param name="entries">Who says it.</param>
    public Strangers(Evidence evidence, Statements statements, SaidBySource entries)
    {
        (this.evidence, this.statements, this.entries) = (evidence, statements, entries);
        prior = evidence.Corpus.SharedLabels.Length > 0 ? 0 : Math.Min(MostLikely, evidence.Rules.Independence.Strangers?.Correlation ?? 0);
        for (var cell = 0; cell < tabled.Length; cell++)
        {
            tabled[cell] = Reckoned(cell / Tabled, cell % Tabled);
        }

        mostVoices = MostVoices();
    }

    /// <summary>Whether the rules hold that strangers may repeat one another.</summary>
    public bool Count => prior > 0;

    /// <summary>How likely one of two sources repeats the other, in [0, 1).</summary>
    /// <param name="alike">Contested items on which both say the same.</param>
    /// <param name="apart">Items on which they differ and a third speaks.</param>
    public double Likely(int alike, int apart) => prior == 0 ? 0 : alike < Tabled && apart < Tabled ? tabled[(alike * Tabled) + apart] : Reckoned(alike, apart);

    /// <summary>The sum over the others who say the same of how likely one repeats the other, for each assertion; empty if strangers do not count.</summary>
    public Column<float> Repeated()
    {
        if (!Count)
        {
            return [];
        }

        var repeated = evidence.Corpus.Store.New<float>(evidence.Corpus.AssertionCount);
        Runs.ForEach(evidence.Corpus.SourceCount, SourcesPerRun, evidence.Corpus.Store.ThreadLimit, () => new Meetings(evidence.Corpus.SourceCount), (first, last, meetings) =>
        {
            for (var source = first; source < last; source++)
            {
                Meet(source, meetings);
                Sum(source, meetings, repeated);
                meetings.Clear();
            }
        });
        return repeated;
    }

    /// <summary>Whether two sources say the same of an item, where that tells anything: somebody contradicts them, or a third speaks where they differ.</summary>
    /// <param name="item">The item.</param>
    /// <param name="one">What the one says.</param>
    /// <param name="other">What the other says.</param>
    public bool? AreAlike(int item, List<int> one, List<int> other)
    {
        var (start, end) = PlacesOf(item);
        if (end - start > mostVoices)
        {
            return null;
        }

        var voices = VoicesIn(start, end);
        foreach (var statement in one)
        {
            if (other.Contains(statement))
            {
                var (place, last) = statements.PlacesOf(statement);
                return voices > VoicesIn(place, last) ? true : null;
            }
        }

        return voices > 2 ? false : null;
    }

    private double Reckoned(int alike, int apart)
    {
        var (repeating, others) = (
            SpecialFunctions.BetaLn(RepeatingApart + apart, RepeatingAlike + alike) - SpecialFunctions.BetaLn(RepeatingApart, RepeatingAlike),
            SpecialFunctions.BetaLn(1 + apart, 1 + alike));
        return Math.Min(MostLikely, 1 / (1 + ((1 - prior) / prior * Math.Exp(others - repeating))));
    }

    /// <summary>So many voices of an item are compared with each that going through all does not take too long.</summary>
    private int MostVoices()
    {
        var most = int.MaxValue;
        while (prior > 0 && most > 1 && Steps(most) > MostSteps)
        {
            most = Math.Min(most, 1 << 16) / 2;
        }

        return most;
    }

    private long Steps(int most)
    {
        long steps = 0;
        for (var item = 0; item < evidence.Corpus.ItemCount; item++)
        {
            var (start, end) = PlacesOf(item);
            steps += (long)(end - start) * Math.Min(end - start, most);
        }

        return steps;
    }

    private (int Start, int End) PlacesOf(int item)
    {
        var (first, end) = statements.OfItem(item);
        return first == end ? (0, 0) : (statements.PlacesOf(first).First, statements.PlacesOf(end - 1).End);
    }

    /// <summary>Counts with whom a source agrees and from whom it differs.</summary>
    private void Meet(int source, Meetings meetings)
    {
        for (int entry = entries.First[source], end = entries.First[source + 1]; entry < end;)
        {
            var item = entries.Item[entry];
            entry = entries.Take(entry, end, item, meetings.Said);
            var (start, stop) = PlacesOf(item);
            if (stop - start > mostVoices)
            {
                continue;
            }

            meetings.NextItem();
            foreach (var statement in meetings.Said)
            {
                var (place, last) = statements.PlacesOf(statement);
                var isContested = VoicesIn(start, stop) > VoicesIn(place, last);
                for (; place < last; place++)
                {
                    meetings.Add(entries.Speaker[place], alike: true, isContested);
                }
            }

            var hasThird = VoicesIn(start, stop) > 2;
            for (var place = start; place < stop; place++)
            {
                meetings.Add(entries.Speaker[place], alike: false, hasThird);
            }
        }
    }

    private int VoicesIn(int place, int end)
    {
        var voices = 0;
        for (; place < end; place++)
        {
            voices += entries.Speaker[place] != SaidBySource.Nobody ? 1 : 0;
        }

        return voices;
    }

    private void Sum(int source, Meetings meetings, Column<float> repeated)
    {
        var affiliation = evidence.Voices.Affiliation;
        for (var entry = entries.First[source]; entry < entries.First[source + 1]; entry++)
        {
            var (start, end) = statements.PlacesOf(entries.Said[entry]);
            var step = Math.Max(1, (end - start) / mostVoices);
            var sum = 0.0;
            meetings.NextItem();
            for (var place = start; place < end; place += step)
            {
                var other = entries.Speaker[place];
                if (other != SaidBySource.Nobody && other != source && affiliation[other] != affiliation[source] && meetings.IsNew(other))
                {
                    sum += Likely(meetings.Alike(other), meetings.Apart(other));
                }
            }

            repeated[entries.Assertion[entry]] = (float)(sum * step);
        }
    }

    /// <summary>Whom one source meets, one source after another.</summary>
    private sealed class Meetings(int sources)
    {
        private readonly int[] alike = new int[sources];
        private readonly int[] apart = new int[sources];
        private readonly int[] lastItem = new int[sources];
        private readonly List<int> met = [];
        private int item;

        /// <summary>What the source says of an item.</summary>
        public List<int> Said { get; } = [];

        public int Alike(int other) => alike[other];

        public int Apart(int other) => apart[other];

        public void NextItem() => item++;

        /// <summary>Whether another was not met on the item before.</summary>
        public bool IsNew(int other)
        {
            var isNew = lastItem[other] != item;
            lastItem[other] = item;
            return isNew;
        }

        public void Add(int other, bool alike, bool counts)
        {
            if (other == SaidBySource.Nobody || !IsNew(other) || !counts)
            {
                return;
            }

            if (this.alike[other] + apart[other] == 0)
            {
                met.Add(other);
            }

            (alike ? ref this.alike[other] : ref apart[other])++;
        }

        public void Clear()
        {
            foreach (var other in met)
            {
                (alike[other], apart[other]) = (0, 0);
            }

            met.Clear();
        }
    }
}
