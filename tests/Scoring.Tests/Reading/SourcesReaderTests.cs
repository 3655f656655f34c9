using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class SourcesReaderTests
{
    [Test]
    public void Read_AllColumns_FillsTheDeclaration() => Assert.That(
        Read("source,type,affiliation,name,reliability,letter,note\nbelta,state_media,BY,BelTA,0.7,c,agency\n").Declarations.Single(),
        Is.EqualTo(new SourceDeclaration("belta")
        {
            Type = "state_media",
            Affiliation = "BY",
            Name = "BelTA",
            Reliability = 0.7,
            Letter = "C",
            Note = "agency",
        }));

    [Test]
    public void Read_EmptyFields_AreNotGiven() => Assert.That(
        Read("source,type,affiliation,name,reliability,letter,note\nbelta,,,,,,\n").Declarations.Single(), Is.EqualTo(new SourceDeclaration("belta")));

    [TestCase("source,source_type\nbelta,outlet\n")]
    [TestCase("TYPE;Worker\noutlet;belta\n")]
    [TestCase("type\tsource_id\noutlet\tbelta\n")]
    public void Read_AliasedColumns_AreFound(string csv) =>
        Assert.That(Read(csv).Declarations.Single(), Is.EqualTo(new SourceDeclaration("belta") { Type = "outlet" }));

    [TestCase("0")]
    [TestCase("1")]
    [TestCase("-0.2")]
    [TestCase("1.2")]
    [TestCase("70%")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("\"0,7\"")]
    public void Read_ReliabilityOutOfRange_IsReported(string field) => Assert.That(
        Read($"source,reliability\nbelta,{field}\n").Faults, Is.EqualTo(new[] { $"2: found reliability '{field.Trim('"')}', expected a number above 0 and below 1" }));

    [TestCase("G")]
    [TestCase("AB")]
    [TestCase("1")]
    public void Read_LetterThatIsNone_IsReported(string field) =>
        Assert.That(Read($"source,letter\nbelta,{field}\n").Faults, Is.EqualTo(new[] { $"2: found letter '{field}', expected an Admiralty letter, A to F" }));

    [Test]
    public void Read_SourceTwice_IsReportedAtTheSecond() => Assert.That(
        Read("source,type\nbelta,outlet\nbelta,outlet\n").Faults, Is.EqualTo(new[] { "3: found source 'belta' a second time, expected each source once" }));

    [Test]
    public void Read_SourcesThatDifferInCase_AreTwo() => Assert.That(Read("source\nbelta\nBelta\n").Declarations, Has.Count.EqualTo(2));

    [TestCase("")]
    [TestCase("\u00A0")]
    [TestCase("\v")]
    public void Read_EmptySource_IsReported(string source) =>
        Assert.That(Read($"source,type\n{source},outlet\n").Faults, Is.EqualTo(new[] { "2: found an empty source, expected a source" }));

    [Test]
    public void Read_SeveralFaultsInOneRow_ReportsThemAll() => Assert.That(Read("source,reliability,letter\nbelta,2,Z\n").Faults, Has.Length.EqualTo(2));

    [Test]
    public void Read_BadRow_LeavesTheOthers() =>
        Assert.That(Read("source,letter\na,A\nb,Z\nc,C\n").Declarations.Select(declaration => declaration.Source), Is.EqualTo(new[] { "a", "c" }));

    [Test]
    public void Read_NoSourceColumn_IsRefused() => Assert.That(
        Assert.Throws<BadDataException>(Read("name,type\nbelta,outlet\n").Log.ThrowIfUnusable)!.Rows.Single().Expected, Does.StartWith("a column 'source' or"));

    [Test]
    public void Read_HeaderOnly_DeclaresNothing() => Assert.That(Read("source,type\n").Declarations, Is.Empty);

    [Test]
    public void Read_UnknownColumn_Warns() =>
        Assert.That(Read("source,affilation\nbelta,BY\n").Log.Warnings.Single(), Does.EndWith("column 'affilation' is not used: did you mean 'affiliation'?"));

    private static (List<SourceDeclaration> Declarations, string[] Faults, ReadingLog Log) Read(string csv)
    {
        using var folder = new InputFolder();
        var log = new ReadingLog(lenient: false);
        var declarations = SourcesReader.Read(folder.Write("sources.csv", csv), log, encoding: null);
        return (declarations, [.. log.BadRows.Select(bad => $"{bad.LineNumber}: found {bad.Found}, expected {bad.Expected}")], log);
    }
}
