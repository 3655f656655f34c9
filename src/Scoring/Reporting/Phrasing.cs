using System.Globalization;
using Scoring.Scales;

namespace Scoring.Reporting;

/// <summary>The words and the figures of a report in one language. English texts are the keys; what a phrase book lacks stays English.</summary>
internal sealed class Phrasing
{
    private static readonly Lazy<Phrasing> LazyFrench = new(() => new Phrasing("fr", PhraseBook.Load("fr.json")));

    private readonly PhraseBook? book;

    private Phrasing(string code, PhraseBook? book) => (Code, this.book) = (code, book);

    public static Phrasing English { get; } = new("en", book: null);

    public static Phrasing French => LazyFrench.Value;

    /// <summary>Code of the language, for documents.</summary>
    public string Code { get; }

    /// <summary>Receives what the phrase book lacks.</summary>
    public Action<string>? Missing { get; init; }

    public string this[string english] => book is null || english.Length == 0 ? english : book.Word(english) ?? Lacking(english);

    /// <exception cref="ArgumentOutOfRangeException">No such language.</exception>
    public static Phrasing Of(ReportLanguage language) => language switch
    {
        ReportLanguage.English => English,
        ReportLanguage.French => French,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "A language must be one of those named."),
    };

    /// <summary>The same language, with a look-out for what its phrase book lacks.</summary>
    public Phrasing Watched(Action<string> missing) => new(Code, book) { Missing = missing };

    /// <summary>A sentence with its facts, which are ready to print.</summary>
    public string Say(string english, params object?[] facts) =>
        facts.Length == 0 ? this[english] : string.Format(CultureInfo.InvariantCulture, this[english], facts);

    /// <summary>A sentence that the engine wrote, in English: by the patterns of the phrase book.</summary>
    public string Sentence(string english) => book is null || english.Length == 0 ? english : book.Sentence(english) ?? Lacking(english);

    /// <summary>A name of the rules, or a figure in its place.</summary>
    public string Named(string name) => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? Figure(name) : Sentence(name.Replace('_', ' '));

    public string Counted(int count, string noun, string? plural = null) => book is null
        ? DisplayText.Counted(count, noun, plural)
        : $"{Figure(count.ToString("#,0", CultureInfo.InvariantCulture))} {book.Noun(noun, isPlural: count > 1) ?? Lacking(noun)}";

    /// <summary>An amount to one decimal with its noun: in English singular at 1, in French below 2.</summary>
    public string Amount(double amount, string noun)
    {
        var rounded = Math.Round(amount, 1, MidpointRounding.AwayFromZero);
        return book is null
            ? $"{DisplayText.Number(rounded)} {noun}{(rounded == 1 ? "" : "s")}"
            : $"{Number(rounded)} {book.Noun(noun, isPlural: rounded >= 2) ?? Lacking(noun)}";
    }

    public string Words<T>(T value)
        where T : struct, Enum => this[DisplayText.Words(value)];

    /// <summary>A figure as the language writes it, from the invariant form.</summary>
    public string Figure(string invariant) => book is null ? invariant : PhraseBook.Figure(invariant);

    /// <summary>A share of 100.</summary>
    public string Percent(double percent, string format) => Fixed(percent, format) + (book is null ? " %" : "\u202F%");

    public string Probability(double probability) => Figure(DisplayText.Probability(probability));

    public string Credibility(double credibility) => Figure(DisplayText.Credibility(credibility, book is null ? Icd203.Word : KentFrench.Word));

    public string Reliability(double reliability) => Figure(DisplayText.Reliability(reliability));

    public string Part(double part, double whole, int decimals) => Figure(DisplayText.Part(part, whole, decimals));

    public string Interval(double low, double high, string beside) => Figure(DisplayText.Interval(low, high, beside));

    public string Db(double db) => Figure(DisplayText.Db(db));

    public string Number(double number) => Figure(DisplayText.Number(number));

    /// <summary>A count in three digits or so, for where the room is narrow: 326k for 325,717.</summary>
    public string Short(int count) => Figure(DisplayText.Short(count));

    public string Fixed(double number, string format) => Figure(number.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>The estimative words of the language: of ICD 203, or of Kent in French.</summary>
    public string Likelihood(ClaimScore claim) => book is null ? claim.Icd203
        : !claim.IsJudged ? this[claim.Icd203]
        : KentFrench.Word(claim.Credibility);

    private string Lacking(string english)
    {
        Missing?.Invoke(english);
        return english;
    }
}
