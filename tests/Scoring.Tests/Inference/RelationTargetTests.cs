using Scoring.Inference;

namespace Scoring.Tests.Inference;

public sealed class RelationTargetTests
{
    private const double Correlation = 0.9;

    /// <summary>As written down: of each sign, whoever shares a voice of that sign with some of a group joins it, and what the claim's own voices say comes on top.</summary>
    [Test]
    public void Share_AnyMessages_ScalesGroupsThatShareVoices([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        var count = random.Next(1, 12);
        var voices = Enumerable.Range(0, count + 1).ToDictionary(claim => claim, _ => Enumerable.Range(0, random.Next(6)).Select(_ => new ClaimVoice(random.Next(12), random.Next(2) == 0)).ToHashSet());
        bool[] excludes = [.. Enumerable.Range(0, count).Select(_ => random.Next(3) == 0)];
        var (from, own) = (Enumerable.Range(1, count).ToArray(), random.NextDouble() - 0.5);
        var messages = from.Select(_ => Math.Round(2 * (random.NextDouble() - 0.5), 1)).ToArray();
        var expected = Expected(messages, from, excludes, voices, own);
        new RelationTarget(0, [.. Enumerable.Range(0, count)], from, excludes, voices, []).Share(messages, own, Correlation);
        Assert.That(messages, Is.EqualTo(expected).Within(1e-14));
    }

    /// <summary>Many relations of one claim take no room and time by their square.</summary>
    [Test]
    public void Share_VeryManyMessages_IsDone()
    {
        const int count = 60_000;
        var voices = Enumerable.Range(0, count + 1).ToDictionary(claim => claim, claim => new HashSet<ClaimVoice> { new(claim / 2, true) });
        var messages = Enumerable.Repeat(1.0, count).ToArray();
        new RelationTarget(0, [.. Enumerable.Range(0, count)], [.. Enumerable.Range(1, count)], new bool[count], voices, []).Share(messages, own: 0, Correlation);
        Assert.That((messages[0], messages[1], messages[2], messages[^1]), Is.EqualTo((1.0, 1 / 1.9, 1 / 1.9, 1.0)).Within(1e-12));
    }

    private static double[] Expected(double[] messages, int[] from, bool[] excludes, Dictionary<int, HashSet<ClaimVoice>> voices, double own)
    {
        double[] scaled = [.. messages];
        foreach (var sign in (int[])[1, -1])
        {
            var left = Enumerable.Range(0, messages.Length).Where(message => Math.Sign(messages[message]) == sign).ToList();
            while (left.Count > 0)
            {
                var (group, sources) = (new List<int>(), new HashSet<int>(Heard(left[0])));
                for (var joins = 0; joins >= 0; joins = left.FindIndex(message => sources.Overlaps(Heard(message))))
                {
                    group.Add(left[joins]);
                    sources.UnionWith(Heard(left[joins]));
                    left.RemoveAt(joins);
                }

                var already = voices[0].Any(voice => voice.IsFor == sign > 0 && sources.Contains(voice.Source)) ? Math.Max(0, sign * own) : 0;
                var told = group.Sum(message => Math.Abs(messages[message]));
                var largest = Math.Max(already, group.Max(message => Math.Abs(messages[message])));
                var scale = Math.Max(0, ((already + told) / (1 + ((((already + told) / largest) - 1) * Correlation))) - already) / told;
                group.ForEach(message => scaled[message] *= scale);
            }

            IEnumerable<int> Heard(int message) => voices[from[message]].Where(voice => (voice.IsFor != excludes[message]) == sign > 0).Select(voice => voice.Source);
        }

        return scaled;
    }
}
