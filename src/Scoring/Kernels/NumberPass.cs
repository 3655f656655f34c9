using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Scoring.Kernels;

/// <summary>One pass over an item of numbers: as <see cref="OneCoinPass"/>, but an assertion also supports numbers near its own.</summary>
/// <remarks>
/// Support of the very number counts by how rarely wrong answers are equal, support of a near one only by how many numbers are named: that two
/// inexact answers lie near one another is no surprise, that they are equal is.
/// </remarks>
internal static class NumberPass
{
    private const int Lanes = Hypotheses.Lanes;
    private const int NoOne = -1;

    /// <summary>Numbers of an item, with room behind, for which there is room on the stack.</summary>
    private const int MostOnStack = 256;

    /// <summary>What support of an equal number adds beyond that of the nearest other one, in nats; at least 0.</summary>
    /// <param name="logAlternatives">Natural logarithm of the number of false alternatives.</param>
    /// <param name="named">Numbers named.</param>
    public static double OfEqual(double logAlternatives, int named) => Math.Max(0, logAlternatives - Math.Log(Math.Max(1, named - 1)));

    /// <summary>Computes the log-weight of each claim of an item, up to a constant of the item.</summary>
    /// <param name="corpus">The corpus in columns.</param>
    /// <param name="weight">Weight of each assertion of the item.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="item">Item index.</param>
    /// <param name="discrimination">ln A − ln(1 − A) of each source as its record has it; length sources.</param>
    /// <param name="claimOffset">Weight added to each claim beside what is said of it; length claims, or empty.</param>
    /// <param name="logAlternatives">Natural logarithm of the number of false alternatives.</param>
    /// <param name="logWeight">Receives one entry a claim of the item.</param>
    /// <remarks>
    /// O(assertions of the item × numbers within reach), at most 2 × <see cref="NearNumbers.MostNeighbours"/> of them. Where
    /// scales go to 0, and where nearness is 0, this is the one-coin pass. A denial speaks against its own claim alone.
    /// </remarks>
    public static void LogWeights(
        in OneCoinColumns corpus, ReadOnlySpan<double> weight, in NumberColumns numbers, int item, ReadOnlySpan<double> discrimination, ReadOnlySpan<double> claimOffset,
        double logAlternatives, Span<double> logWeight)
    {
        var (first, end) = (corpus.FirstClaim[item], corpus.FirstClaim[item + 1]);
        var start = corpus.FirstAssertion[first];
        var ofEqual = OfEqual(logAlternatives, end - first);
        var length = end - first + Lanes;
        Span<double> room = length <= MostOnStack ? stackalloc double[2 * MostOnStack] : new double[2 * length];
        var position = room[..length];
        var sum = room[length..];
        for (var place = first; place < end; place++)
        {
            var claim = numbers.Order[place];
            (position[place - first], sum[place - first]) = (numbers.Position[claim], claimOffset.IsEmpty ? 0 : claimOffset[claim]);
        }

        for (var place = first; place < end; place++)
        {
            var claim = numbers.Order[place];
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                if (weight[a - start] == 0)
                {
                    continue;
                }

                var (source, voice) = (corpus.Speaker[a], weight[a - start]);
                if (corpus.Denies.Length > 0 && corpus.Denies[a])
                {
                    sum[place - first] -= voice * discrimination[source];
                    continue;
                }

                var exact = discrimination[source] + logAlternatives;
                var (from, to) = NearNumbers.Around(numbers, first, end, place, numbers.Scale[source]);
                var ofClaim = sum[place - first] + (voice * exact);
                if (to - from > 1)
                {
                    AddSupport(position, place - first, (from - first, to - first), numbers.Scale[source], numbers.Nearness[source] * (Math.Exp(exact - ofEqual) - 1), voice, sum);
                }

                sum[place - first] = ofClaim;
            }
        }

        for (var place = first; place < end; place++)
        {
            logWeight[numbers.Order[place] - first] = sum[place - first];
        }
    }

    /// <summary>Adds what an assertion gives the numbers within reach; the one it names gets something too, which is to be replaced.</summary>
    /// <param name="position">Positions of the numbers of the item, in order, with room for <see cref="Lanes"/> behind.</param>
    /// <param name="place">Place of the one it names.</param>
    /// <param name="range">Places within reach: the first, and the first after them.</param>
    /// <param name="scale">Scale of the source.</param>
    /// <param name="gain">What the likelihood of a truth is raised by where the answer is as near as can be, as a share of it.</param>
    /// <param name="voice">Weight of the assertion.</param>
    /// <param name="sum">Receives the log-likelihoods, by place; as long as the positions.</param>
    private static void AddSupport(ReadOnlySpan<double> position, int place, (int First, int End) range, double scale, double gain, double voice, Span<double> sum)
    {
        ref var positions = ref MemoryMarshal.GetReference(position);
        ref var sums = ref MemoryMarshal.GetReference(sum);
        var (here, perScale) = (Vector512.Create(position[place]), 1 / scale);
        for (var near = range.First; near < range.End; near += Lanes)
        {
            var distance = (Vector512.LoadUnsafe(ref positions, (nuint)near) - here) * perScale;
            var fall = Vector512<double>.One / (Vector512<double>.One + (distance * distance * (1 / NearNumbers.Freedom)));
            var before = Vector512.LoadUnsafe(ref sums, (nuint)near);
            var after = before + (Logarithm.Of(Vector512<double>.One + (fall * fall * gain)) * voice);
            Vector512.ConditionalSelect(Hypotheses.First(range.End - near), after, before).StoreUnsafe(ref sums, (nuint)near);
        }
    }

    /// <summary>Adds the expected hits of an item's assertions to their sources, and what they tell of scales and nearness.</summary>
    /// <param name="corpus">The corpus in columns.</param>
    /// <param name="weight">Weight of each assertion of the item.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="item">Item index.</param>
    /// <param name="discrimination">ln A − ln(1 − A) of each source as its record has it; length sources.</param>
    /// <param name="logAlternatives">Natural logarithm of the number of false alternatives.</param>
    /// <param name="probability">Probability of each claim of the item.</param>
    /// <param name="teaching">How much the item teaches, in (0, 1].</param>
    /// <param name="sources">Receives the hits.</param>
    /// <param name="tally">Receives what inexact answers tell.</param>
    /// <remarks>As <see cref="LogWeights"/>.</remarks>
    public static void AddHits(
        in OneCoinColumns corpus, ReadOnlySpan<double> weight, in NumberColumns numbers, int item, ReadOnlySpan<double> discrimination, double logAlternatives,
        ReadOnlySpan<double> probability, double teaching, SourceTable sources, NumberTally tally)
    {
        var (first, end) = (corpus.FirstClaim[item], corpus.FirstClaim[item + 1]);
        var start = corpus.FirstAssertion[first];
        var length = end - first + Lanes;
        Span<double> room = length <= MostOnStack ? stackalloc double[2 * MostOnStack] : new double[2 * length];
        var position = room[..length];
        var chance = room[length..];
        var ofNear = logAlternatives - OfEqual(logAlternatives, end - first);
        for (var place = first; place < end; place++)
        {
            var claim = numbers.Order[place];
            (position[place - first], chance[place - first]) = (numbers.Position[claim], probability[claim - first]);
        }

        for (var place = first; place < end; place++)
        {
            var claim = numbers.Order[place];
            var equal = chance[place - first];
            chance[place - first] = 0;
            var lone = double.IsNaN(numbers.Position[claim]) ? NoOne : LoneSupporter(corpus, weight, first, claim);
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                var (source, voice) = (corpus.Speaker[a], weight[a - start] * teaching);
                if (voice == 0)
                {
                    continue;
                }

                if (corpus.Denies.Length > 0 && corpus.Denies[a])
                {
                    sources.Add(source, voice * (1 - equal));
                    continue;
                }

                var odds = Math.Exp(discrimination[source] + ofNear);
                var (from, to) = NearNumbers.Around(numbers, first, end, place, numbers.Scale[source]);
                var beside = to - from > 1 ? Beside(position, chance, place - first, (from - first, to - first), numbers.Scale[source], numbers.Nearness[source], odds, tally.ShareMeant) : default;
                sources.Add(source, voice * Math.Min(1, equal + beside.Hit));
                if (double.IsNaN(numbers.Position[claim]))
                {
                    continue;
                }

                // What nobody else names is inexact, even where it is right.
                var isShared = lone != source;
                tally.Add(source, voice, isShared ? equal : 0, beside.Inexact + (isShared ? 0 : equal * tally.MeantProbability(kernel: 1, numbers.Scale[source])), beside.Squares);
            }

            chance[place - first] = equal;
        }
    }

    /// <summary>What the numbers beside the one that an assertion names tell of its source.</summary>
    /// <param name="position">As above.</param>
    /// <param name="chance">Probability of each number by place, as long; that of the named one is left out.</param>
    /// <param name="place">As above.</param>
    /// <param name="range">As above.</param>
    /// <param name="scale">As above.</param>
    /// <param name="nearness">What the nearest counts, in [0, 1].</param>
    /// <param name="odds">Odds of being right by knowledge rather than by chance.</param>
    /// <param name="shareMeant">How many of the answers that are not exact are taken to be meant.</param>
    /// <returns>How far it hits them; how probable it is that one of them was meant; the expected squared distance then, in its scale and as far as the Student-t trusts it.</returns>
    private static (double Hit, double Inexact, double Squares) Beside(
        ReadOnlySpan<double> position, ReadOnlySpan<double> chance, int place, (int First, int End) range, double scale, double nearness, double odds, double shareMeant)
    {
        ref var positions = ref MemoryMarshal.GetReference(position);
        ref var chances = ref MemoryMarshal.GetReference(chance);
        var (here, perScale, grossOdds) = (Vector512.Create(position[place]), 1 / scale, NumberTally.GrossOdds(shareMeant, scale));
        var (hit, inexact, squares) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        for (var near = range.First; near < range.End; near += Lanes)
        {
            var isNear = Hypotheses.First(range.End - near);
            var distance = (Vector512.ConditionalSelect(isNear, Vector512.LoadUnsafe(ref positions, (nuint)near), here) - here) * perScale;
            var p = Vector512.ConditionalSelect(isNear, Vector512.LoadUnsafe(ref chances, (nuint)near), Vector512<double>.Zero);
            var fall = Vector512<double>.One / (Vector512<double>.One + (distance * distance * (1 / NearNumbers.Freedom)));
            var kernel = fall * fall;
            var agreement = kernel * nearness;
            hit += p * (agreement * (odds * nearness) / (Vector512<double>.One + (agreement * (odds - 1))));
            var meant = p * (kernel / (kernel + Vector512.Create(grossOdds)));
            inexact += meant;

            // Trust (ν + 1) / (ν + d²) times d².
            squares += meant * ((Vector512<double>.One - fall) * (NearNumbers.Freedom + 1));
        }

        return (Hypotheses.Sum(hit), Hypotheses.Sum(inexact), Hypotheses.Sum(squares));
    }

    /// <summary>What an assertion gives the numbers within reach, each times a weight.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="first">First claim of the item.</param>
    /// <param name="end">End of its claims.</param>
    /// <param name="ofClaim">The claim that the assertion supports.</param>
    /// <param name="source">Its source.</param>
    /// <param name="weight">Weight of each claim of the item.</param>
    /// <param name="exact">What support of an equal number adds, in nats.</param>
    /// <param name="ofEqual">How much of that is for being equal rather than near: see <see cref="OfEqual"/>.</param>
    /// <param name="gives">What the assertion gives a claim, by agreement and <paramref name="exact"/>: <see cref="NearNumbers.Support"/> or its slope.</param>
    /// <remarks>O(numbers within reach).</remarks>
    public static double GivesAll(
        in NumberColumns numbers, int first, int end, int ofClaim, int source, ReadOnlySpan<double> weight, double exact, double ofEqual, Func<double, double, double> gives)
    {
        var place = numbers.Place[ofClaim];
        var (from, to) = NearNumbers.Around(numbers, first, end, place, numbers.Scale[source]);
        double sum = 0;
        for (var near = from; near < to; near++)
        {
            sum += weight[numbers.Order[near] - first] * gives(Agreement(numbers, place, near, source), near == place ? exact : exact - ofEqual);
        }

        return sum;
    }

    /// <summary>What an assertion gives one claim of its item; 0 out of reach. The rest as in <see cref="GivesAll"/>.</summary>
    public static double Gives(in NumberColumns numbers, int ofClaim, int source, int onClaim, double exact, double ofEqual, Func<double, double, double> gives)
    {
        var (place, near) = (numbers.Place[ofClaim], numbers.Place[onClaim]);
        return NearNumbers.AreNear(numbers, place, near, numbers.Scale[source]) ? gives(Agreement(numbers, place, near, source), near == place ? exact : exact - ofEqual) : 0;
    }

    /// <summary>Adds what a voice gives the numbers near the one it names.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="first">First claim of the item.</param>
    /// <param name="end">End of its claims.</param>
    /// <param name="ofClaim">The claim it names, to which nothing is added.</param>
    /// <param name="scale">Its scale.</param>
    /// <param name="nearness">What the nearest counts, in [0, 1].</param>
    /// <param name="exact">What support of an equal number adds, in nats.</param>
    /// <param name="ofEqual">How much of that is for being equal rather than near.</param>
    /// <param name="gives">Receives the sums; one entry a claim of the item.</param>
    public static void AddSupport(
        in NumberColumns numbers, int first, int end, int ofClaim, double scale, double nearness, double exact, double ofEqual, Span<double> gives)
    {
        var place = numbers.Place[ofClaim];
        var (from, to) = NearNumbers.Around(numbers, first, end, place, scale);
        for (var near = from; near < to; near++)
        {
            var claim = numbers.Order[near];
            if (near != place)
            {
                var distance = (numbers.Position[ofClaim] - numbers.Position[claim]) / scale;
                gives[claim - first] += NearNumbers.Support(NearNumbers.Agreement(nearness, distance), exact - ofEqual);
            }
        }
    }

    /// <summary>The only source whose support of a claim counts, or <see cref="NoOne"/> if there are several or none.</summary>
    private static int LoneSupporter(in OneCoinColumns corpus, ReadOnlySpan<double> weight, int firstClaim, int claim)
    {
        var lone = NoOne;
        for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
        {
            if (weight[a - corpus.FirstAssertion[firstClaim]] > 0 && corpus.Speaker[a] != lone && !(corpus.Denies.Length > 0 && corpus.Denies[a]))
            {
                if (lone != NoOne)
                {
                    return NoOne;
                }

                lone = corpus.Speaker[a];
            }
        }

        return lone;
    }

    /// <summary>How far a source that names one claim agrees with another, by their places in <see cref="NumberColumns.Order"/>; in [0, 1].</summary>
    public static double Agreement(in NumberColumns numbers, int place, int near, int source) =>
        near == place ? 1 : NearNumbers.Agreement(numbers.Nearness[source], Distance(numbers, place, near, source));

    private static double Distance(in NumberColumns numbers, int place, int near, int source) =>
        (numbers.Position[numbers.Order[place]] - numbers.Position[numbers.Order[near]]) / numbers.Scale[source];
}
