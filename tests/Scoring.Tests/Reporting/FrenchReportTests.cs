using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Scoring.Reporting;

namespace Scoring.Tests.Reporting;

public sealed class FrenchReportTests
{
    private static readonly ScoringResult EveryColumn = RichCorpora.EveryColumn();

    [TestCaseSource(typeof(RichCorpora), nameof(RichCorpora.All))]
    public void Write_RichCorpus_LeavesNothingUntranslated(Func<ScoringResult> score)
    {
        var (result, missing) = (score(), new SortedSet<string>(StringComparer.Ordinal));
        var french = Phrasing.French.Watched(english => missing.Add(english));
        MarkdownReport.Write(result, ClaimDigest.Of(result, new ReportOptions()), TextWriter.Null, french);
        var html = Html(result, french);
        missing.RemoveWhere(text => text.StartsWith("qq", StringComparison.Ordinal));
        Assert.That(missing, Is.Empty);
        Assert.That(html, Does.StartWith("<!DOCTYPE html>\n<html lang=\"fr\">"));
    }

    [Test]
    public void Write_DataOfNoLanguage_HasNoEnglishWord()
    {
        var text = Regex.Replace(WebUtility.HtmlDecode(Html(EveryColumn, Phrasing.French)).Replace('\u00A0', ' '), "--as-of|« unknown »|\\(connus : [^)]*\\)|<(?<name>style|script|pre)[^>]*>.*?</\\k<name>>|<[^>]*>|\\b[a-z]+\\.(csv|json)\\b", " ", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.That(
            Regex.Matches(text, "\\b(the|of|and|is|are|by|with|not|from|which|that|its|for|says|each|than|items?|claims?|reports?|unknown|more)\\b.{0,60}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Value),
            Is.Empty);
    }

    [Test]
    public void Template_EveryPhrase_HasAFrenchOne()
    {
        var assets = typeof(Phrasing).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".liquid", StringComparison.Ordinal)).Select(name => Assets.Text(name["assets.".Length..]));
        var missing = new List<string>();
        var french = Phrasing.French.Watched(missing.Add);
        foreach (Match phrase in assets.SelectMany(text => Regex.Matches(text, "\"(?<phrase>[^\"]*)\" \\| t\\b", RegexOptions.None, TimeSpan.FromSeconds(1))))
        {
            _ = french[phrase.Groups["phrase"].Value];
        }

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Omission_OfEveryLevelOfDetail_HasAFrenchOne()
    {
        var missing = new List<string>();
        var french = Phrasing.French.Watched(missing.Add);
        var said = ReportDetail.Of(10_000).Select(detail => french[detail.Omission]).ToArray();
        Assert.That(missing, Is.Empty);
        Assert.That(said.Distinct(StringComparer.Ordinal), Has.Exactly(said.Length).Items, "each level says what it leaves out");
    }

    [TestCase(0, "0")]
    [TestCase(999, "999")]
    [TestCase(1_000, "1.0k")]
    [TestCase(9_949, "9.9k")]
    [TestCase(9_950, "10k")]
    [TestCase(325_717, "326k")]
    [TestCase(999_499, "999k")]
    [TestCase(999_500, "1.0M")]
    [TestCase(29_428_571, "29M")]
    public void Short_Count_HasThreeDigitsOrSo(int count, string text)
    {
        Assert.That(Phrasing.English.Short(count), Is.EqualTo(text));
        Assert.That(Phrasing.French.Short(count), Is.EqualTo(text.Replace('.', ',')));
    }

    [TestCase("source 's' has several types (a, b and 1,234 more): taken as 'a'", "la source «\u00A0s\u00A0» a plusieurs types (a, b et 1\u202F234 de plus)\u00A0: prise pour «\u00A0a\u00A0»")]
    [TestCase("reliability 0.77 after a record worth 3.2 independent assertions, of which 1.5 from earlier corpora", "fiabilité 0,77 après des antécédents valant 3,2 déclarations indépendantes, dont 1,5 de corpus antérieurs")]
    [TestCase("its value is named on 1200 of the items that several speak on, its rivals on about 5.8: here ten times as many mean 0.44 times the odds", "sa valeur est nommée pour 1200 des questions dont plusieurs parlent, ses rivales pour 5,8 environ\u00A0: ici dix fois plus signifie 0,44 fois la cote")]
    [TestCase("on items with 1 vote its odds against its rivals here are 0.31 times what they are on all", "sur les questions à 1 vote, sa cote face à ses rivales ici est 0,31 fois celle qu’elle a sur toutes")]
    [TestCase("on items with 2 to 3 votes its odds against its rivals here are 1.5 times what they are on all", "sur les questions de 2 à 3 votes, sa cote face à ses rivales ici est 1,5 fois celle qu’elle a sur toutes")]
    [TestCase("relays a; b; denies 'x'; own_reporting: expected reliability 0.76", "relaie a\u202F; b; denies 'x'; own_reporting: expected reliability 0.76")]
    [TestCase("relays a; own_reporting: expected reliability 0.76", "relaie a\u202F; enquête propre du média\u00A0: fiabilité attendue 0,76")]
    [TestCase("× 0.8: Somewhat self-serving.", "× 0,8\u00A0: Plutôt intéressé.")]
    [TestCase("× 0.8: A reason of the user's own.", "× 0,8\u00A0: A reason of the user's own.")]
    [TestCase("says 'x' and not 'y' and 'z': its voice is shared among them", "dit «\u00A0x\u00A0» et non «\u00A0y\u00A0» et «\u00A0z\u00A0»\u00A0: sa voix est partagée entre elles")]
    [TestCase("a repeats b: 41 shared errors, 0.3 expected, on 60 items", "a répète b\u00A0: 41 erreurs en commun au lieu de 0,3, sur 60 questions")]
    [TestCase("a and b repeat one another: 41.5 shared errors, 0.3 expected, on 60 items", "a et b se répètent\u00A0: 41,5 erreurs en commun au lieu de 0,3, sur 60 questions")]
    [TestCase("c.csv: unknown column 'sorce' is not used: did you mean 'source'?", "c.csv\u00A0: colonne «\u00A0sorce\u00A0» inconnue ou en double, non utilisée\u00A0: vouliez-vous dire «\u00A0source\u00A0»\u202F?")]
    [TestCase("reliability 0.95 after a record worth 0.1 independent assertions", "fiabilité 0,95 après des antécédents valant 0,1 déclaration indépendante")]
    [TestCase("'true' against its denial", "«\u00A0true\u00A0» contre son démenti")]
    [TestCase("'x' against its denial against 'y'", "«\u00A0x\u00A0» contre son démenti contre «\u00A0y\u00A0»")]
    [TestCase("says '1129.3', nearer to rivals: reliability 0.51, rules × 1, 0.47 of an independent voice", "dit «\u00A01129.3\u00A0», plus près de rivales\u00A0: fiabilité 0,51, règles × 1, 0,47 d’une voix indépendante")]
    [TestCase("says '7', near '8': counts 0.08 as if it named that, as its errors are about 18; unknown: expected reliability 0.67", "dit «\u00A07\u00A0», près de «\u00A08\u00A0»\u00A0: compte 0,08 comme si elle nommait celle-ci, car ses erreurs sont d’environ 18\u202F; inconnue\u00A0: fiabilité attendue 0,67")]
    [TestCase("21 of 30 known answers are named by no source: all that is said on such an item is taken to be wrong", "21 des 30 réponses connues ne sont nommées par aucune source\u00A0: tout ce qui est dit sur une telle question est tenu pour faux")]
    [TestCase("1 item has several known answers, as 'x' and 'y' of item 'i': each of them is right", "1 question a plusieurs réponses connues, comme «\u00A0x\u00A0» et «\u00A0y\u00A0» à la question «\u00A0i\u00A0»\u00A0: chacune d’elles est juste")]
    [TestCase("1,200 items have several known answers, as 'x' and 'y' of item 'i': each of them is right", "1\u202F200 questions ont plusieurs réponses connues, comme «\u00A0x\u00A0» et «\u00A0y\u00A0» à la question «\u00A0i\u00A0»\u00A0: chacune d’elles est juste")]
    [TestCase("the known answer 'z' of item 'i' is named by no source, but another is: it settles nothing", "la réponse connue «\u00A0z\u00A0» à la question «\u00A0i\u00A0» n’est nommée par aucune source, mais une autre l’est\u00A0: elle n’établit rien")]
    [TestCase("none of the 1 known answers is to an item that somebody speaks on", "aucune des 1 réponses connues ne porte sur une question sur laquelle quelqu’un se prononce")]
    [TestCase("retractions: 'a' has not said 'x' on item 'i' up to then, so taking it back changes nothing: is it misspelt?", "rétractations\u00A0: «\u00A0a\u00A0» n’a pas dit «\u00A0x\u00A0» sur la question «\u00A0i\u00A0» jusque-là, le retirer ne change donc rien\u00A0: faute de frappe\u202F?")]
    [TestCase("values with a decimal comma are no numbers but names, as '3,5' of item 'i': write '3.5'", "les valeurs à virgule décimale ne sont pas des nombres mais des noms, comme «\u00A03,5\u00A0» à la question «\u00A0i\u00A0»\u00A0: écrivez «\u00A03.5\u00A0»")]
    [TestCase("memory: about 50 % of the items of the remembered corpus 0123456789ab… are in this one too: as far as it is the same data, what it taught counts twice", "mémoire\u00A0: environ 50\u202F% des questions du corpus mémorisé 0123456789ab… sont aussi dans celui-ci\u00A0: pour autant que ce sont les mêmes données, ce qu’il a appris compte deux fois")]
    [TestCase("'x' denied against 'y'", "«\u00A0x\u00A0» démenti contre «\u00A0y\u00A0»")]
    [TestCase("'x' against 'y' and 3 more", "«\u00A0x\u00A0» contre «\u00A0y\u00A0» et 3 de plus")]
    [TestCase("says 'x' and not 'y' and 12 more: its voice is shared among them", "dit «\u00A0x\u00A0» et non «\u00A0y\u00A0» et 12 de plus\u00A0: sa voix est partagée entre elles")]
    [TestCase("o is relayed as saying 'x' and 'y': its voice is shared among them", "o, selon ses relais, dit «\u00A0x\u00A0» et «\u00A0y\u00A0»\u00A0: sa voix est partagée entre elles")]
    [TestCase("said something that was taken back or replaced since: not counted", "a dit une chose retirée ou remplacée depuis\u00A0: non comptée")]
    public void Sentence_OfTheEngine_ReadsInFrench(string english, string french) => Assert.That(Phrasing.French.Sentence(english), Is.EqualTo(french));

    [TestCase("How often each answer is met", "à quelle fréquence")]
    [TestCase("right {2} % of the time", "exacte {2}")]
    public void Words_OfFrequency_AreFrench(string english, string french)
    {
        using var book = JsonDocument.Parse(Assets.Text("fr.json"));
        Assert.That(
            book.RootElement.GetProperty("words").EnumerateObject().Where(phrase => phrase.Name.Contains(english, StringComparison.OrdinalIgnoreCase)).Select(phrase => phrase.Value.GetString()),
            Is.Not.Empty.And.All.Contains(french));
    }

    [Test]
    public void Figures_AreFrench() => Assert.That(
        new[] { Phrasing.French.Probability(0.001), Phrasing.French.Db(-12.34), Phrasing.French.Number(1234567), Phrasing.French.Percent(12.5, "0.0") },
        Is.EqualTo(new[] { "<0,01", "−12,3", "1\u202F234\u202F567", "12,5\u202F%" }));

    [Test]
    public void Write_Likelihood_IsInTheWordsOfKent() =>
        Assert.That(Html(EveryColumn, Phrasing.French), Does.Contain("chances à peu près égales").And.Not.Contain("roughly even"));

    private static string Html(ScoringResult result, Phrasing say)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(result, writer, say);
        return writer.ToString();
    }
}
