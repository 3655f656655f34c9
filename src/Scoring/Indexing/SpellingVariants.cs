using System.Globalization;
using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>Answers to one item that differ in nothing but their spelling. They compete, though whoever wrote them may have meant the same.</summary>
internal static class SpellingVariants
{
    /// <summary>If there are no more values than this they are compared first, whatever their items: in most corpora no two are alike.</summary>
    private const int FewValues = 1 << 16;

    /// <summary>Names beyond this are not compared: nobody wrote them by hand.</summary>
    private const int MostNames = 1 << 16;

    /// <summary>How many items have such answers, and the first of them; <see langword="null"/> if none has.</summary>
    /// <remarks>O(claims), on several threads.</remarks>
    public static string? InWords(Corpus corpus)
    {
        var all = new HashSet<string>(new SameBarSpelling());
        if (corpus.Values.Length <= FewValues && corpus.Values.All(all.Add))
        {
            return null;
        }

        var blocks = corpus.Blocks;
        var found = new (int Items, int First, string One, string Other)[blocks.Length];
        Parallel.For(0, blocks.Length, corpus.Store.ThreadLimit, () => new HashSet<string>(new SameBarSpelling()), (block, _, spellings) =>
        {
            for (var item = blocks[block].First; item < blocks[block].Last; item++)
            {
                if (corpus.NamedCount(item) > 1 && Variants(corpus, item, spellings) is var (one, other))
                {
                    found[block] = found[block].Items == 0 ? (1, item, one, other) : found[block] with { Items = found[block].Items + 1 };
                }
            }

            return spellings;
        }, _ => { });

        if (Array.Find(found, block => block.Items > 0) is not { Items: > 0 } first)
        {
            return null;
        }

        var items = found.Sum(block => block.Items);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{items:#,0} {(items == 1 ? "item has answers that differ" : "items have answers that differ")} in spelling alone, as '{Shown(first.One)}' and '{Shown(first.Other)}' of item '{Shown(corpus.Items[first.First])}': they count as different answers unless spelt alike");
    }

    /// <summary>Whether names of sources, or of items, are alike but for their spelling; <see langword="null"/> if none are, or there are very many.</summary>
    /// <param name="names">The names, each once.</param>
    /// <param name="thing">What each is the name of.</param>
    public static string? OfNames(IReadOnlyCollection<string> names, string thing)
    {
        if (names.Count > MostNames)
        {
            return null;
        }

        var (seen, pairs, first) = (new HashSet<string>(new SameBarSpelling(ofValues: false)), 0, ("", ""));
        foreach (var name in names)
        {
            if (!seen.Add(name) && pairs++ == 0 && seen.TryGetValue(name, out var before))
            {
                first = (before, name);
            }
        }

        return pairs == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{pairs:#,0} {(pairs == 1 ? $"{thing} differs" : $"{thing}s differ")} in spelling alone from another, as '{Shown(first.Item1)}' and '{Shown(first.Item2)}': they count as different ones unless spelt alike");
    }

    private static string Shown(string text) => Shortened.Text(Unseen.Named(text));

    private static (string One, string Other)? Variants(Corpus corpus, int item, HashSet<string> spellings)
    {
        spellings.Clear();
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            var text = corpus.ValueText(claim);
            if (spellings.TryGetValue(text, out var before))
            {
                return (before, text);
            }

            spellings.Add(text);
        }

        return null;
    }

    /// <summary>Without regard to case, to how wide spaces are and to what nobody can see; the words for yes are one, and those for no.</summary>
    /// <param name="ofValues">Whether the texts are answers, of which the words for yes are one.</param>
    private sealed class SameBarSpelling(bool ofValues = true) : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y)
        {
            if (x is null || y is null)
            {
                return x == y;
            }

            (x, y) = (Unseen.Without(x), Unseen.Without(y));
            if (IsYes(x) != IsYes(y))
            {
                return false;
            }

            if (IsYes(x) is not null)
            {
                return true;
            }

            var (i, j) = (0, 0);
            while (i < x.Length && j < y.Length)
            {
                if (Next(x, ref i) != Next(y, ref j))
                {
                    return false;
                }
            }

            return i == x.Length && j == y.Length;
        }

        public int GetHashCode(string text)
        {
            text = Unseen.Without(text);
            if (IsYes(text) is { } yes)
            {
                return yes ? 1 : 0;
            }

            // Of a seed that nobody knows, so that nobody can write values that all have one hash.
            var hash = default(HashCode);
            for (var i = 0; i < text.Length;)
            {
                hash.Add(Next(text, ref i));
            }

            return hash.ToHashCode();
        }

        private bool? IsYes(string text) => ofValues ? YesNo.IsYes(text) : null;

        private static char Next(string text, ref int i)
        {
            var letter = text[i++];
            if (!char.IsWhiteSpace(letter))
            {
                return char.ToUpperInvariant(letter);
            }

            while (i < text.Length && char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            return ' ';
        }
    }
}
