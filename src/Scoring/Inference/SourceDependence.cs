using System.Runtime.InteropServices;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>Finds sources that repeat one another: who share unlikely values, share them for a reason.</summary>
/// <remarks>
/// The idea is that of Dong, Berti-Equille and Srivastava (2009, doi:10.14778/1687627.1687690): the truth is one and sharing it
/// proves nothing, the errors are many. Here a pair's dependence is the part of the errors it could share beyond chance that it
/// does share, shrunk by two errors, and squared, since chance pairs reach small values. Pairs are met through an inverted
/// index over unlikely claims, never source by source. Where all items draw from a few labels, sharing a wrong one is little surprise:
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
    private const double DirectionShare = 0.8;
    private const long MostSteps = 200_000_000;
    private const int MostThreads = 512; // of a parallel query

    private readonly Evidence evidence;
    private readonly Column<double> credibility;
    private readonly Column<int> claimOf;
    private readonly int[] first;
    private readonly Column<int> entry;

    private SourceDependence(Evidence evidence, Column<double> credibility)
    {
        (this.evidence, this.credibility) = (evidence, credibility);
        var corpus = evidence.Corpus;
        first = new int[corpus.SourceCount + 1];
        for (var a = 0; a < corpus.AssertionCount; a++)
        {
            first[evidence.Speaker[a] + 1] += Speaks(a) ? 1 : 0;
        }

        for (var source = 0; source < corpus.SourceCount; source++)
        {
            first[source + 1] += first[source];
        }

        var next = first[..^1];
        entry = corpus.Store.New<int>(first[^1]);
        claimOf = corpus.ClaimOfAssertion;
        for (var a = 0; a < corpus.AssertionCount; a++)
        {
            if (Speaks(a))
            {
                entry[next[evidence.Speaker[a]]++] = a;
            }
        }
    }

    /// <summary>Whether to look for it: large corpora of few labels would have nearly all sources share some errors with nearly all.</summary>
    public static bool IsSoughtIn(Corpus corpus) => corpus.SharedLabels.Length == 0 || corpus.AssertionCount <= ItemSample.MostInFull;

    /// <summary>Looks for dependent sources, and for what is left of each assertion beside those of its claim that it depends on.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="credibility">Credibility of each claim as far as it is known.</param>
    /// <returns>The sum over the other supporters of its claim of their dependence, for each assertion, and the clear pairs; empty if there are none.</returns>
    public static (double[] Repeated, List<CopyPair> Pairs) Find(Evidence evidence, Column<double> credibility)
    {
        var search = new SourceDependence(evidence, credibility);
        if (search.Candidates() is not { Count: > 0 } candidates)
        {
            return ([], []);
        }

        var neighbours = new Dictionary<int, List<(int Source, double Dependence)>>();
        var pairs = new List<CopyPair>();
        foreach (var pair in candidates.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(MostThreads, evidence.Corpus.Store.ThreadLimit.MaxDegreeOfParallelism)).Select(pair => search.Compare(pair.One, pair.Other)))
        {
            var (one, other) = (pair.Source, pair.Of);
            var dependence = pair.Dependence * pair.Dependence;
            var surprise = (pair.SharedErrors - pair.ByChance) / Math.Sqrt(pair.ByChance + 1);
            var isClear = pair.Dependence >= LeastReported && pair.SharedErrors >= LeastReportedErrors && surprise >= LeastSurprise;
            if (dependence < Weakest || (search.OnlyClear && !isClear))
            {
                continue;
            }

            Neighbours(one).Add((other, dependence));
            Neighbours(other).Add((one, dependence));
            if (isClear)
            {
                pairs.Add(search.Directed(pair));
            }
        }

        pairs.Sort((x, y) => (-x.SharedErrors, x.Source, x.Of).CompareTo((-y.SharedErrors, y.Source, y.Of)));
        return (neighbours.Count == 0 ? [] : search.Repeated(neighbours), pairs);

        List<(int, double)> Neighbours(int source) => neighbours.TryGetValue(source, out var list) ? list : neighbours[source] = [];
    }

    /// <summary>Whether only pairs that clearly repeat one another count: where labels are few, hard items have everybody err alike.</summary>
    private bool OnlyClear => evidence.Corpus.SharedLabels.Length > 0;

    private bool Speaks(int assertion) => evidence.RuleWeight[assertion] > 0 && evidence.Corpus.Details.StanceOf(assertion) == Stance.Supports;

    private int CountOf(int source) => first[source + 1] - first[source];

    /// <summary>Pairs of sources that share unlikely claims, in order of their indices.</summary>
    private List<(int One, int Other)> Candidates()
    {
        var corpus = evidence.Corpus;
        var (isUnlikely, found, met) = (UnlikelyClaims(), new List<(int One, int Other, double Shared)>(), new List<int>());
        var (shared, seenAt) = (new double[corpus.SourceCount], new int[corpus.SourceCount]);
        var least = OnlyClear ? LeastReportedErrors : LeastSharedErrors;
        for (var one = 0; one < corpus.SourceCount; one++)
        {
            if (CountOf(one) < LeastAssertions)
            {
                continue;
            }

            for (var i = first[one]; i < first[one + 1]; i++)
            {
                var claim = claimOf[entry[i]];
                if (!isUnlikely[claim] || (i > first[one] && claimOf[entry[i - 1]] == claim))
                {
                    continue;
                }

                for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
                {
                    var other = evidence.Speaker[a];
                    if (other > one && IsCandidate(a) && seenAt[other] != i + 1)
                    {
                        seenAt[other] = i + 1;
                        if (shared[other] == 0)
                        {
                            met.Add(other);
                        }

                        shared[other] += 1 - credibility[claim];
                    }
                }
            }

            foreach (var other in met)
            {
                if (shared[other] >= least)
                {
                    found.Add((one, other, shared[other]));
                }

                shared[other] = 0;
            }

            met.Clear();
        }

        var steps = MostSteps;
        return [.. found.OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.One).ThenBy(pair => pair.Other)
            .TakeWhile(pair => (steps -= CountOf(pair.One) + CountOf(pair.Other)) > 0)
            .Select(pair => (pair.One, pair.Other)).Order()];
    }

    private bool IsCandidate(int assertion) => Speaks(assertion) && CountOf(evidence.Speaker[assertion]) >= LeastAssertions;

    /// <summary>Claims that prove something if two share them, and that not so many support that looking at all pairs would take too long.</summary>
    private bool[] UnlikelyClaims()
    {
        var corpus = evidence.Corpus;
        var (isUnlikely, seenAt) = (new bool[corpus.ClaimCount], new int[corpus.SourceCount]);
        for (var claim = 0; claim < isUnlikely.Length; claim++)
        {
            var (start, end, supporters) = (corpus.FirstAssertion[claim], corpus.FirstAssertion[claim + 1], 0);
            if (credibility[claim] >= MostLikely || end - start < 2)
            {
                continue;
            }

            for (var a = start; a < end && supporters <= MostSupporters; a++)
            {
                if (IsCandidate(a) && seenAt[evidence.Speaker[a]] != claim + 1)
                {
                    seenAt[evidence.Speaker[a]] = claim + 1;
                    supporters++;
                }
            }

            isUnlikely[claim] = supporters is > 1 and <= MostSupporters;
        }

        return isUnlikely;
    }

    /// <summary>Walks through the items of both sources.</summary>
    private CopyPair Compare(int one, int other)
    {
        var (errors, mine, its) = (new SharedErrors(evidence.Corpus, credibility), new List<int>(), new List<int>());
        for (int i = first[one], j = first[other]; i < first[one + 1] && j < first[other + 1];)
        {
            var order = ItemOf(i).CompareTo(ItemOf(j));
            if (order == 0)
            {
                var item = ItemOf(i);
                i = Take(i, first[one + 1], item, mine);
                j = Take(j, first[other + 1], item, its);
                errors.Add(item, CollectionsMarshal.AsSpan(mine), CollectionsMarshal.AsSpan(its));
                continue;
            }

            i += order < 0 ? 1 : 0;
            j += order > 0 ? 1 : 0;
        }

        var byChance = errors.ByChance();
        var dependence = (errors.Shared - byChance) / Math.Max(1e-9, errors.Fewest - byChance + Shrinkage);
        return new CopyPair(one, other, IsDirected: false, errors.Shared, byChance, errors.Items, Math.Clamp(dependence, 0, Strongest));
    }

    private int ItemOf(int index) => evidence.Corpus.ItemOfClaim[claimOf[entry[index]]];

    /// <summary>The claims of an item that a source names.</summary>
    /// <param name="index">Its first entry on the item.</param>
    /// <param name="end">The end of its entries.</param>
    /// <param name="item">The item.</param>
    /// <param name="claims">Receives them.</param>
    /// <returns>Its next entry.</returns>
    private int Take(int index, int end, int item, List<int> claims)
    {
        for (claims.Clear(); index < end && ItemOf(index) == item; index++)
        {
            claims.Add(claimOf[entry[index]]);
        }

        return index;
    }

    /// <summary>Puts the one first that speaks later on most of the unlikely values that both name.</summary>
    private CopyPair Directed(CopyPair pair)
    {
        var (later, earlier) = (0, 0);
        for (int i = first[pair.Source], j = first[pair.Of]; i < first[pair.Source + 1] && j < first[pair.Of + 1];)
        {
            var order = claimOf[entry[i]].CompareTo(claimOf[entry[j]]);
            var (mine, its) = (evidence.Corpus.Details.TimeOf(entry[i]), evidence.Corpus.Details.TimeOf(entry[j]));
            if (order == 0 && credibility[claimOf[entry[i]]] < 0.5 && mine != AssertionDetails.NoTime && its != AssertionDetails.NoTime)
            {
                later += mine > its ? 1 : 0;
                earlier += mine < its ? 1 : 0;
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        var told = later + earlier;
        return told < LeastReportedErrors || Math.Max(later, earlier) < DirectionShare * told ? pair
            : later > earlier ? pair with { IsDirected = true }
            : pair with { Source = pair.Of, Of = pair.Source, IsDirected = true };
    }

    private double[] Repeated(Dictionary<int, List<(int Source, double Dependence)>> neighbours)
    {
        var corpus = evidence.Corpus;
        var (repeated, lastClaim) = (new double[corpus.AssertionCount], new int[corpus.SourceCount]);
        for (var claim = 0; claim < corpus.ClaimCount; claim++)
        {
            var (start, end) = (corpus.FirstAssertion[claim], corpus.FirstAssertion[claim + 1]);
            for (var a = start; a < end; a++)
            {
                if (Speaks(a))
                {
                    lastClaim[evidence.Speaker[a]] = claim + 1;
                }
            }

            for (var a = start; a < end; a++)
            {
                if (Speaks(a) && neighbours.TryGetValue(evidence.Speaker[a], out var list))
                {
                    foreach (var (source, dependence) in list)
                    {
                        repeated[a] += lastClaim[source] == claim + 1 ? dependence : 0;
                    }
                }
            }
        }

        return repeated;
    }
}
