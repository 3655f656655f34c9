using System.Numerics;
using MathNet.Numerics;
using Scoring.Kernels;

namespace Scoring.Inference;

/// <summary>
/// How many speak on an item, given its true label. Where sources choose what they speak on, silence is evidence: a guide drops the places that have
/// closed, so that a place in one guide alone is more likely closed than one that all guides name.
/// </summary>
/// <remarks>
/// Who is missing is not missing at random (Rubin 1976, doi:10.1093/biomet/63.3.581). Items fall into groups by their number of votes, and the items of
/// each label spread over the groups in shares with a Dirichlet prior around those of all items: a number of votes that is as rare with one label as
/// with the others tells nothing. It is an observation of its own: that voices err together, for which they are discounted, takes nothing off it.
/// </remarks>
/// <param name="labels">Number of labels.</param>
internal sealed class Turnout(int labels)
{
    /// <summary>Most groups: of no vote, of one, of two or three, of four to seven, and so on.</summary>
    public const int Groups = 32;

    /// <summary>Logarithm of how many times as likely something is if labels differ in turnout as if they do not: 3 times is positive evidence (Kass and Raftery 1995, doi:10.1080/01621459.1995.10476572).</summary>
    public const double PositiveEvidence = 1;

    /// <summary>The same: 20 times is strong evidence.</summary>
    public const double StrongEvidence = 3;

    /// <summary>Items that each label has to begin with, spread as all items are, beside one in every group: few items of a group say little, and the more so each of itself.</summary>
    private const double Start = 10;

    private readonly double[] nats = new double[Groups * labels];

    /// <summary>Log-evidence of the groups of the items as learnt last, beyond that if no label differs from another; 0 before.</summary>
    public double LogEvidence { get; private set; }

    /// <summary>Whether anything is learnt.</summary>
    public bool IsLearnt { get; private set; }

    /// <summary>Group of an item with so many votes.</summary>
    public static int GroupOf(int votes) => votes == 0 ? 0 : BitOperations.Log2((uint)votes) + 1;

    /// <summary>Whether items have the more votes the less these agree. Then doubt calls for votes, or hard items get more, and their number tells of that before it tells of the label.</summary>
    /// <param name="columns">The votes.</param>
    /// <remarks>
    /// The share of pairs of votes that agree falls with the group of the item: by three standard errors, which may differ from item to item (White 1980, doi:10.2307/1912934). O(votes).
    /// </remarks>
    public static bool FollowsDoubt(LabelColumns columns)
    {
        const double clear = 3;
        var (items, sum, squares, votes) = (new double[Groups], new double[Groups], new double[Groups], new double[columns.Labels]);
        for (var item = 0; item < columns.ItemCount; item++)
        {
            double all = columns.FirstVote[item + 1] - columns.FirstVote[item];
            if (all < 2)
            {
                continue;
            }

            Array.Clear(votes);
            for (var vote = columns.FirstVote[item]; vote < columns.FirstVote[item + 1]; vote++)
            {
                votes[columns.LabelOfCell[columns.Cell[vote]]]++;
            }

            var (group, agreement) = (columns.GroupOf(item), votes.Sum(own => own * (own - 1)) / (all * (all - 1)));
            items[group]++;
            sum[group] += agreement;
            squares[group] += agreement * agreement;
        }

        var (center, mean) = (items.Select((ofGroup, group) => ofGroup * group).Sum() / items.Sum(), sum.Sum() / items.Sum());
        var (spread, products, errors) = (0.0, 0.0, 0.0);
        for (var group = 0; group < Groups; group++)
        {
            spread += items[group] * (group - center) * (group - center);
            products += (group - center) * (sum[group] - (items[group] * mean));
        }

        for (var group = 0; group < Groups; group++)
        {
            var expected = mean + (products / spread * (group - center));
            errors += (group - center) * (group - center) * (squares[group] - (2 * expected * sum[group]) + (items[group] * expected * expected));
        }

        return products < -clear * Math.Sqrt(errors);
    }

    /// <summary>What each label gains in a group, in nats; 0 before anything is learnt.</summary>
    public ReadOnlySpan<double> Of(int group) => nats.AsSpan(group * labels, labels);

    /// <summary>Adds what the number of votes gives each state of an item.</summary>
    /// <param name="group">Group of the item.</param>
    /// <param name="state">Log-weights of the states; as many of each label, those of a label together.</param>
    public void AddTo(int group, Span<double> state)
    {
        var ofGroup = Of(group);
        var subtypes = state.Length / labels;
        for (var s = 0; s < state.Length; s++)
        {
            state[s] += ofGroup[s / subtypes];
        }
    }

    /// <summary>Learns from all items.</summary>
    /// <param name="items">Items of each group by label; groups × labels.</param>
    public void Learn(ReadOnlySpan<double> items)
    {
        var (all, ofLabel) = (new double[Groups], new double[Groups]);
        for (var at = 0; at < items.Length; at++)
        {
            all[at / labels] += items[at];
        }

        IsLearnt = true;
        var total = all.Sum();
        var start = Array.ConvertAll(all, ofGroup => ofGroup > 0 ? 1 + (Start * ofGroup / total) : 0);
        LogEvidence = -LogDensity(all, start);
        for (var label = 0; label < labels; label++)
        {
            for (var group = 0; group < Groups; group++)
            {
                ofLabel[group] = items[(group * labels) + label];
            }

            LogEvidence += LogDensity(ofLabel, start);
            var (ofAll, own) = (Polygamma.Digamma(start.Sum() + total), Polygamma.Digamma(start.Sum() + ofLabel.Sum()));
            for (var group = 0; group < Groups; group++)
            {
                nats[(group * labels) + label] = all[group] > 0
                    ? Polygamma.Digamma(start[group] + ofLabel[group]) - own - (Polygamma.Digamma(start[group] + all[group]) - ofAll)
                    : 0;
            }
        }
    }

    /// <summary>Log-probability of items in groups under shares with a Dirichlet prior.</summary>
    private static double LogDensity(double[] items, double[] start)
    {
        var density = SpecialFunctions.GammaLn(start.Sum()) - SpecialFunctions.GammaLn(start.Sum() + items.Sum());
        for (var group = 0; group < items.Length; group++)
        {
            density += start[group] > 0 ? SpecialFunctions.GammaLn(start[group] + items[group]) - SpecialFunctions.GammaLn(start[group]) : 0;
        }

        return density;
    }
}
