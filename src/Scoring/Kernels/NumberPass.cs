namespace Scoring.Kernels;

/// <summary>One pass over an item of numbers: as <see cref="OneCoinPass"/>, but an assertion also supports numbers near its own.</summary>
/// <remarks>
/// Support of the very number counts by how rarely wrong answers are equal, support of a near one only by how many numbers are named: that two
/// inexact answers lie near one another is no surprise, that they are equal is.
/// </remarks>
internal static class NumberPass
{
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
        for (var claim = first; claim < end; claim++)
        {
            logWeight[claim - first] = claimOffset.IsEmpty ? 0 : claimOffset[claim];
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
                    logWeight[claim - first] -= voice * discrimination[source];
                    continue;
                }

                var exact = discrimination[source] + logAlternatives;
                var odds = Math.Exp(exact - ofEqual);
                var (from, to) = NearNumbers.Around(numbers, first, end, place, numbers.Scale[source]);
                for (var near = from; near < to; near++)
                {
                    logWeight[numbers.Order[near] - first] += voice * (near == place ? exact : NearNumbers.SupportAtOdds(Agreement(numbers, place, near, source), exact - ofEqual, odds));
                }
            }
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
        Span<double> distance = stackalloc double[(2 * NearNumbers.MostNeighbours) + 1];
        for (var place = first; place < end; place++)
        {
            var claim = numbers.Order[place];
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                var (source, voice) = (corpus.Speaker[a], weight[a - start] * teaching);
                if (voice == 0)
                {
                    continue;
                }

                if (corpus.Denies.Length > 0 && corpus.Denies[a])
                {
                    sources.Add(source, voice * (1 - probability[claim - first]));
                    continue;
                }

                var odds = Math.Exp(discrimination[source] + logAlternatives - OfEqual(logAlternatives, end - first));
                var range = NearNumbers.Around(numbers, first, end, place, numbers.Scale[source]);
                var distances = distance[..(range.End - range.First)];
                Distances(numbers, place, range, source, distances);
                var (nearness, hit) = (numbers.Nearness[source], 0.0);
                for (var near = range.First; near < range.End; near++)
                {
                    var right = near == place ? 1 : nearness * NearNumbers.RightAtOdds(NearNumbers.Agreement(nearness, distances[near - range.First]), odds);
                    hit += probability[numbers.Order[near] - first] * right;
                }

                sources.Add(source, voice * Math.Min(1, hit));
                if (!double.IsNaN(numbers.Position[claim]))
                {
                    AddDistances(corpus, weight, numbers, first, place, range, distances, a, probability, voice, tally);
                }
            }
        }
    }

    /// <summary>How far an assertion speaks for a claim rather than for its rivals.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="first">First claim of the item.</param>
    /// <param name="end">End of its claims.</param>
    /// <param name="ofClaim">The claim that the assertion supports.</param>
    /// <param name="source">Its source.</param>
    /// <param name="onClaim">The claim it is to speak for.</param>
    /// <param name="rivalShare">Share of each claim of the item among the rivals of that, 0 for itself.</param>
    /// <param name="exact">What support of an equal number adds, in nats.</param>
    /// <param name="ofEqual">How much of that is for being equal rather than near: see <see cref="OfEqual"/>.</param>
    /// <param name="gives">What the assertion gives a claim, by agreement and <paramref name="exact"/>: <see cref="NearNumbers.Support"/> or its slope.</param>
    /// <remarks>O(numbers within reach).</remarks>
    public static double Towards(
        in NumberColumns numbers, int first, int end, int ofClaim, int source, int onClaim, ReadOnlySpan<double> rivalShare, double exact, double ofEqual,
        Func<double, double, double> gives)
    {
        var place = numbers.Place[ofClaim];
        var (from, to) = NearNumbers.Around(numbers, first, end, place, numbers.Scale[source]);
        double sum = 0;
        for (var near = from; near < to; near++)
        {
            var claim = numbers.Order[near];
            sum += ((claim == onClaim ? 1 : 0) - rivalShare[claim - first]) * gives(Agreement(numbers, place, near, source), near == place ? exact : exact - ofEqual);
        }

        return sum;
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

    /// <summary>Notes how far an assertion lies from each number that may be the truth.</summary>
    private static void AddDistances(
        in OneCoinColumns corpus, ReadOnlySpan<double> weight, in NumberColumns numbers, int first, int place, (int First, int End) range, ReadOnlySpan<double> distances, int assertion,
        ReadOnlySpan<double> probability, double voice, NumberTally tally)
    {
        var (source, isAlone) = (corpus.Speaker[assertion], !IsSupportedByOthers(corpus, weight, first, numbers.Order[place], corpus.Speaker[assertion]));
        var (equal, inexact, squares) = (0.0, 0.0, 0.0);
        for (var near = range.First; near < range.End; near++)
        {
            var p = probability[numbers.Order[near] - first];
            if (near == place && !isAlone)
            {
                equal = p;
                continue;
            }

            var distance = distances[near - range.First];
            var meant = p * tally.MeantProbability(NearNumbers.Kernel(distance), numbers.Scale[source]);
            inexact += meant;
            squares += meant * (NearNumbers.Freedom + 1) * distance * distance / (NearNumbers.Freedom + (distance * distance));
        }

        tally.Add(source, voice, equal, inexact, squares);
    }

    private static bool IsSupportedByOthers(in OneCoinColumns corpus, ReadOnlySpan<double> weight, int firstClaim, int claim, int source)
    {
        for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
        {
            if (weight[a - corpus.FirstAssertion[firstClaim]] > 0 && corpus.Speaker[a] != source && !(corpus.Denies.Length > 0 && corpus.Denies[a]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How far a source that names one claim agrees with another, by their places in <see cref="NumberColumns.Order"/>; in [0, 1].</summary>
    public static double Agreement(in NumberColumns numbers, int place, int near, int source) =>
        near == place ? 1 : NearNumbers.Agreement(numbers.Nearness[source], Distance(numbers, place, near, source));

    private static void Distances(in NumberColumns numbers, int place, (int First, int End) range, int source, Span<double> distances)
    {
        for (var near = range.First; near < range.End; near++)
        {
            distances[near - range.First] = near == place ? 0 : Distance(numbers, place, near, source);
        }
    }

    private static double Distance(in NumberColumns numbers, int place, int near, int source) =>
        (numbers.Position[numbers.Order[place]] - numbers.Position[numbers.Order[near]]) / numbers.Scale[source];
}
