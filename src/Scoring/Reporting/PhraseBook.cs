using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Scoring.Reporting;

/// <summary>Words, nouns with their plural, and sentence patterns of a language, by the English.</summary>
internal sealed class PhraseBook
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Content content;
    private readonly (Regex Pattern, string Text)[] patterns;

    private PhraseBook(Content content)
    {
        this.content = content;
        patterns = [.. content.Sentences.Select(pair => (new Regex($"^{pair.Key}$", RegexOptions.Singleline | RegexOptions.CultureInvariant, Patience), pair.Value))];
    }

    public static PhraseBook Load(string asset) => new(JsonSerializer.Deserialize<Content>(Assets.Text(asset), Json)!);

    public string? Word(string english) => content.Words.GetValueOrDefault(english);

    public string? Noun(string singular, bool isPlural) => content.Nouns.TryGetValue(singular, out var forms) ? forms[isPlural ? 1 : 0] : null;

    /// <summary>The sentence by the first pattern that fits: groups named t… are sentences themselves, w… words, n… figures, all others stay.</summary>
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
            'w' => Word(group.Value) ?? group.Value,
            'n' => group.Value.Replace('.', ','),
            _ => group.Value,
        };
    }

    private sealed record Content(Dictionary<string, string> Words, Dictionary<string, string[]> Nouns, Dictionary<string, string> Sentences);
}
