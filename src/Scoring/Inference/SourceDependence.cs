using System.Runtime.InteropServices;
using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>Finds sources that repeat one another: who share unlikely values, share them for a reason.</summary>
/// <remarks>
/// The idea is that of Dong, Berti-Equille and Srivastava (2009, doi:10.14778/1687627.1687690): the truth is one and sharing it
/// proves nothing, the errors are many. Here a pair's dependence is the part of the errors it could share beyond chance that it
/// does share, shrunk by two errors, and squared, since chance pairs reach small values. Pairs are met through an inverted
/// index over unlikely claims, never source by source. Of items that draw from a few labels, sharing a wrong one is little surprise:
/// chance is reckoned by label, and only what is clear counts. O(assertions × sources that repeat one another).
/// </remarks>
internal sealed class SourceDependence
{
    private const int MostSupporters = 64;
    private const int LeastAssertions = 5;
    private const double MostLikely = 0.99;
    private const double LeastSharedErrors = 0.5;
    private const double Shrinkage = 2;
    private const double Strongest = 0.98;
    private const double Weakest = 0.01;
    private const double LeastReported = 0.5;
    private const double LeastReportedErrors = 3;
    private const double LeastSurprise = 4;
    private const long MostSteps = 200_000_000;
    private const int SourcesPerRun = 512;
    private const int StatementsPerRun = 1 << 14;
    private const int PairsPerRun = 1 << 12;

    private readonly Evidence evidence;
    private readonly Statements statements;
    private readonly SaidBySource entries;
    private readonly Strangers strangers;
    private readonly bool areLabelsSought;
    private Column<double> credibility = [];

    /// <param name="evidence">The evidence.</param>
    public SourceDependence(Evidence evidence)
    {
        (this.evidence, statements, areLabelsSought) = (evidence, new Statements(evidence.Corpus), AreLabelsSought(evidence.Corpus));
        entries = new SaidBySource(evidence, statements);
        strangers = new Strangers(evidence, statements, entries);
    }

    /// <summary>Whether to look for it: large corpora of few labels would have nearly all sources share some errors with nearly all.</summary>
    public static bool IsSoughtIn(Corpus corpus) => corpus.Labels.All is null || AreLabelsSought(corpus);

    private static bool AreLabelsSought(Corpus corpus) => corpus.AssertionCount <= ItemSample.MostInFull;

    /// <summary>Looks for dependent sources, and for what is left of each assertion beside those of its claim that it depends on.</summary>
    /// <param name="known">Credibility of each claim as far as it is known.</param>
    /// <returns>The sum over the others who say the same of their dependence, for each assertion, empty if all is 0; the clear pairs; and whether shared errors show any.</returns>
    public (Column<double> Repeated, List<CopyPair> Pairs, bool IsShown) Find(Column<double> known)
    {
        ReleaseRestated();
        credibility = statements.Restated(known);
        if (Candidates() is not { Count: > 0 } candidates)
        {
            return (BeforeErrors(), [], false);
        }

        var compared = new double[candidates.Count];
        var clear = new List<CopyPair>?[(candidates.Count + PairsPerRun - 1) / PairsPerRun];
        Runs.ForEach(candidates.Count, PairsPerRun, evidence.Corpus.Store.ThreadLimit, () => new Room(statements, credibility, evidence.Corpus.Labels), (first, last, room) =>
        {
            for (var i = first; i < last; i++)
            {
                compared[i] = Compare(candidates[i].One, candidates[i].Other, room, out var pair);
                if (pair is not null)
                {
                    (clear[first / PairsPerRun] ??= []).Add(pair);
                }
            }
        });
        var neighbours = new List<(int Source, double Dependence)>?[evidence.Corpus.SourceCount];
        for (var i = 0; i < compared.Length; i++)
        {
            if (compared[i] > 0)
            {
                Neighbours(candidates[i].One).Add((candidates[i].Other, compared[i]));
                Neighbours(candidates[i].Other).Add((candidates[i].One, compared[i]));
            }
        }

        List<CopyPair> pairs = [.. clear.SelectMany(ofRun => ofRun ?? [])];
        pairs.Sort((x, y) => (-x.SharedErrors, x.Source, x.Of).CompareTo((-y.SharedErrors, y.Source, y.Of)));
        return Array.TrueForAll(neighbours, list => list is null) ? (BeforeErrors(), pairs, false) : (Repeated(neighbours), pairs, true);

        List<(int, double)> Neighbours(int source) => neighbours[source] ??= [];
    }

    /// <summary>The same sum before any error is known: of those who were never, or hardly ever, seen to differ.</summary>
    public Column<double> BeforeErrors() => strangers.Added([], strangers.Shown);

    /// <summary>The same sum with those of whom nothing shows whether they repeat one another, as far as the rules hold that they may.</summary>
    /// <param name="repeated">What is shown; empty if nothing is.</param>
    public Column<double> WithStrangers(Column<double> repeated) => strangers.Added(repeated, strangers.NotShown);

    /// <summary>Gives its index back: nobody may search any more.</summary>
    public void Release()
    {
        strangers.Release();
        entries.Release();
        statements.Release();
        ReleaseRestated();
    }

    /// <summary>Where nothing is restated the credibilities are the caller's.</summary>
    private void ReleaseRestated()
    {
        if (statements.IsRestated)
        {
            credibility.Release();
        }
    }

    private int CountOf(int source) => entries.First[source + 1] - entries.First[source];

    /// <summary>Pairs of sources that share unlikely claims, in order of their indices.</summary>
    private List<CandidatePair> Candidates()
    {
        var (isUnlikely, sources) = (Unlikely(), evidence.Corpus.SourceCount);
        var found = new ForemostPairs((sources + SourcesPerRun - 1) / SourcesPerRun, pair => CountOf(pair.One) + CountOf(pair.Other), MostSteps);
        Runs.ForEach(sources, SourcesPerRun, evidence.Corpus.Store.ThreadLimit, () => new SharedClaims(sources), (first, last, shared) =>
        {
            var ofRun = new List<CandidatePair>();
            for (var one = first; one < last; one++)
            {
                if (CountOf(one) >= LeastAssertions)
                {
                    Meet(one, isUnlikely, shared);
                    shared.MoveTo(ofRun, one, evidence.Corpus.Labels.All is null ? LeastSharedErrors : LeastReportedErrors);
                }
            }

            found.Add(first / SourcesPerRun, ofRun);
        });
        return found.Taken();
    }

    /// <summary>Goes through the unlikely claims of a source and those of higher index who make them too.</summary>
    private void Meet(int one, bool[] isUnlikely, SharedClaims shared)
    {
        for (var i = entries.First[one]; i < entries.First[one + 1]; i++)
        {
            var statement = entries.Said[i];
            if (!isUnlikely[statement] || (i > entries.First[one] && entries.Said[i - 1] == statement))
            {
                continue;
            }

            var (place, end) = statements.PlacesOf(statement);
            for (; place < end; place++)
            {
                if (entries.Speaker[place] is var other && other > one && CountOf(other) >= LeastAssertions)
                {
                    shared.Add(other, entry: i, 1 - credibility[statement]);
                }
            }
        }
    }

    /// <summary>Statements that prove something if two share them, and that not so many make that looking at all pairs would take too long.</summary>
    private bool[] Unlikely()
    {
        var isUnlikely = new bool[statements.Count];
        ForStatements((statement, seenAt) => isUnlikely[statement] = IsUnlikely(statement, seenAt));
        return isUnlikely;
    }

    private bool IsUnlikely(int statement, int[] seenAt)
    {
        var ((place, end), supporters) = (statements.PlacesOf(statement), 0);
        if (credibility[statement] >= MostLikely || end - place < 2 || (!areLabelsSought && evidence.Corpus.Labels.PlaceOf(statements.ItemOf(statement)) >= 0))
        {
            return false;
        }

        for (; place < end && supporters <= MostSupporters; place++)
        {
            if (entries.Speaker[place] is var speaker and not SaidBySource.Nobody && CountOf(speaker) >= LeastAssertions && seenAt[speaker] != statement + 1)
            {
                seenAt[speaker] = statement + 1;
                supporters++;
            }
        }

        return supporters is > 1 and <= MostSupporters;
    }

    /// <summary>Goes through all statements; each is given with where its thread has last seen each source, as the index of a statement plus one.</summary>
    private void ForStatements(Action<int, int[]> act) => Runs.ForEach(
        statements.Count, StatementsPerRun, evidence.Corpus.Store.ThreadLimit, () => new int[evidence.Corpus.SourceCount], (first, last, seenAt) =>
        {
            for (var statement = first; statement < last; statement++)
            {
                act(statement, seenAt);
            }
        });

    /// <summary>Walks through the items of both sources.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="room">To work in.</param>
    /// <param name="clear">The pair, if one clearly repeats the other.</param>
    /// <returns>How far what both say is one voice, in [0, 1], beyond what strangers are; 0 where that is next to nothing, or not clear enough.</returns>
    private double Compare(int one, int other, Room room, out CopyPair? clear)
    {
        var itemOf = entries.Item;
        var (alike, apart) = (0, 0);
        room.Open.Clear();
        room.Labels.Clear();
        for (int i = entries.First[one], j = entries.First[other]; i < entries.First[one + 1] && j < entries.First[other + 1];)
        {
            var item = itemOf[i];
            if (item == itemOf[j])
            {
                i = entries.Take(i, entries.First[one + 1], item, room.Mine);
                j = entries.Take(j, entries.First[other + 1], item, room.Its);
                var isLabelled = evidence.Corpus.Labels.PlaceOf(item) >= 0;
                if (!isLabelled || areLabelsSought)
                {
                    (isLabelled ? room.Labels : room.Open).Add(item, CollectionsMarshal.AsSpan(room.Mine), CollectionsMarshal.AsSpan(room.Its));
                }

                var areAlike = strangers.AreAlike(item, room.Mine, room.Its);
                (alike, apart) = (alike + (areAlike == true ? 1 : 0), apart + (areAlike == false ? 1 : 0));
                continue;
            }

            var isBehind = item < itemOf[j];
            i += isBehind ? 1 : 0;
            j += isBehind ? 0 : 1;
        }

        var (open, labels) = (Judged(room.Open), Judged(room.Labels));
        clear = !open.IsClear && !labels.IsClear ? null : CopyDirection.Of(
            new CopyPair(one, other, IsDirected: false, room.Open.Shared + room.Labels.Shared, open.ByChance + labels.ByChance, room.Open.Items + room.Labels.Items),
            evidence.Corpus.Details, entries, credibility);

        // Where labels are few, hard items have everybody err alike: only what is clear counts.
        var dependence = Math.Max(open.Dependence, labels.IsClear ? labels.Dependence : 0);
        return dependence * dependence < Weakest ? 0 : Math.Max(0, (dependence * dependence) - strangers.ShownLikely(one, other, alike, apart));
    }

    /// <summary>How far two sources are one voice by the errors that they share, and whether that is clear.</summary>
    private static (double Dependence, double ByChance, bool IsClear) Judged(SharedErrors errors)
    {
        var byChance = errors.ByChance();
        var dependence = Math.Clamp((errors.Shared - byChance) / Math.Max(1e-9, errors.Fewest - byChance + Shrinkage), 0, Strongest);
        return (dependence, byChance, dependence >= LeastReported && errors.Shared >= LeastReportedErrors && (errors.Shared - byChance) / Math.Sqrt(byChance + 1) >= LeastSurprise);
    }

    private Column<double> Repeated(List<(int Source, double Dependence)>?[] neighbours)
    {
        var repeated = BeforeErrors() is { Length: > 0 } shown ? shown : evidence.Corpus.Store.New<double>(evidence.Corpus.AssertionCount);
        ForStatements((statement, seenAt) =>
        {
            var (start, end) = statements.PlacesOf(statement);
            for (var place = start; place < end; place++)
            {
                if (entries.Speaker[place] is var speaker and not SaidBySource.Nobody)
                {
                    seenAt[speaker] = statement + 1;
                }
            }

            for (var place = start; place < end; place++)
            {
                if (entries.Speaker[place] is var speaker and not SaidBySource.Nobody && neighbours[speaker] is { } list)
                {
                    foreach (var (source, dependence) in list)
                    {
                        repeated[statements.AssertionAt(place)] += seenAt[source] == statement + 1 ? dependence : 0;
                    }
                }
            }
        });
        return repeated;
    }

    /// <summary>What a thread needs to compare pairs of sources.</summary>
    private sealed class Room(Statements statements, Column<double> credibility, LabelSets sets)
    {
        /// <summary>Errors on open items.</summary>
        public SharedErrors Open { get; } = new(statements, credibility);

        /// <summary>Errors on items with shared labels.</summary>
        public SharedErrors Labels { get; } = new(statements, credibility, sets);

        public List<int> Mine { get; } = [];

        public List<int> Its { get; } = [];
    }
}
