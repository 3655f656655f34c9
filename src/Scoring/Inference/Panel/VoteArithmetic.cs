namespace Scoring.Inference.Panel;

/// <summary>The arithmetic that the classical methods share: sums along votes, and scores of an item turned into credibilities.</summary>
/// <remarks>
/// Everything is O(votes + claims) and adds in the order of the votes. Where a method has a source deny the values that it does not name, a
/// source that names two values of an item also counts as denying each by the other.
/// </remarks>
internal static class VoteArithmetic
{
    /// <summary>Sums what the sources of each claim have.</summary>
    /// <param name="votes">Who supports what.</param>
    /// <param name="ofSource">A number of each source; length sources.</param>
    /// <param name="ofClaim">Receives the sum of each claim; length claims.</param>
    public static void SumToClaims(Votes votes, ReadOnlySpan<double> ofSource, Span<double> ofClaim)
    {
        for (var claim = 0; claim < votes.ClaimCount; claim++)
        {
            double sum = 0;
            foreach (var source in votes.SourcesOf(claim))
            {
                sum += ofSource[source];
            }

            ofClaim[claim] = sum;
        }
    }

    /// <summary>Sums what the claims of each source have.</summary>
    /// <param name="votes">Who supports what.</param>
    /// <param name="ofClaim">A number of each claim; length claims.</param>
    /// <param name="ofSource">Receives the sum of each source; length sources.</param>
    public static void SumToSources(Votes votes, ReadOnlySpan<double> ofClaim, Span<double> ofSource)
    {
        for (var source = 0; source < votes.SourceCount; source++)
        {
            double sum = 0;
            foreach (var claim in votes.ClaimsOf(source))
            {
                sum += ofClaim[claim];
            }

            ofSource[source] = sum;
        }
    }

    /// <summary>Averages what the claims of each source have; a source without votes keeps its number.</summary>
    /// <param name="votes">Who supports what.</param>
    /// <param name="ofClaim">A number of each claim; length claims.</param>
    /// <param name="ofSource">Receives the mean of each source; length sources.</param>
    /// <returns>The largest change of a source's number.</returns>
    public static double MeanToSources(Votes votes, ReadOnlySpan<double> ofClaim, Span<double> ofSource)
    {
        double change = 0;
        for (var source = 0; source < votes.SourceCount; source++)
        {
            var claims = votes.ClaimsOf(source);
            double sum = 0;
            foreach (var claim in claims)
            {
                sum += ofClaim[claim];
            }

            var mean = claims.Length == 0 ? ofSource[source] : sum / claims.Length;
            change = Math.Max(change, Math.Abs(mean - ofSource[source]));
            ofSource[source] = mean;
        }

        return change;
    }

    /// <summary>Largest distance between two estimates of one thing.</summary>
    public static double LargestChange(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        double change = 0;
        for (var i = 0; i < before.Length; i++)
        {
            change = Math.Max(change, Math.Abs(before[i] - after[i]));
        }

        return change;
    }

    /// <summary>Sum over the claims of an item.</summary>
    public static double SumOfItem(Votes votes, int item, ReadOnlySpan<double> ofClaim)
    {
        double sum = 0;
        foreach (var number in ofClaim[votes.FirstClaim[item]..votes.FirstClaim[item + 1]])
        {
            sum += number;
        }

        return sum;
    }

    /// <summary>Divides by the largest number; leaves zeros as they are.</summary>
    public static void ScaleToMaximum(Span<double> numbers)
    {
        double largest = 0;
        foreach (var number in numbers)
        {
            largest = Math.Max(largest, number);
        }

        for (var i = 0; largest > 0 && i < numbers.Length; i++)
        {
            numbers[i] /= largest;
        }
    }

    /// <summary>Makes values of an item that differ from its highest by no more than rounding equal to it: every round of a method may make several times as much of the last digit in which two sums of the same terms differ.</summary>
    /// <param name="votes">Who supports what.</param>
    /// <param name="score">Score of each claim, at least 0; length claims.</param>
    public static void JoinTies(Votes votes, Span<double> score)
    {
        const double tie = 1e-7;
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var ofItem = score.Slice(votes.FirstClaim[item], votes.NamedCount(item));
            var highest = 0.0;
            foreach (var one in ofItem)
            {
                highest = Math.Max(highest, one);
            }

            foreach (ref var one in ofItem)
            {
                one = one >= highest * (1 - tie) ? highest : one;
            }
        }
    }

    /// <summary>Scores as shares of their item, evenly where all are 0; nothing for an item without votes.</summary>
    /// <param name="votes">Who supports what.</param>
    /// <param name="score">Score of each claim, at least 0; length claims.</param>
    public static Answer Shares(Votes votes, ReadOnlySpan<double> score)
    {
        var credibility = new double[votes.ClaimCount];
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var sum = SumOfItem(votes, item, score);
            for (var claim = votes.FirstClaim[item]; votes.VotesOn(item) > 0 && claim < votes.FirstClaim[item + 1]; claim++)
            {
                credibility[claim] = sum > 0 ? score[claim] / sum : 1.0 / votes.NamedCount(item);
            }
        }

        return new Answer(credibility, new double[votes.ItemCount]);
    }

    /// <summary>
    /// Probabilities that were estimated claim by claim, made to fit one truth an item: shares where they add up to more than 1 or
    /// where no other value is left to be true, else as they are, with the rest for the values nobody named.
    /// </summary>
    /// <param name="votes">Who supports what.</param>
    /// <param name="probability">Probability of each claim, in [0, 1]; length claims.</param>
    /// <remarks>Two claims that a method holds for certain are a tie, as they are in its paper.</remarks>
    public static Answer OneTruth(Votes votes, ReadOnlySpan<double> probability)
    {
        var answer = Shares(votes, probability);
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var sum = SumOfItem(votes, item, probability);
            if (sum < 1 && votes.NamedCount(item) != votes.LabelCount && votes.VotesOn(item) > 0)
            {
                var (first, count) = (votes.FirstClaim[item], votes.NamedCount(item));
                probability.Slice(first, count).CopyTo(answer.Credibility.AsSpan(first));
                answer.Unnamed[item] = 1 - sum;
            }
        }

        return answer;
    }

    /// <summary>Softmax of log evidence within each item, against unnamed values of log evidence 0.</summary>
    /// <param name="votes">Who supports what.</param>
    /// <param name="evidence">Log evidence of each claim in nats; length claims.</param>
    /// <param name="values">Number of values an item can have, named or not; an item that names more has those.</param>
    /// <param name="answer">Receives the probabilities.</param>
    public static void SoftMax(Votes votes, ReadOnlySpan<double> evidence, int values, Answer answer)
    {
        for (var item = 0; item < votes.ItemCount; item++)
        {
            var (first, last) = (votes.FirstClaim[item], votes.FirstClaim[item + 1]);
            var unnamed = Math.Max(0, values - (last - first));
            var largest = unnamed > 0 ? 0 : double.NegativeInfinity;
            for (var claim = first; claim < last; claim++)
            {
                largest = Math.Max(largest, evidence[claim]);
            }

            if (first == last && unnamed == 0)
            {
                continue;
            }

            var sum = unnamed == 0 ? 0 : unnamed * Math.Exp(-largest);
            answer.Unnamed[item] = sum;
            for (var claim = first; claim < last; claim++)
            {
                answer.Credibility[claim] = Math.Exp(evidence[claim] - largest);
                sum += answer.Credibility[claim];
            }

            answer.Unnamed[item] /= sum;
            for (var claim = first; claim < last; claim++)
            {
                answer.Credibility[claim] /= sum;
            }
        }
    }
}
