using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What consistency relations add to the log-odds of claims.</summary>
/// <remarks>
/// Belief propagation (Pearl 1988) on pairs of claims: each end is told what the relation makes of the other end's odds
/// without what the item of this end told it (<see cref="RelationTrees"/>), so that no claim supports itself. A message from a claim that rests on the same sources as its target, or as
/// another message's claim, is the same voice again: of such a group only about the strongest counts. Damped by half.
/// </remarks>
internal sealed class RelationMessages
{
    private const double Damping = 0.5;
    public const double LargestLogOdds = 20;
    private const int TargetsPerRun = 512;

    /// <summary>In nats, over which a slope is taken.</summary>
    private const double Near = 0.01;

    /// <summary>In nats: what is less is rounding, or what damping has left of a message.</summary>
    private const double Nothing = 1e-6;

    private readonly Evidence evidence;
    private readonly ClaimRelation[] relations;
    private readonly RelationTarget[] targets;
    private readonly RelationTrees trees;
    private readonly double[] next;
    private readonly bool[] says;

    public RelationMessages(Evidence evidence)
    {
        this.evidence = evidence;
        relations = evidence.Corpus.Relations;
        OfClaim = relations.Length == 0 ? [] : new double[evidence.Corpus.ClaimCount];
        OfRelation = new double[2 * relations.Length];
        (next, says) = (new double[OfRelation.Length], new bool[OfRelation.Length]);
        trees = new RelationTrees(evidence.Corpus);
        var voices = new Dictionary<int, HashSet<ClaimVoice>>();
        foreach (var claim in relations.SelectMany(relation => (int[])[relation.Claim, relation.OtherClaim]))
        {
            if (!voices.ContainsKey(claim))
            {
                voices[claim] = VoicesOn(claim);
            }
        }

        var known = new Dictionary<string, (bool IsFor, int[] Messages)[]>(StringComparer.Ordinal);
        targets =
        [
            .. relations.SelectMany((relation, index) => ((int Index, int From, int Target)[])
                [
                    (2 * index, relation.OtherClaim, relation.Claim),
                    ((2 * index) + 1, relation.Claim, relation.OtherClaim),
                ])
                .GroupBy(incoming => incoming.Target).OrderBy(group => group.Key)
                .Select(group => new RelationTarget(
                    group.Key, [.. group.Select(message => message.Index)], [.. group.Select(message => message.From)],
                    [.. group.Select(message => relations[message.Index / 2].Kind == RelationKind.Excludes)], voices, known)),
        ];
    }

    /// <summary>The items of the related claims.</summary>
    public int[] Items => trees.Items;

    /// <summary>Weight added to each claim, in nats; empty if there are no relations.</summary>
    public double[] OfClaim { get; }

    /// <summary>What each relation gives its first claim (entry 2i) and its second (2i + 1), in nats.</summary>
    public double[] OfRelation { get; }

    /// <summary>Recomputes the messages from the credibilities of the last pass.</summary>
    public void Update(Column<double> credibility)
    {
        if (relations.Length == 0)
        {
            return;
        }

        ForEachTarget(target =>
        {
            for (var i = 0; i < target.Message.Length; i++)
            {
                var message = target.Message[i];
                says[message] = SaysAnything(relations[message / 2], message % 2 == 0, LogOdds(credibility[target.From[i]]) - OfRelation[message ^ 1]);
            }
        });
        Runs.ForEach(Items.Length, RelationTrees.ItemsPerRun, evidence.Corpus.Store.ThreadLimit, trees.NewRoom, (first, last, room) =>
        {
            for (var item = first; item < last; item++)
            {
                room.Tell(item, credibility, OfRelation, says, next);
            }
        });
        ForEachTarget(target => target.Share(next, own: LogOdds(credibility[target.Claim]) - OfClaim[target.Claim], evidence.Rules.Independence.SameOrigin.Correlation));
        ForEachTarget(target =>
        {
            OfClaim[target.Claim] = 0;
            foreach (var message in target.Message)
            {
                OfRelation[message] += Damping * (next[message] - OfRelation[message]);
                OfClaim[target.Claim] += OfRelation[message];
            }
        });
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
        var forbidden = relation.Forbidden;
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

    /// <summary>Whether that is anything.</summary>
    private static bool SaysAnything(ClaimRelation relation, bool toFirst, double logOdds) =>
        relation.Kind == RelationKind.Equivalent || (relation.Kind == RelationKind.Implies && toFirst ? logOdds < 0 : logOdds > 0);

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
        return Math.Abs(raw) < Nothing ? slope : slope * Math.Clamp(messages[index] / raw, 0, 1);
    }

    /// <summary>Goes through the claims that are told something, on all threads.</summary>
    private void ForEachTarget(Action<RelationTarget> act) => Runs.ForEach(targets.Length, TargetsPerRun, evidence.Corpus.Store.ThreadLimit, i => act(targets[i]));

    /// <summary>Who speaks for a claim and who against it: of two answers, who gives one speaks against the other.</summary>
    private HashSet<ClaimVoice> VoicesOn(int claim)
    {
        var voices = new HashSet<ClaimVoice>();
        AddVoices(claim, isSame: true, voices);
        if (evidence.Corpus.OtherAnswer(evidence.Corpus.ItemOfClaim[claim], claim) is var other and >= 0)
        {
            AddVoices(other, isSame: false, voices);
        }

        return voices;
    }

    private void AddVoices(int ofClaim, bool isSame, HashSet<ClaimVoice> voices)
    {
        for (var a = evidence.Corpus.FirstAssertion[ofClaim]; a < evidence.Corpus.FirstAssertion[ofClaim + 1]; a++)
        {
            if (evidence.RuleWeight[a] > 0)
            {
                voices.Add(new ClaimVoice(evidence.Speaker[a], (evidence.Corpus.Details.StanceOf(a) == Stance.Supports) == isSame));
            }
        }
    }

    public static double LogOdds(double probability) =>
        Math.Clamp(Math.Log(probability / (1 - probability)), -LargestLogOdds, LargestLogOdds);
}
