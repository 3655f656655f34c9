using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Scoring.Reporting;

/// <summary>Words, nouns with their plural, and sentence patterns of a language, by the English.</summary>
internal sealed class PhraseBook
{
    private readonly PhraseBookText content;
    private readonly Dictionary<string, string> words;
    private readonly (Regex Pattern, string Text)[] patterns;

    private PhraseBook(PhraseBookText content)
    {
        (this.content, words) = (content, content.Words.ToDictionary(pair => pair.Key, pair => Spaced(pair.Value), StringComparer.Ordinal));

        // Without backtracking, since the sentences carry text of the data.
        patterns = [.. content.Sentences.Select(pair => (new Regex($"^{pair.Key}$", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout), Spaced(pair.Value)))];
    }

    public static PhraseBook Load(string asset) => new(JsonSerializer.Deserialize(Assets.Text(asset), PhraseBookShapes.Default.PhraseBookText)!);

    public string? Word(string english) => words.GetValueOrDefault(english);

    public string? Noun(string singular, bool isPlural) => content.Nouns.TryGetValue(singular, out var forms) ? forms[isPlural ? 1 : 0] : null;

    /// <summary>A figure with a decimal comma and narrow spaces, from the invariant form.</summary>
    public static string Figure(string invariant) => string.Create(invariant.Length, invariant, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = from[i] switch { '.' => ',', ',' => '\u202F', '-' => '−', var other => other };
        }
    });

    /// <summary>The sentence by the first pattern that fits: groups named t… are sentences themselves, w… names of the rules, n… figures, all others stay.</summary>
    public string? Sentence(string english)
    {
        if (Word(english) is { } known)
        {
            return known;
        }

        foreach (var (pattern, text) in patterns)
        {
            if (pattern.Match(english) is { Success: true } match)
            {
                return Filled(text, match);
            }
        }

        return null;
    }

    /// <summary>With the spaces before and within signs that French typography keeps together.</summary>
    private static string Spaced(string text) => text
        .Replace(" :", "\u00A0:", StringComparison.Ordinal).Replace("« ", "«\u00A0", StringComparison.Ordinal).Replace(" »", "\u00A0»", StringComparison.Ordinal)
        .Replace(" ;", "\u202F;", StringComparison.Ordinal).Replace(" ?", "\u202F?", StringComparison.Ordinal).Replace(" %", "\u202F%", StringComparison.Ordinal);

    private string Filled(string text, Match match)
    {
        var filled = new StringBuilder();
        for (int at = 0, close; at < text.Length; at = close + 1)
        {
            var open = text.IndexOf('{', at);
            close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                return filled.Append(text, at, text.Length - at).ToString();
            }

            filled.Append(text, at, open - at).Append(Part(text[(open + 1)..close], match));
        }

        return filled.ToString();
    }

    private string Part(string name, Match match)
    {
        var group = match.Groups[name];
        return group.Value.Length == 0 ? "" : name[0] switch
        {
            't' => Sentence(group.Value) ?? group.Value,
            'w' => Word(group.Value.Replace('_', ' ')) ?? group.Value,
            'n' => Figure(group.Value),
            _ => group.Value,
        };
    }
}
