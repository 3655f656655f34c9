using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Inference;

/// <summary>How often two voices on an item name the same number, and how often they would if their answers were only near one another or wrong alike.</summary>
/// <remarks>
/// No credibility is looked at, so that what is found cannot confirm itself. Chance is the larger of two shares: of the pairs one step of the numbers apart, on one side; and of the
/// equal pairs among the voices beside the number most named, which are wrong if that is right.
/// </remarks>
/// <param name="Share">Share of the pairs of voices on an item that name the same number, in [0, 1].</param>
/// <param name="ByChance">Share of them that would by chance, in (0, 1].</param>
internal readonly record struct NumberTies(double Share, double ByChance)
{
    /// <summary>Pairs, one of them by chance, to begin with.</summary>
    private const double PriorPairs = 10;

    private const double HalfStep = 0.5;
    private const int LargestPower = 12;
    private const double MostRows = 0.7;
    private const double OnStep = 1e-6;
    private const double LeastExact = 0.01;

    /// <summary>Share of the answers that are exact, by how many pairs are equal that would not be by chance; in (0, 1).</summary>
    public double Exact => Math.Clamp(Math.Sqrt(Math.Max(0, Share - ByChance)), LeastExact, 1 - LeastExact);

    /// <summary>How much likelier an answer is where it is the truth than where it is merely near it, in nats, as far as the numbers are measurements rather than facts; above 0.</summary>
    /// <remarks>They are by the share of answers that are not exact. Of facts, what wrong voices are seen to share counts: see <see cref="FalseValues"/>.</remarks>
    public double LogOddsOfEqual => (1 - Exact) * double.LogP1(Exact / (1 - Exact) * (1 - (Exact * Exact)) / ByChance);

    /// <summary>Counts the pairs of all items of numbers.</summary>
    /// <remarks>O(assertions). Summed over runs of items that do not depend on the threads.</remarks>
    public static NumberTies Of(Evidence evidence)
    {
        var blocks = evidence.Corpus.Blocks;
        var parts = new Pairs[blocks.Length];
        Parallel.For(0, blocks.Length, evidence.Corpus.Store.ThreadLimit, block =>
        {
            for (var item = blocks[block].First; item < blocks[block].Last; item++)
            {
                if (evidence.Corpus.Numbers!.IsNumeric[item])
                {
                    parts[block].Add(Named(evidence, item));
                }
            }
        });
        var all = new Pairs();
        foreach (var part in parts)
        {
            all.Add(part);
        }

        return new NumberTies(
            all.Equal / (PriorPairs + all.All), Math.Max((1 + all.OneStepApart) / (PriorPairs + all.All), (1 + all.EqualBeside) / (PriorPairs + all.Beside)));
    }

    /// <summary>The numbers of an item, ascending, with the voices for each: what links leave of them, and the sum of the squares of that.</summary>
    private static List<(double Number, double Voices, double Squares)> Named(Evidence evidence, int item)
    {
        var (corpus, named) = (evidence.Corpus, new List<(double, double, double)>());
        for (var place = corpus.FirstClaim[item]; place < corpus.FirstClaim[item + 1]; place++)
        {
            var (claim, voices, squares) = (corpus.Numbers!.Order[place], 0.0, 0.0);
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                var voice = evidence.RuleWeight[a] > 0 && corpus.Details.StanceOf(a) != Stance.Denies ? evidence.LinkedShare[a] : 0;
                (voices, squares) = (voices + voice, squares + (voice * voice));
            }

            if (voices > 0 && !double.IsNaN(corpus.Numbers.OfClaim[claim]))
            {
                named.Add((corpus.Numbers.OfClaim[claim], voices, squares));
            }
        }

        return named;
    }

    /// <summary>The steps in which numbers go: the largest power of ten of which most voices name multiples.</summary>
    private static double StepOf(List<(double Number, double Voices, double Squares)> named, double voices)
    {
        var largest = named.Max(one => Math.Abs(one.Number));
        for (var power = LargestPower; power > -LargestPower; power--)
        {
            var step = Math.Pow(10, power);
            if (step <= largest && named.Sum(one => IsMultiple(one.Number / step) ? one.Voices : 0) >= MostRows * voices)
            {
                return step;
            }
        }

        return Math.Pow(10, -LargestPower);
    }

    private static bool IsMultiple(double steps) => Math.Abs(steps - Math.Round(steps)) <= OnStep * Math.Max(1, Math.Abs(steps)) && (steps == 0 || Math.Abs(steps) > HalfStep);

    /// <summary>Pairs of voices, weighed.</summary>
    private struct Pairs
    {
        public double All;
        public double Equal;
        public double OneStepApart;
        public double Beside;
        public double EqualBeside;

        public void Add(Pairs other)
        {
            All += other.All;
            Equal += other.Equal;
            OneStepApart += other.OneStepApart;
            Beside += other.Beside;
            EqualBeside += other.EqualBeside;
        }

        /// <summary>Adds the pairs of an item.</summary>
        public void Add(List<(double Number, double Voices, double Squares)> named)
        {
            if (named.Count < 2)
            {
                return;
            }

            var (voices, squares, most) = (named.Sum(one => one.Voices), named.Sum(one => one.Squares), named.MaxBy(one => one.Voices));
            var equal = named.Sum(one => Among(one.Voices, one.Squares));
            All += Among(voices, squares);
            Equal += equal;
            Beside += Among(voices - most.Voices, squares - most.Squares);
            EqualBeside += equal - Among(most.Voices, most.Squares);

            var reach = (1 + HalfStep) * StepOf(named, voices);
            var (last, within) = (0, 0.0);
            for (var one = 0; one < named.Count; one++)
            {
                for (; last < named.Count && named[last].Number - named[one].Number < reach; last++)
                {
                    within += named[last].Voices;
                }

                within -= named[one].Voices;
                OneStepApart += named[one].Voices * within / 2;
            }
        }

        /// <summary>Pairs among voices, each counted once.</summary>
        private static double Among(double voices, double squares) => Math.Max(0, ((voices * voices) - squares) / 2);
    }
}
