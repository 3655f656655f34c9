using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class TruthReaderTests
{
    [TestCase("item,value\ni,x\n")]
    [TestCase("label;task\nx;i\n")]
    [TestCase("Question\tAnswer\ni\tx\n")]
    public void Read_Row_GivesTheTruth(string csv) => Assert.That(Read(csv).Truths, Is.EqualTo(new[] { new KnownTruth("i", "x") }));

    [Test]
    public void Read_ItemTwice_KeepsBothAnswers() =>
        Assert.That(Read("item,value\ni,x\ni,y\n").Truths, Is.EqualTo(new[] { new KnownTruth("i", "x"), new KnownTruth("i", "y") }));

    [TestCase(",x")]
    [TestCase("i,")]
    [TestCase("\u00A0,x")]
    [TestCase("i,\v")]
    public void Read_EmptyField_IsReported(string row) =>
        Assert.That(Read($"item,value\nj,x\n{row}\n").Log.BadRows.Select(bad => (bad.LineNumber, bad.Found)), Is.EqualTo(new[] { (3L, "an empty item or value") }));

    [Test]
    public void Read_BadRow_LeavesTheOthers() => Assert.That(Read("item,value\na,x\n,x\nb\nc,x\n").Truths.Select(truth => truth.Item), Is.EqualTo(new[] { "a", "c" }));

    [TestCase("value\nx\n", "a column 'item' or")]
    [TestCase("item\ni\n", "a column 'value' or 'label' or 'answer' or 'claim'")]
    public void Read_RequiredColumnMissing_IsRefused(string csv, string expected) =>
        Assert.That(Assert.Throws<BadDataException>(Read(csv).Log.ThrowIfUnusable)!.Rows.Single().Expected, Does.StartWith(expected));

    [Test]
    public void ReadTruths_EncodingOfTheOptions_IsThatOfTheFile()
    {
        using var folder = new InputFolder();
        var path = folder.Write("truth.csv", System.Text.Encoding.Latin1.GetBytes("item,value\ni,caf\u00E9\n"));
        Assert.That(CredibilityScorer.ReadTruths(path, new ScoringOptions { Encoding = System.Text.Encoding.Latin1 }), Is.EqualTo(new[] { new KnownTruth("i", "caf\u00E9") }));
        Assert.That(() => CredibilityScorer.ReadTruths(path), Throws.InstanceOf<BadDataException>());
    }

    private static (List<KnownTruth> Truths, ReadingLog Log) Read(string csv)
    {
        using var folder = new InputFolder();
        var log = new ReadingLog(lenient: false);
        return (TruthReader.Read(folder.Write("truth.csv", csv), log, encoding: null), log);
    }
}
