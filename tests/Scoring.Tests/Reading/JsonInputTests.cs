using System.Text;
using Scoring.Calibrating;
using Scoring.Reading;
using Scoring.Remembering;

namespace Scoring.Tests.Reading;

/// <summary>JSON files are text, or they are refused: a name that was not understood is not passed off as another.</summary>
public sealed class JsonInputTests
{
    private static readonly byte[] NotText = Encoding.Latin1.GetBytes("{\n  \"source\": \"élise\"\n}\n");

    private static IEnumerable<TestCaseData> Readers()
    {
        yield return Reader("memory", path => MemoryFile.Read(path, inputs: null));
        yield return Reader("calibration", path => Calibration.Read(path));
        yield return Reader("rules", path => CredibilityScorer.Score([new Assertion("i", "s")], new ScoringOptions { RulesPath = path }));

        static TestCaseData Reader(string name, Action<string> read) => new TestCaseData(read).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Readers))]
    public void Read_BytesThatAreNotUtf8_AreReportedWithTheirLine(Action<string> read)
    {
        using var folder = new InputFolder();
        var path = folder.Write("file.json", NotText);
        var rows = Assert.Throws<BadDataException>(() => read(path))!.Rows;
        Assert.That(rows, Is.EqualTo(new[] { new BadRow(path, 2, "the byte 0xE9, which is not UTF-8", "UTF-8") }));
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    public void ReadText_ByteOrderMark_IsBelieved(string encoding)
    {
        using var folder = new InputFolder();
        var named = Encoding.GetEncoding(encoding);
        var path = folder.Write("file.json", [.. named.GetPreamble(), .. named.GetBytes("{ \"é\": 1 }")]);
        var inputs = new List<InputFile>();
        Assert.That(JsonInput.ReadText(path, "rules", inputs), Is.EqualTo("{ \"é\": 1 }"));
        Assert.That(inputs.Single().Path, Is.EqualTo(path));
    }
}
