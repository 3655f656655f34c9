using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>What consistency relations add to the log-odds of claims.</summary>
/// <remarks>
/// Belief propagation (Pearl 1988) on pairs of claims: each end is told what the relation makes of the other end's odds
/// without what this relation told it before, so that no claim supports itself. A message from a claim that rests on the same sources as its target, or as
/// another message's claim, is the same voice again: of such a group only about the strongest counts. Damped by half.
/// </remarks>
internal sealed class RelationMessages
{
    private const double Damping = 0.5;
    private const double LargestLogOdds = 20;

    /// <summary>In nats, over which a slope is taken.</summary>
    private const double Near = 0.01;

    private readonly Evidence evidence;
    private readonly ClaimRelation[] relations;
    private readonly Incoming[][] incomingOfTarget;
    private readonly Dictionary<int, HashSet<int>> supporters = [];
    private readonly double[] next;

    public RelationMessages(Evidence evidence)
    {
        this.evidence = evidence;
        relations = evidence.Corpus.Relations;
        OfClaim = relations.Length == 0 ? [] : new double[evidence.Corpus.ClaimCount];
        OfRelation = new double[2 * relations.Length];
        next = new double[OfRelation.Length];
        Items = [.. relations.SelectMany(relation => (int[])[relation.Claim, relation.OtherClaim]).Select(claim => evidence.Corpus.ItemOfClaim[claim]).Distinct().Order()];
        incomingOfTarget =
        [
            .. relations.SelectMany((relation, index) => (Incoming[])
                [
                    new(2 * index, relation.OtherClaim, relation.Claim),
                    new((2 * index) + 1, relation.Claim, relation.OtherClaim),
                ])
                .GroupBy(incoming => incoming.Target).OrderBy(group => group.Key).Select(group => group.ToArray()),
        ];
        foreach (var claim in relations.SelectMany(relation => (int[])[relation.Claim, relation.OtherClaim]))
        {
            supporters.TryAdd(claim, SupportersOf(claim));
        }
    }

    /// <summary>The items of the related claims.</summary>
    public int[] Items { get; }

    /// <summary>Weight added to each claim, in nats; empty if there are no relations.</summary>
    public double[] OfClaim { get; }

    /// <summary>What each relation gives its first claim (entry 2i) and its second (2i + 1), in nats.</summary>
    public double[] OfRelation { get; }

    /// <summary>Recomputes the messages from the credibilities of the last pass.</summary>
    public void Update(ReadOnlySpan<double> credibility)
    {
        if (relations.Length == 0)
        {
            return;
        }

        foreach (var incoming in incomingOfTarget)
        {
            var target = incoming[0].Target;
            foreach (var message in incoming)
            {
                var cavity = LogOdds(credibility[message.From]) - OfRelation[message.Index ^ 1];
                next[message.Index] = Message(relations[message.Index / 2], message.Index % 2 == 0, cavity);
            }

            Share(incoming, own: LogOdds(credibility[target]) - OfClaim[target]);
        }

        Array.Clear(OfClaim);
        foreach (var incoming in incomingOfTarget)
        {
            foreach (var message in incoming)
            {
                OfRelation[message.Index] += Damping * (next[message.Index] - OfRelation[message.Index]);
                OfClaim[message.Target] += OfRelation[message.Index];
            }
        }
    }

    /// <summary>What a relation says of one end when the other has the given log-odds, as log-odds.</summary>
    /// <remarks>
    /// An implication lifts what it implies at most to the credibility of what implies it; it counts against what implies only
    /// where the implied is more likely false than true, and an exclusion only where the other is more likely true than
    /// false: a prerequisite that nobody mentions is no evidence against a claim.
    /// </remarks>
    public static double Message(ClaimRelation relation, bool toFirst, double logOdds)
    {
        var probability = 1 / (1 + Math.Exp(-logOdds));
        var forbidden = Math.Pow(10, -relation.StrengthDb / 10);
        var ifTrue = probability + ((1 - probability) * forbidden);
        var ifFalse = 1 - probability + (probability * forbidden);
        var undecided = (1 + forbidden) / 2;
        return relation.Kind switch
        {
            RelationKind.Implies => toFirst ? Math.Min(0, Math.Log(ifTrue / undecided)) : Math.Max(0, Math.Min(logOdds, -Math.Log(ifFalse))),
            RelationKind.Excludes => Math.Min(0, Math.Log(ifFalse / undecided)),
            _ => Math.Log(ifTrue / ifFalse),
        };
    }

    /// <summary>How fast what a relation tells one end grows with the log-odds of the other, in [−1, 1].</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="index">Of the message: twice that of the relation, and one more if it goes to the second end.</param>
    /// <param name="messages">All messages, as <see cref="OfRelation"/>.</param>
    /// <param name="credibility">Credibility of the other end.</param>
    public static double Slope(ClaimRelation relation, int index, ReadOnlySpan<double> messages, double credibility)
    {
        var toFirst = index % 2 == 0;
        var cavity = LogOdds(credibility) - messages[index ^ 1];
        var (raw, slope) = (Message(relation, toFirst, cavity), (Message(relation, toFirst, cavity + Near) - Message(relation, toFirst, cavity - Near)) / (2 * Near));
        return raw == 0 ? slope : slope * Math.Clamp(messages[index] / raw, 0, 1);
    }

    /// <summary>Scales down messages that are one voice: with one another, or with what supports the target anyway.</summary>
    private void Share(Incoming[] incoming, double own)
    {
        foreach (var sign in (int[])[1, -1])
        {
            var left = incoming.Where(message => Math.Sign(next[message.Index]) == sign).ToList();
            while (left.Count > 0)
            {
                var sources = new HashSet<int>(supporters[left[0].From]);
                var group = new List<Incoming>();
                for (var joins = 0; joins >= 0; joins = left.FindIndex(message => sources.Overlaps(supporters[message.From])))
                {
                    group.Add(left[joins]);
                    sources.UnionWith(supporters[left[joins].From]);
                    left.RemoveAt(joins);
                }

                var already = sources.Overlaps(supporters[incoming[0].Target]) ? Math.Max(0, sign * own) : 0;
                Scale(group, already);
            }
        }
    }

    private void Scale(List<Incoming> group, double already)
    {
        var told = group.Sum(message => Math.Abs(next[message.Index]));
        var largest = Math.Max(already, group.Max(message => Math.Abs(next[message.Index])));
        var voices = (already + told) / largest;
        var together = (already + told) / (1 + ((voices - 1) * evidence.Rules.Independence.SameOrigin.Correlation));
        var scale = Math.Max(0, together - already) / told;
        foreach (var message in group)
        {
            next[message.Index] *= scale;
        }
    }

    private HashSet<int> SupportersOf(int claim)
    {
        var speakers = new HashSet<int>();
        for (var a = evidence.Corpus.FirstAssertion[claim]; a < evidence.Corpus.FirstAssertion[claim + 1]; a++)
        {
            if (evidence.RuleWeight[a] > 0 && evidence.Corpus.Details.StanceOf(a) == Stance.Supports)
            {
                speakers.Add(evidence.Speaker[a]);
            }
        }

        return speakers;
    }

    private static double LogOdds(double probability) =>
        Math.Clamp(Math.Log(probability / (1 - probability)), -LargestLogOdds, LargestLogOdds);

    /// <summary>A message on its way; even indices go to the first claim of relation index / 2, odd ones to the second.</summary>
    private sealed record Incoming(int Index, int From, int Target);
}
