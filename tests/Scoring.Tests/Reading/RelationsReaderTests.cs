using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class RelationsReaderTests
{
    [TestCase("implies", RelationKind.Implies)]
    [TestCase("Excludes", RelationKind.Excludes)]
    [TestCase("EQUIVALENT", RelationKind.Equivalent)]
    public void Read_Row_GivesTheRelation(string word, RelationKind kind) => Assert.That(
        Read($"item,value,relation,other_item,other_value,strength_db\ni,x,{word},j,y,12.5\n").Relations,
        Is.EqualTo(new[] { new RelationDeclaration("i", "x", kind, "j", "y", 12.5) }));

    [TestCase("item,relation,other_item\ni,implies,j\n")]
    [TestCase("item,value,relation,other_item,other_value,strength_db\ni,,implies,j,,\n")]
    public void Read_ValueAndStrengthNotGiven_AreTrueAndTen(string csv) =>
        Assert.That(Read(csv).Relations, Is.EqualTo(new[] { new RelationDeclaration("i", "true", RelationKind.Implies, "j", "true", 10) }));

    [Test]
    public void Read_StrengthUnderItsAlias_IsFound() => Assert.That(Read("item,relation,other_item,strength\ni,implies,j,3\n").Relations.Single().StrengthDb, Is.EqualTo(3));

    [TestCase("causes")]
    [TestCase("")]
    public void Read_UnknownRelation_IsReported(string word) => Assert.That(
        Read($"item,relation,other_item\ni,{word},j\n").Faults, Is.EqualTo(new[] { $"2: found relation '{word}', expected implies, excludes or equivalent" }));

    [TestCase("0")]
    [TestCase("-3")]
    [TestCase("100")]
    [TestCase("strong")]
    [TestCase("1e999")]
    public void Read_StrengthOutOfRange_IsReported(string field) => Assert.That(
        Read($"item,relation,other_item,strength_db\ni,implies,j,{field}\n").Faults,
        Is.EqualTo(new[] { $"2: found strength_db '{field}', expected a number above 0 and below 100" }));

    [TestCase(",implies,j", "2: found an empty item, expected an item")]
    [TestCase("\u00A0,implies,j", "2: found an empty item, expected an item")]
    [TestCase("i,implies,", "2: found an empty other_item, expected an item")]
    public void Read_EmptyItem_IsReported(string row, string fault) => Assert.That(Read($"item,relation,other_item\n{row}\n").Faults, Is.EqualTo(new[] { fault }));

    [Test]
    public void Read_ItemWithItself_IsReported() =>
        Assert.That(Read("item,value,relation,other_item,other_value\ni,x,excludes,i,y\n").Faults.Single(), Does.StartWith("2: found a relation of item 'i' with itself"));

    [Test]
    public void Read_SeveralFaultsInOneRow_ReportsThemAll() => Assert.That(Read("item,relation,other_item,strength_db\n,causes,,0\n").Faults, Has.Length.EqualTo(4));

    [Test]
    public void Read_BadRow_LeavesTheOthers() =>
        Assert.That(Read("item,relation,other_item\na,implies,b\na,causes,b\nc,implies,d\n").Relations.Select(relation => relation.Item), Is.EqualTo(new[] { "a", "c" }));

    [TestCase("relation,other_item\nimplies,j\n", "a column 'item' or")]
    [TestCase("item,other_item\ni,j\n", "a column 'relation'")]
    [TestCase("item,relation\ni,implies\n", "a column 'other_item'")]
    public void Read_RequiredColumnMissing_IsRefused(string csv, string expected) =>
        Assert.That(Assert.Throws<BadDataException>(Read(csv).Log.ThrowIfUnusable)!.Rows.Single().Expected, Does.StartWith(expected));

    private static (List<RelationDeclaration> Relations, string[] Faults, ReadingLog Log) Read(string csv)
    {
        using var folder = new InputFolder();
        var log = new ReadingLog(lenient: false);
        var relations = RelationsReader.Read(folder.Write("relations.csv", csv), log, encoding: null);
        return (relations, [.. log.BadRows.Select(bad => $"{bad.LineNumber}: found {bad.Found}, expected {bad.Expected}")], log);
    }
}
