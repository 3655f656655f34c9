using System.Globalization;
using Scoring.Reading;

namespace Scoring.Tests.Reading;

/// <summary>What the fields of a good claims row mean.</summary>
public sealed class ClaimsFieldTests
{
    [TestCase("\"a,b\",s,v", "a,b|s|v")]
    [TestCase("\"say \"\"so\"\"\",s,v", "say \"so\"|s|v")]
    [TestCase("\"two\nlines\",s,v", "two\nlines|s|v")]
    [TestCase("  i , s\t, v ", "i|s|v")]
    [TestCase("\" i \",\"s\t\",\"\u00A0v\n\"", "i|s|v")]
    [TestCase("\u00A0é\u3000,\u2003s\u00A0,\vv", "é|s|v")]
    [TestCase("日本,Świnoujście,🙂", "日本|Świnoujście|🙂")]
    public void Read_Field_IsTakenAsMeant(string row, string expected) =>
        Assert.That(ReadClaims.Of($"item,source,value\n{row}\n").Rows, Is.EqualTo(new[] { expected }));

    [TestCase("origin")]
    [TestCase("via")]
    [TestCase("source_type")]
    [TestCase("hedge")]
    [TestCase("topic")]
    public void Read_QuotedIdWithSpaces_IsTrimmed(string column)
    {
        var table = ReadClaims.OfColumn(column, " told ").Table;
        string?[] words =
        [
            ReadClaims.Word(table.Origin, table.Sources), ReadClaims.Word(table.Via, table.Words), ReadClaims.Word(table.SourceType, table.Words),
            ReadClaims.Word(table.Hedge, table.Words), ReadClaims.Word(table.Topic, table.Words),
        ];
        Assert.That(words.OfType<string>(), Is.EqualTo(["told"]));
    }

    [Test]
    public void Read_QuotedQuote_KeepsItsSpaces() => Assert.That(ReadClaims.OfColumn("quote", "  so it goes ").Table.Quote[0], Is.EqualTo("  so it goes "));

    [Test]
    public void Read_FieldOverTheBufferOnTheStack_IsWhole()
    {
        var item = string.Concat(Enumerable.Repeat("é0123456789", 100));
        Assert.That(ReadClaims.Of($"item,source,value\n{item},s,v\n").Rows, Is.EqualTo(new[] { $"{item}|s|v" }));
    }

    [TestCase("", Stance.Supports)]
    [TestCase("supports", Stance.Supports)]
    [TestCase("SUPPORT", Stance.Supports)]
    [TestCase("for", Stance.Supports)]
    [TestCase("asserts", Stance.Supports)]
    [TestCase("confirms", Stance.Supports)]
    [TestCase("denies", Stance.Denies)]
    [TestCase("Deny", Stance.Denies)]
    [TestCase("against", Stance.Denies)]
    [TestCase("retracts", Stance.Retracts)]
    [TestCase("retract", Stance.Retracts)]
    public void Read_Stance_IsUnderstood(string field, Stance expected) => Assert.That(ReadClaims.OfColumn("stance", field).Table.Stance[0], Is.EqualTo(expected));

    [TestCase("false")]
    [TestCase("FALSE")]
    [TestCase("no")]
    [TestCase("faux")]
    [TestCase("non")]
    public void Read_AgainstBesideNo_IsOneOpinionSaidTwice(string value) =>
        Assert.That(ReadClaims.OfColumn("stance", "against", value).Table.Stance[0], Is.EqualTo(Stance.Supports));

    [TestCase("true")]
    [TestCase("oui")]
    [TestCase("Paris")]
    public void Read_AgainstBesideAnythingElse_Denies(string value) =>
        Assert.That(ReadClaims.OfColumn("stance", "against", value).Table.Stance[0], Is.EqualTo(Stance.Denies));

    [Test]
    public void Read_DeniesBesideFalse_IsADoubleNegation() =>
        Assert.That(ReadClaims.OfColumn("stance", "denies", "false").Table.Stance[0], Is.EqualTo(Stance.Denies));

    [Test]
    public void Read_AgainstWithoutValueColumn_DeniesTheItem() =>
        Assert.That(ReadClaims.Of("item,source,stance\ni,s,against\n").Table.Stance[0], Is.EqualTo(Stance.Denies));

    [TestCase("", Directness.Unstated)]
    [TestCase("Witnessed", Directness.Witnessed)]
    [TestCase("firsthand", Directness.Firsthand)]
    [TestCase("first-hand", Directness.Firsthand)]
    [TestCase("told", Directness.Told)]
    [TestCase("second-hand", Directness.Told)]
    [TestCase("inferred", Directness.Inferred)]
    public void Read_Directness_IsUnderstood(string field, Directness expected) =>
        Assert.That(ReadClaims.OfColumn("directness", field).Table.Directness[0], Is.EqualTo(expected));

    [TestCase("", 0)]
    [TestCase("-2", -2)]
    [TestCase("−1", -1)]
    [TestCase("0", 0)]
    [TestCase("+1", 1)]
    [TestCase("2", 2)]
    public void Read_Interest_IsUnderstood(string field, int expected) => Assert.That(ReadClaims.OfColumn("interest", field).Table.Interest[0], Is.EqualTo(expected));

    [TestCase("2025", "2025-01-01T00:00:00+00:00")]
    [TestCase("2025-08", "2025-08-01T00:00:00+00:00")]
    [TestCase("2025-08-15", "2025-08-15T00:00:00+00:00")]
    [TestCase("20250815", "2025-08-15T00:00:00+00:00")]
    [TestCase("2025-08-15T14:30", "2025-08-15T14:30:00+00:00")]
    [TestCase("2025-08-15 14:30:05", "2025-08-15T14:30:05+00:00")]
    [TestCase("2025-08-15T14:30:05.25Z", "2025-08-15T14:30:05.25+00:00")]
    [TestCase("2025-08-15T14:30:00+03:00", "2025-08-15T11:30:00+00:00")]
    [TestCase("2025-08-15T23:30:00-05:00", "2025-08-16T04:30:00+00:00")]
    [TestCase("2025-03-01 10:00:00+01", "2025-03-01T09:00:00+00:00")]
    [TestCase("2025-03-01 10:00:00.25-05", "2025-03-01T15:00:00.25+00:00")]
    [TestCase("2025-03-01T10:00-05", "2025-03-01T15:00:00+00:00")]
    [TestCase("20250301T1000+14", "2025-02-28T20:00:00+00:00")]
    [TestCase("2025-03-01t10:00:00z", "2025-03-01T10:00:00+00:00")]
    [TestCase("2025-03-01t10:00:00+01", "2025-03-01T09:00:00+00:00")]
    public void Read_Time_IsUniversalUnlessItHasAnOffset(string field, string expected) => Assert.That(
        new DateTimeOffset(ReadClaims.OfColumn("time", field).Table.Time[0], TimeSpan.Zero),
        Is.EqualTo(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture)));

    [Test]
    public void Read_EmptyTime_IsNone() => Assert.That(ReadClaims.OfColumn("time", "").Table.Time[0], Is.EqualTo(long.MinValue));

    [TestCase("asserted")]
    [TestCase("rumoured")]
    [TestCase("2nd-hand")]
    [TestCase("-")]
    [TestCase("0.4")]
    [TestCase("1")]
    public void Read_Hedge_IsKeptAsWritten(string field)
    {
        var read = ReadClaims.OfColumn("hedge", field);
        Assert.That(ReadClaims.Word(read.Table.Hedge, read.Table.Words), Is.EqualTo(field));
    }

    [Test]
    public void Read_Origin_IsASource()
    {
        var read = ReadClaims.OfColumn("origin", "BelTA");
        Assert.That(ReadClaims.Word(read.Table.Origin, read.Table.Sources), Is.EqualTo("BelTA"));
    }

    [TestCase("")]
    [TestCase("  ")]
    public void Read_BlankOrigin_IsNone(string field) => Assert.That(ReadClaims.OfColumn("origin", field).Table.Origin[0], Is.EqualTo(AssertionTable.None));

    [Test]
    public void Read_Via_IsKept()
    {
        var read = ReadClaims.OfColumn("via", "a channel");
        Assert.That(ReadClaims.Word(read.Table.Via, read.Table.Words), Is.EqualTo("a channel"));
    }

    [Test]
    public void Read_SourceType_IsKept()
    {
        var read = ReadClaims.OfColumn("source_type", "outlet");
        Assert.That(ReadClaims.Word(read.Table.SourceType, read.Table.Words), Is.EqualTo("outlet"));
    }

    [Test]
    public void Read_Url_IsKept() => Assert.That(ReadClaims.OfColumn("link", "https://example.org/?a=1,2").Table.Url[0], Is.EqualTo("https://example.org/?a=1,2"));

    [Test]
    public void Read_Quote_IsKept() => Assert.That(ReadClaims.OfColumn("quote", "so it was").Table.Quote[0], Is.EqualTo("so it was"));

    [Test]
    public void Read_Topic_IsKept()
    {
        var table = ReadClaims.OfColumn("topic", "war").Table;
        Assert.That(table.Words[table.Topic[0]], Is.EqualTo("war"));
    }

    [Test]
    public void Read_Note_IsKept() => Assert.That(ReadClaims.OfColumn("note", "check").Table.Note[0], Is.EqualTo("check"));

    [Test]
    public void Read_ColumnUsedByALaterRowOnly_LeavesTheEarlierRowAtItsDefault() =>
        Assert.That(ReadClaims.Of("item,source,value,interest\ni,s,v,\nj,s,v,2\n").Table.Interest[0], Is.Zero);
}
