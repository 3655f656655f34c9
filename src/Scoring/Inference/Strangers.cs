using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>How far those who say the same may be one voice because they were hardly ever seen to differ: one may repeat the other, or both a third.</summary>
/// <remarks>
/// Before anything is known of two sources the rules say how likely one repeats the other (the a-priori probability α of Dong, Berti-Equille and Srivastava 2009,
/// doi:10.14778/1687627.1687690, who set 0.2). Each item on which both speak and somebody contradicts tells more (<see cref="RepeatingOdds"/>), whatever is true
/// there: unlike shared errors this finds repeaters who outnumber all others, whose errors nobody sees. Of labels it is not asked, since
/// there agreement is no surprise. O(sum over the <see cref="ComparedItems"/> of the square of those who speak).
/// </remarks>
internal sealed class Strangers
{
    private const int SourcesPerRun = 64;
    private const double LeastShown = 0.5;
    private const int Far = 24;
    private const int Near = 16;

    private readonly Evidence evidence;
    private readonly Statements statements;
    private readonly SaidBySource entries;
    private readonly double rule;
    private readonly bool allCount;
    private readonly bool allOpen;
    private readonly ComparedItems? compared;
    private readonly Stranger[] strangers;

    /// <param name="evidence">The evidence.</param>
    /// <param name="statements">What is said.</param>
    /// <param name="entries">Who says it.</param>
    /// <param name="mostSteps">As <see cref="ComparedItems"/> has it.</param>
    public Strangers(Evidence evidence, Statements statements, SaidBySource entries, long mostSteps = 0)
    {
        (this.evidence, this.statements, this.entries) = (evidence, statements, entries);
        rule = evidence.Corpus.Labels.All is not null ? 0 : Math.Min(RepeatingOdds.MostLikely, evidence.Rules.Independence.Strangers?.Correlation ?? 0);
        if (rule == 0)
        {
            (Shown, NotShown, strangers) = ([], [], []);
            return;
        }

        allCount = entries.First[^1] == entries.Speaker.Length;
        allOpen = Enumerable.Range(0, evidence.Corpus.ItemCount).All(evidence.Corpus.IsOpen);
        compared = new ComparedItems(evidence.Corpus, statements, mostSteps);
        strangers = [.. Enumerable.Range(0, evidence.Corpus.SourceCount).Select(source => new Stranger(evidence.Voices.Affiliation[source], evidence.Voices.Strength[source], rule))];
        (Shown, NotShown) = (evidence.Corpus.Store.New<float>(evidence.Corpus.AssertionCount), evidence.Corpus.Store.New<float>(evidence.Corpus.AssertionCount));
        ForSources((source, meetings) => strangers[source] = strangers[source] with { Repeating = RepeatingOdds.Learnt(rule, meetings.Sorts()) });
        ForSources(Sum);
    }

    /// <summary>The sum over the others who say the same, and of whom it is more likely than not, of how likely one repeats the other, for each assertion; empty if the rules hold that none does.</summary>
    public Column<float> Shown { get; }

    /// <summary>The sum over all of them, less what is shown: what strangers may be is no reason to learn otherwise from them.</summary>
    public Column<float> NotShown { get; }

    /// <summary>A sum of two columns, of which each may be empty.</summary>
    public Column<double> Added(Column<double> repeated, Column<float> more)
    {
        var sum = evidence.Corpus.Store.New<double>(Math.Max(repeated.Length, more.Length));
        for (var a = 0; a < sum.Length; a++)
        {
            sum[a] = (repeated.Length > 0 ? repeated[a] : 0) + (more.Length > 0 ? more[a] : 0);
        }

        return sum;
    }

    /// <summary>Gives its memory or its files back: nobody may use it afterwards.</summary>
    public void Release()
    {
        Shown.Release();
        NotShown.Release();
        compared?.Release();
    }

    /// <summary>How likely one of two sources repeats the other, in [0, 1), where it is more likely than not; else 0.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="alike">Contested items on which both say the same.</param>
    /// <param name="apart">Items on which they differ and a third speaks.</param>
    public double ShownLikely(int one, int other, int alike, int apart) => Likely(one, other, alike, apart) is var likely and > LeastShown ? likely : 0;

    /// <summary>How likely one of two sources repeats the other, in [0, 1).</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="alike">Contested items on which both say the same.</param>
    /// <param name="apart">Items on which they differ and a third speaks.</param>
    private double Likely(int one, int other, int alike, int apart) => rule == 0 ? 0 : Likely(strangers[one], strangers[other], alike, apart);

    private static double Likely(in Stranger one, in Stranger other, int alike, int apart) =>
        one.Affiliation == other.Affiliation ? 0 : RepeatingOdds.Likely((one.Repeating + other.Repeating) / 2, alike, apart);

    /// <summary>Whether two sources say the same of an item, where that tells anything: somebody contradicts them, or a third speaks where they differ.</summary>
    /// <param name="item">The item.</param>
    /// <param name="one">What the one says.</param>
    /// <param name="other">What the other says.</param>
    public bool? AreAlike(int item, List<int> one, List<int> other)
    {
        if (compared?.Has(item) != true)
        {
            return null;
        }

        var places = compared.PlacesOf(item);
        foreach (var statement in one)
        {
            if (other.Contains(statement))
            {
                return AgreementTells(item) && VoicesIn(places) > VoicesIn(statements.PlacesOf(statement)) ? true : null;
            }
        }

        return VoicesIn(places) > 2 ? false : null;
    }

    /// <summary>Whether it is a surprise to agree on an item: not where labels are few. To differ tells of two sources all the same.</summary>
    private bool AgreementTells(int item) => allOpen || evidence.Corpus.IsOpen(item);

    private int VoicesIn((int Start, int End) places)
    {
        var count = places.End - places.Start;
        return allCount ? count : count - entries.Speaker.AsSpan(places.Start, count).Count(SaidBySource.Nobody);
    }

    /// <summary>Goes through all sources, with whom each meets.</summary>
    private void ForSources(Action<int, Meetings> act) => Runs.ForEach(
        evidence.Corpus.SourceCount, SourcesPerRun, evidence.Corpus.Store.ThreadLimit, () => new Meetings(evidence.Corpus.SourceCount), (first, last, meetings) =>
        {
            for (var source = first; source < last; source++)
            {
                Meet(source, meetings);
                act(source, meetings);
                meetings.Clear();
            }
        });

    /// <summary>Counts with whom a source agrees and from whom it differs.</summary>
    private void Meet(int source, Meetings meetings)
    {
        for (int entry = entries.First[source], end = entries.First[source + 1]; entry < end;)
        {
            FetchAhead(entry, end);
            var item = entries.Item[entry];
            entry = entries.Take(entry, end, item, meetings.Said);
            if (!compared!.Has(item))
            {
                continue;
            }

            // The source itself is nobody it meets.
            meetings.Next();
            meetings.IsNew(source);
            var places = compared.PlacesOf(item);
            var (voices, tells) = (VoicesIn(places), AgreementTells(item));
            foreach (var statement in meetings.Said)
            {
                var same = statements.PlacesOf(statement);
                Add(same, areAlike: true, tells && voices > VoicesIn(same), meetings);
            }

            Add(places, areAlike: false, voices > 2, meetings);
        }
    }

    /// <summary>Asks for what the next entries of a source will need, since it stands here and there.</summary>
    private void FetchAhead(int entry, int end)
    {
        if (!Prefetch.IsSupported)
        {
            return;
        }

        if (entry + Far < end)
        {
            compared!.FetchAhead(entries.Item[entry + Far]);
            statements.FetchAhead(entries.Said[entry + Far]);
        }

        if (entry + Near < end)
        {
            Prefetch.Of(ref entries.Speaker[compared!.PlacesOf(entries.Item[entry + Near]).Start]);
        }
    }

    private void Add((int Start, int End) places, bool areAlike, bool counts, Meetings meetings)
    {
        foreach (var other in entries.Speaker.AsSpan(places.Start, places.End - places.Start))
        {
            if (other != SaidBySource.Nobody)
            {
                meetings.Add(other, areAlike, counts);
            }
        }
    }

    /// <summary>What the assertions of a source repeat; of very many others who say the same some stand for all.</summary>
    private void Sum(int source, Meetings meetings)
    {
        ref readonly var one = ref strangers[source];
        var (all, shown) = (new RepeatedByStrength(one.Strength), new RepeatedByStrength(one.Strength));
        for (var entry = entries.First[source]; entry < entries.First[source + 1]; entry++)
        {
            var (start, end) = statements.PlacesOf(entries.Said[entry]);
            var least = evidence.Corpus.Labels.Of(entries.Item[entry]) is null ? 0 : LeastShown;
            var step = Math.Max(1, (end - start) / compared!.MostVoices);
            meetings.Next();
            meetings.IsNew(source);
            for (var place = start; place < end; place += step)
            {
                if (entries.Speaker[place] is var other and not SaidBySource.Nobody && meetings.IsNew(other))
                {
                    ref readonly var it = ref strangers[other];
                    var (alike, apart) = meetings.With(other);
                    var likely = Likely(one, it, alike, apart);
                    all.Add(it.Strength, likely > least ? step * likely : 0);
                    shown.Add(it.Strength, likely > LeastShown ? step * likely : 0);
                }
            }

            var (assertion, repeated) = (entries.Assertion[entry], shown.Take());
            (Shown[assertion], NotShown[assertion]) = ((float)repeated, (float)(all.Take() - repeated));
        }
    }

    /// <summary>What is asked of a source by those who meet it, in one place.</summary>
    /// <param name="Affiliation">First source of its affiliation.</param>
    /// <param name="Strength">Its strength by the rules.</param>
    /// <param name="Repeating">How likely it repeats one it does not know.</param>
    private readonly record struct Stranger(int Affiliation, double Strength, double Repeating);
}
