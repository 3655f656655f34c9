namespace Scoring.Indexing;

/// <summary>Finds the claim that a number belongs to, however many numbers its item has.</summary>
internal static class NumberSearch
{
    /// <summary>The claim of an item under which rows that name a number stand, however it is spelled; if there are none the nearest within tolerance of it.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="item">Item index.</param>
    /// <param name="text">A number with its unit, or some other text.</param>
    /// <returns>−1 if there is no such claim, or the values are no measurements.</returns>
    public static int Find(Corpus corpus, int item, string text)
    {
        if (corpus.Numbers is not { } numbers || !NumberText.TryParse(text, out var number, out var unit))
        {
            return -1;
        }

        var claim = Named(corpus, numbers, item, number, NumberText.Digits(text));
        claim = claim < 0 ? Nearest(corpus, numbers, item, number) : claim;
        return claim >= 0 && unit.SequenceEqual(NumberText.UnitOf(corpus.ValueText(claim))) ? claim : -1;
    }

    private static int Named(Corpus corpus, Numbers numbers, int item, double number, string digits)
    {
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            if (numbers.OfClaim[claim] == number && NumberText.Digits(corpus.ValueText(claim)) == digits)
            {
                return claim;
            }
        }

        for (var joined = ~Array.BinarySearch(numbers.Joined, (item, -1, -1)); joined < numbers.Joined.Length && numbers.Joined[joined].Item == item; joined++)
        {
            var value = corpus.Values[numbers.Joined[joined].Value];
            if (NumberText.TryParse(value, out var other) && other == number && NumberText.Digits(value) == digits)
            {
                return corpus.FirstClaim[item] + corpus.ValueOfClaim.AsSpan(corpus.FirstClaim[item], corpus.NamedCount(item)).BinarySearch(numbers.Joined[joined].Name);
            }
        }

        return -1;
    }

    private static int Nearest(Corpus corpus, Numbers numbers, int item, double number)
    {
        var (nearest, distance) = (-1, double.PositiveInfinity);
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            var apart = Math.Abs(numbers.OfClaim[claim] - number);
            if (apart < distance && numbers.Tolerance.Joins(numbers.OfClaim[claim], number) && (apart > 0 || numbers.Tolerance.JoinsWithin(number)))
            {
                (nearest, distance) = (claim, apart);
            }
        }

        return nearest;
    }
}
