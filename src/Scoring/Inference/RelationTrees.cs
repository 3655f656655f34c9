using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What the claims of an item are told by the items around it, each of which is reached in one way only.</summary>
/// <remarks>
/// Where relations close a circle, messages that go round it come back to who sent them as if others said so too. So each item looks at the items around it as at
/// a tree with itself at the root: those first that tell something, and of the ways to one the one that loses least. Of a ≡ b ≡ c ≡ a, a is told by b and by c,
/// and what b and c tell each other is left out for it; where a ≡ c is weak and the others are strong, c reaches a through b, and a ≡ c is left out. What lies
/// beyond the tree speaks as it does to all. Where relations close no circle nearby this is belief propagation, which is exact on trees, and looks no further than to the next items.
/// </remarks>
internal sealed class RelationTrees
{
    public const int ItemsPerRun = 64;

    /// <summary>Items of a tree, beside the neighbours of its root, which are all in it.</summary>
    private const int MostItems = 32;

    /// <summary>Least probability of what is beside the values that two items have in common.</summary>
    private const double LeastRest = 1e-3;

    /// <summary>An item with more relations is no way on to others.</summary>
    private const int MostRelations = 64;

    private readonly ClaimRelation[] relations;
    private readonly int[] first;
    private readonly Link[] links;
    private readonly bool[] isNearCircle;
    private readonly double[] loss;

    public RelationTrees(Corpus corpus)
    {
        relations = corpus.Relations;
        Items = [.. relations.SelectMany(relation => (int[])[relation.Claim, relation.OtherClaim]).Select(claim => corpus.ItemOfClaim[claim]).Distinct().Order()];
        var placeOf = Items.Index().ToDictionary(item => item.Item, item => item.Index);
        var byItem = relations.SelectMany((relation, index) => ((int Item, Link Link)[])
            [
                (Place(relation.Claim), new Link(Place(relation.OtherClaim), 2 * index, relation.Claim, relation.OtherClaim)),
                (Place(relation.OtherClaim), new Link(Place(relation.Claim), (2 * index) + 1, relation.OtherClaim, relation.Claim)),
            ]).OrderBy(row => row.Item).ThenBy(row => row.Link.To).ThenBy(row => row.Link.Message).ToArray();
        links = Array.ConvertAll(byItem, row => row.Link);
        loss = Array.ConvertAll(relations, relation => -Math.Log((1 - relation.Forbidden) / (1 + relation.Forbidden)));
        first = new int[Items.Length + 1];
        Array.ForEach(byItem, row => first[row.Item + 1]++);
        for (var item = 0; item < Items.Length; item++)
        {
            first[item + 1] += first[item];
        }

        isNearCircle = new bool[Items.Length];
        Runs.ForEach(Items.Length, ItemsPerRun, corpus.Store.ThreadLimit, NewRoom, (start, end, room) =>
        {
            for (var item = start; item < end; item++)
            {
                isNearCircle[item] = room.IsNearCircle(item);
            }
        });

        int Place(int claim) => placeOf[corpus.ItemOfClaim[claim]];
    }

    /// <summary>The items of the related claims, ascending.</summary>
    public int[] Items { get; }

    /// <summary>Room for a thread to work in.</summary>
    public Room NewRoom() => new(this);

    private bool IsWayOn(int item) => first[item + 1] - first[item] <= MostRelations;

    /// <summary>One end of a relation.</summary>
    /// <param name="To">Place of the item at the other end among the related items.</param>
    /// <param name="Message">Index of the message that this end is told.</param>
    /// <param name="Claim">The claim at this end.</param>
    /// <param name="From">The claim at the other end.</param>
    private readonly record struct Link(int To, int Message, int Claim, int From);

    /// <summary>One tree after another.</summary>
    internal sealed class Room(RelationTrees trees)
    {
        private readonly List<int> items = [];
        private readonly List<int> parent = [];
        private readonly List<double> lossOf = [];
        private readonly PriorityQueue<(Link Link, int From), (double Loss, int Turn)> ways = new();
        private readonly List<List<(Link Link, int From)>> inner = [];
        private readonly int[] nodeOf = new int[trees.Items.Length];
        private readonly double[] told = new double[2 * trees.relations.Length];
        private readonly Dictionary<int, double> changes = [];
        private readonly List<Link> toParent = [];
        private int turn;

        /// <summary>Puts what the claims of an item are told into the messages.</summary>
        /// <param name="root">Place of the item among the related ones.</param>
        /// <param name="credibility">Credibility of each claim, with what it was told before.</param>
        /// <param name="before">What each message was.</param>
        /// <param name="says">Whether each message would say anything if it were only for the two claims.</param>
        /// <param name="next">Receives the messages to the item.</param>
        /// <remarks>O(relations of the item and of up to 32 around it).</remarks>
        public void Tell(int root, Column<double> credibility, double[] before, bool[] says, double[] next)
        {
            Add(root, -1, 0);
            if (trees.isNearCircle[root])
            {
                Grow(link => says[link.Message]);
                Grow(_ => true);
            }
            else
            {
                AddNext();
            }

            FindInner();
            for (var node = items.Count - 1; node > 0; node--)
            {
                Judge(node, credibility, before);
            }

            foreach (var (link, from) in inner[0])
            {
                next[link.Message] = parent[from] == 0 ? told[link.Message] : 0;
            }

            Clear();
        }

        /// <summary>Whether there is a circle of relations among an item and those around it.</summary>
        public bool IsNearCircle(int root)
        {
            Add(root, -1, 0);
            Grow(_ => true);
            FindInner();
            var isThere = false;
            for (var node = 0; node < items.Count && !isThere; node++)
            {
                isThere = inner[node].Exists(relation => parent[node] != relation.From && parent[relation.From] != node);
            }

            Clear();
            return isThere;
        }

        private void Clear()
        {
            items.ForEach(item => nodeOf[item] = 0);
            items.Clear();
            parent.Clear();
            lossOf.Clear();
            turn = 0;
        }

        /// <summary>Adds the items next to the root.</summary>
        private void AddNext()
        {
            foreach (var link in WaysFrom(0))
            {
                if (nodeOf[link.To] == 0)
                {
                    Add(link.To, 0, 0);
                }
            }
        }

        /// <summary>Adds the items to which links lead on, always the one next that loses least on the way from the root.</summary>
        private void Grow(Func<Link, bool> leadsOn)
        {
            for (var node = 0; node < items.Count; node++)
            {
                LookAhead(node, leadsOn);
            }

            while (ways.TryDequeue(out var way, out var at))
            {
                if (nodeOf[way.Link.To] == 0 && (way.From == 0 || items.Count < MostItems))
                {
                    Add(way.Link.To, way.From, at.Loss);
                    LookAhead(items.Count - 1, leadsOn);
                }
            }
        }

        private void LookAhead(int node, Func<Link, bool> leadsOn)
        {
            foreach (var link in items.Count < MostItems || node == 0 ? WaysFrom(node) : [])
            {
                if (nodeOf[link.To] == 0 && leadsOn(link))
                {
                    ways.Enqueue((link, node), (lossOf[node] + trees.loss[link.Message / 2], turn++));
                }
            }
        }

        private void Add(int item, int from, double loss)
        {
            if (inner.Count == items.Count)
            {
                inner.Add([]);
            }

            inner[items.Count].Clear();
            items.Add(item);
            parent.Add(from);
            lossOf.Add(loss);

            // One more than its place, for 0 is none.
            nodeOf[item] = items.Count;
        }

        /// <summary>Finds the relations within the tree: each is seen from both ends, but for those of items with very many, which are seen from the other end alone.</summary>
        private void FindInner()
        {
            for (var node = 0; node < items.Count; node++)
            {
                foreach (var link in WaysFrom(node))
                {
                    if (nodeOf[link.To] - 1 is var other and >= 0)
                    {
                        inner[node].Add((link, other));
                        if (other > 0 && !trees.IsWayOn(items[other]))
                        {
                            inner[other].Add((new Link(items[node], link.Message ^ 1, link.From, link.Claim), node));
                        }
                    }
                }
            }
        }

        /// <summary>What an item tells the one before it in the tree: by its own voices, what those after it tell it, and what the rest of the corpus does.</summary>
        private void Judge(int node, Column<double> credibility, double[] before)
        {
            changes.Clear();
            foreach (var (link, from) in inner[node])
            {
                changes[link.Claim] = changes.GetValueOrDefault(link.Claim) + (parent[from] == node ? told[link.Message] : 0) - before[link.Message];
            }

            var (gained, most) = (0.0, (Claim: -1, Gain: 0.0));
            foreach (var claim in changes.Keys)
            {
                var gain = Gain(claim, credibility);
                gained += gain;
                most = Math.Abs(gain) > most.Gain ? (claim, Math.Abs(gain)) : most;
            }

            var besideMost = changes.Keys.Sum(claim => claim == most.Claim ? 0 : Gain(claim, credibility));
            toParent.Clear();
            toParent.AddRange(inner[node].Where(relation => relation.From == parent[node]).Select(relation => relation.Link));
            var rest = IsTranslation() ? Math.Max(LeastRest, 1 - toParent.Sum(link => 1 / (1 + Math.Exp(-After(link.Claim))))) : 0;
            foreach (var link in toParent)
            {
                var (message, logOdds) = (link.Message ^ 1, After(link.Claim));
                if (rest > 0)
                {
                    logOdds = Math.Clamp(-Math.Log(rest * (1 + Math.Exp(-logOdds))), -RelationMessages.LargestLogOdds, RelationMessages.LargestLogOdds);
                }

                told[message] = RelationMessages.Message(trees.relations[message / 2], message % 2 == 0, logOdds);
            }

            double After(int claim) => LogOdds(claim, claim == most.Claim ? besideMost : gained - Gain(claim, credibility), credibility);
        }

        /// <summary>Whether several values of an item are each equivalent to one of the item before it. What it tells of each is then told beside the rest of its values: that one of them is true is no news of each of the others again.</summary>
        private bool IsTranslation() => toParent.Count > 1
            && toParent.TrueForAll(link => trees.relations[link.Message / 2].Kind == RelationKind.Equivalent)
            && toParent.DistinctBy(link => link.Claim).Count() == toParent.Count && toParent.DistinctBy(link => link.From).Count() == toParent.Count;

        /// <summary>What a claim has gained by the changes, as a share of what all claims of its item had.</summary>
        private double Gain(int claim, Column<double> credibility) => credibility[claim] * (Math.Exp(changes[claim]) - 1);

        /// <summary>Log-odds of a claim after the changes to those of its item, by which its rivals have gained so much.</summary>
        private double LogOdds(int claim, double gainOfRivals, Column<double> credibility)
        {
            var logOdds = changes.Count == 1 ? RelationMessages.LogOdds(credibility[claim]) : Math.Log(credibility[claim] / Math.Max(double.Epsilon, 1 - credibility[claim] + gainOfRivals));
            return Math.Clamp(logOdds + changes[claim], -RelationMessages.LargestLogOdds, RelationMessages.LargestLogOdds);
        }

        /// <summary>The relations of an item of the tree; none where it has so many that only the others are gone through.</summary>
        private ReadOnlySpan<Link> WaysFrom(int node) =>
            node == 0 || trees.IsWayOn(items[node]) ? trees.links.AsSpan(trees.first[items[node]]..trees.first[items[node] + 1]) : [];
    }
}
