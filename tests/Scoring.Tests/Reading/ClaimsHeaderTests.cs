using System.Text;

namespace Scoring.Tests.Reading;

/// <summary>Which headers, separators and encodings a claims file may have.</summary>
public sealed class ClaimsHeaderTests
{
    private static readonly string[] OneRow = ["i|s|v"];

    [TestCase("item,source,value")]
    [TestCase("task,worker,label")]
    [TestCase("object,annotator,answer")]
    [TestCase("question,source_id,claim")]
    [TestCase("item_id,worker_id,value")]
    [TestCase("task_id,source,value")]
    public void Read_AliasedHeader_FindsTheColumns(string header) => Assert.That(ReadClaims.Of($"{header}\ni,s,v\n").Rows, Is.EqualTo(OneRow));

    [TestCase("ITEM,Source,vAlUe")]
    [TestCase(" item , source,value ")]
    [TestCase("\"item\",\"source\",\"value\"")]
    public void Read_HeaderInAnyCaseOrDress_FindsTheColumns(string header) => Assert.That(ReadClaims.Of($"{header}\ni,s,v\n").Rows, Is.EqualTo(OneRow));

    [TestCase("value,source,item", "v,s,i")]
    [TestCase("source,item,value", "s,i,v")]
    [TestCase("note,value,url,item,source", "n,v,u,i,s")]
    public void Read_ColumnsInAnyOrder_FindsTheColumns(string header, string row) => Assert.That(ReadClaims.Of($"{header}\n{row}\n").Rows, Is.EqualTo(OneRow));

    [TestCase("task,item,source,value", "other,i,s,v")]
    [TestCase("item,source,worker,value", "i,s,other,v")]
    public void Read_NameBesideItsAlias_TakesTheName(string header, string row) => Assert.That(ReadClaims.Of($"{header}\n{row}\n").Rows, Is.EqualTo(OneRow));

    [TestCase(';')]
    [TestCase('\t')]
    [TestCase('|')]
    public void Read_OtherSeparator_IsDetected(char separator) =>
        Assert.That(ReadClaims.Of("item,source,value\ni,s,v\nj,s,v\n".Replace(',', separator)).Rows, Has.Length.EqualTo(2));

    [Test]
    public void Read_SemicolonsWithCommasInFields_KeepsTheCommas() =>
        Assert.That(ReadClaims.Of("item;source;value\ni;s;1,5\nj;s;2,5\n").Rows, Is.EqualTo(new[] { "i|s|1,5", "j|s|2,5" }));

    [Test]
    public void Read_SeparatorHintOfExcel_IsFollowed() => Assert.That(ReadClaims.Of("sep=;\nitem;source;value\ni;s;v\n").Rows, Is.EqualTo(OneRow));

    [Test]
    public void Read_ByteOrderMark_IsNoPartOfTheFirstColumn() => Assert.That(ReadClaims.Of("\uFEFFitem,source,value\ni,s,v\n").Rows, Is.EqualTo(OneRow));

    [TestCase("item,source,value\r\ni,s,v\r\n")]
    [TestCase("item,source,value\ni,s,v")]
    [TestCase("item,source,value\n\n\ni,s,v\n\n")]
    public void Read_AnyLineEnds_GivesTheRow(string csv) => Assert.That(ReadClaims.Of(csv).Rows, Is.EqualTo(OneRow));

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    public void Read_SixteenBitsWithByteOrderMark_IsUnderstood(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.That(ReadClaims.Of([.. encoding.GetPreamble(), .. encoding.GetBytes("item,source,value\né,s,v\n")]).Rows, Is.EqualTo(new[] { "é|s|v" }));
    }

    [Test]
    public void Read_Latin1ThroughEncoding_IsUnderstood() =>
        Assert.That(ReadClaims.Of(Encoding.Latin1.GetBytes("item,source,value\né,Préfet,à\n"), Encoding.Latin1).Rows, Is.EqualTo(new[] { "é|Préfet|à" }));

    [Test]
    public void Read_NoValueColumn_MakesEveryItemAClaim() =>
        Assert.That(ReadClaims.Of("item,source\ni,s\nj,t\n").Rows, Is.EqualTo(new[] { "i|s|true", "j|t|true" }));

    [TestCase("source,value\ns,v\n", "a column 'item' or 'task' or 'object' or 'question' or 'item_id' or 'task_id'")]
    [TestCase("item,value\ni,v\n", "a column 'source' or 'worker' or 'annotator' or 'source_id' or 'worker_id'")]
    public void Read_RequiredColumnMissing_NamesWhatWouldDo(string csv, string expected) =>
        Assert.That(ReadClaims.Of(csv).Refused.Single().Expected, Is.EqualTo(expected));

    [Test]
    public void Read_RequiredColumnMissing_SaysWhatColumnsThereAre() =>
        Assert.That(ReadClaims.Of("itme,Source,value\ni,s,v\n").Refused.Single().Found, Is.EqualTo("columns 'itme', 'source', 'value'"));

    [TestCase("item,sorce\ni,s\n", "sorce", "source")]
    [TestCase("item,wroker\ni,s\n", "wroker", "worker")]
    public void Read_RequiredColumnMistyped_NamesTheNearest(string csv, string found, string near) =>
        Assert.That(ReadClaims.Of(csv).Refused.Single().Expected, Does.EndWith($"; unknown column '{found}': did you mean '{near}'?"));

    [Test]
    public void Read_RequiredColumnMissingAmongVeryMany_NamesSome()
    {
        var found = ReadClaims.Of($"{string.Join(',', Enumerable.Range(0, 100_000).Select(column => $"c{column}"))}\n").Refused[0].Found;
        Assert.That(found, Does.StartWith("columns 'c0', 'c1', ").And.EndsWith(", 'c39' and 99,960 more"));
    }

    [Test]
    public void Read_VeryManyColumnsThatAreNotUsed_NamesTenAndCountsTheRest() => Assert.That(
        ReadClaims.Of($"item,source,{string.Join(',', Enumerable.Range(0, 1000).Select(column => $"qq{column}"))}\n").Log.Warnings, Has.Count.EqualTo(11).And.ItemAt(10).EqualTo("990 more warnings like the last"));

    [Test]
    public void Read_RequiredColumnWithAnInvisibleCharacter_ShowsIt()
    {
        var refused = ReadClaims.Of("item\u200B,source,value\ni,s,v\n").Refused.Single();
        Assert.That(refused.Found, Is.EqualTo("columns 'item<U+200B>', 'source', 'value'"));
        Assert.That(refused.Expected, Does.EndWith("; unknown column 'item<U+200B>': did you mean 'item'?"));
    }

    [Test]
    public void Read_OptionalColumnWithAnInvisibleCharacter_ShowsIt() => Assert.That(
        ReadClaims.Of("item,source,hedge\u200B\ni,s,v\n").Log.Warnings.Single(), Does.EndWith("unknown column 'hedge<U+200B>' is not used: did you mean 'hedge'?"));

    [Test]
    public void Read_BothRequiredColumnsMissing_ReportsBoth() => Assert.That(ReadClaims.Of("a,b\n1,2\n").Refused, Has.Count.EqualTo(2));

    [Test]
    public void Read_RequiredColumnMissing_IsRefusedEvenWhenLenient() =>
        Assert.That(ReadClaims.Of("item,value\ni,v\n", lenient: true).Refused, Has.Count.EqualTo(1));

    [TestCase("item,source,value,item\ni,s,v,i\n", "column 'item' 2 times")]
    [TestCase("item,source,value,VALUE,Value\ni,s,v,v,v\n", "column 'value' 3 times")]
    [TestCase("task,source,value,task\ni,s,v,i\n", "column 'task' 2 times")]
    [TestCase("item,source,value,hedge,hedge\ni,s,v,,\n", "column 'hedge' 2 times")]
    public void Read_ColumnTwice_IsRefused(string csv, string found) => Assert.That(ReadClaims.Of(csv).Refused.Single().Found, Is.EqualTo(found));

    [TestCase("item,source,value\n")]
    [TestCase("item,source,value")]
    [TestCase("item,source,value\n\n\n")]
    public void Read_HeaderOnly_IsRefused(string csv) => Assert.That(ReadClaims.Of(csv).Refused.Single().Expected, Is.EqualTo("at least one assertion"));

    [Test]
    public void Read_HeaderOnly_IsRefusedEvenWhenLenient() => Assert.That(ReadClaims.Of("item,source,value\n", lenient: true).Refused, Has.Count.EqualTo(1));

    [TestCase("")]
    [TestCase("\n\n")]
    [TestCase("\uFEFF")]
    public void Read_EmptyFile_IsRefusedAsBadData(string csv) => Assert.That(ReadClaims.Of(csv).Refused, Is.Not.Empty);

    [Test]
    public void Read_UnterminatedQuoteInHeader_IsRefusedAsBadData() => Assert.That(ReadClaims.Of("item,\"source,value\ni,s,v\n").Refused, Is.Not.Empty);

    [TestCase("hedg", "unknown column 'hedg' is not used: did you mean 'hedge'?")]
    [TestCase("Stanse", "unknown column 'stanse' is not used: did you mean 'stance'?")]
    [TestCase("weather", "unknown column 'weather' is not used")]
    [TestCase("itnerest", "unknown column 'itnerest' is not used: did you mean 'interest'?")]
    [TestCase("task", "second column 'task' is not used")]
    public void Read_UnknownColumn_Warns(string column, string warning) =>
        Assert.That(ReadClaims.Of($"item,source,value,{column}\ni,s,v,x\n").Log.Warnings.Single(), Does.EndWith(": " + warning));

    [Test]
    public void Read_MistypedValueColumn_WarnsThatItIsNotUsed() =>
        Assert.That(ReadClaims.Of("item,source,vallue\ni,s,v\n").Log.Warnings.Single(), Does.EndWith("did you mean 'value'?"));

    [Test]
    public void Read_KnownColumnsOnly_GivesNoWarning() => Assert.That(
        ReadClaims.Of("item,source,value,stance,origin,via,source_type,directness,hedge,interest,time,url,quote,note\ni,s,v,,,,,,,,,,,\n").Log.Warnings, Is.Empty);
}
