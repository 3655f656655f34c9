using Scoring.Inference;
using Scoring.Inference.Panel;

namespace Scoring.Tests.Inference.Panel;

/// <summary>Votes of a few lines.</summary>
internal static class SmallVotes
{
    /// <summary>Two sources against one on a single item of an open domain: 0 and 1 support the first claim, 2 the second.</summary>
    public static Votes TwoAgainstOne { get; } = Of(labels: 0, "00", "01", "12");

    /// <summary>Votes written as value and source on the items 0, 1, …: each text is an item, each pair of digits in it a vote.</summary>
    public static Votes OfItems(params string[] items) =>
        Of(0, [.. items.SelectMany((text, item) => text.Split(' ').Select(vote => (item, vote[0] - '0', vote[1] - '0')))]);

    /// <summary>Votes on one item, written as value and source.</summary>
    public static Votes Of(int labels, params string[] votes) => Of(labels, [.. votes.Select(vote => (0, vote[0] - '0', vote[1] - '0'))]);

    /// <summary>Votes of any number; source −1 makes a claim without a vote.</summary>
    public static Votes Of(int labels, IReadOnlyCollection<(int Item, int Value, int Source)> votes)
    {
        var claims = votes.Select(vote => (vote.Item, vote.Value)).Distinct().Order().ToArray();
        var items = votes.Select(vote => vote.Item + 1).DefaultIfEmpty(0).Max();
        var real = votes.Where(vote => vote.Source >= 0).Distinct()
            .Select(vote => (Claim: Array.IndexOf(claims, (vote.Item, vote.Value)), vote.Source)).Order().ToArray();
        var sources = real.Select(vote => vote.Source + 1).DefaultIfEmpty(0).Max();
        return new Votes
        {
            SourceCount = sources,
            FirstClaim = [.. Enumerable.Range(0, items + 1).Select(item => claims.Count(claim => claim.Item < item))],
            FirstVote = [.. Enumerable.Range(0, claims.Length + 1).Select(claim => real.Count(vote => vote.Claim < claim))],
            Source = [.. real.Select(vote => vote.Source)],
            ItemOfClaim = [.. claims.Select(claim => claim.Item)],
            LabelOfClaim = labels == 0 ? [] : [.. claims.Select(claim => claim.Value)],
            LabelCount = labels,
            FirstOfSource = [.. Enumerable.Range(0, sources + 1).Select(source => real.Count(vote => vote.Source < source))],
            ClaimOfSource = [.. real.OrderBy(vote => vote.Source).ThenBy(vote => vote.Claim).Select(vote => vote.Claim)],
        };
    }

    /// <summary>Votes of sources with known reliability on items whose truth is value 0, drawn from a seed.</summary>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="labels">Size of the label set that all items share.</param>
    /// <param name="items">Number of items.</param>
    /// <param name="reliability">Reliability of each source; a wrong source picks any other label.</param>
    public static Votes Draw(int seed, int labels, int items, params double[] reliability)
    {
        var random = new Random(seed);
        var votes = new List<(int, int, int)>();
        for (var item = 0; item < items; item++)
        {
            for (var source = 0; source < reliability.Length; source++)
            {
                if (random.Next(2) == 0)
                {
                    votes.Add((item, random.NextDouble() < reliability[source] ? Truth(item, labels) : (Truth(item, labels) + 1 + random.Next(labels - 1)) % labels, source));
                }
            }
        }

        return Of(labels, votes);
    }

    /// <summary>True label of a drawn item: all labels are as common.</summary>
    public static int Truth(int item, int labels) => item % labels;

    /// <summary>Share of the drawn items whose most credible claim is true.</summary>
    public static double Accuracy(Votes votes, Answer answer) => Enumerable.Range(0, votes.ItemCount)
        .Where(item => votes.VotesOn(item) > 0)
        .Average(item => votes.LabelOfClaim[Enumerable.Range(votes.FirstClaim[item], votes.NamedCount(item)).MaxBy(claim => answer.Credibility[claim])]
            == Truth(item, votes.LabelCount) ? 1.0 : 0);

    /// <summary>Runs a method to its end.</summary>
    public static Answer Run(this IPanelMethod method, Votes votes) => method.Infer(votes, CancellationToken.None);
}
