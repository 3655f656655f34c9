using System.Text;
using Scoring.Reading;

namespace Scoring.Tests.Reading;

/// <summary>Bad rows of a claims file: each is found, named by line, and reported with what was expected.</summary>
public sealed class ClaimsFaultTests
{
    [TestCase(",s,v", "an empty item")]
    [TestCase("i,,v", "an empty source")]
    [TestCase("i,s,", "an empty value")]
    [TestCase("\"  \",s,v", "an empty item")]
    [TestCase("\u00A0,s,v", "an empty item")]
    [TestCase("i,\v,v", "an empty source")]
    [TestCase("i,s,\u3000\u2003", "an empty value")]
    [TestCase("i,\"\t\",v", "an empty source")]
    [TestCase("i,s,\"\n\"", "an empty value in a row from line 2 to line 3")]
    public void Read_EmptyField_IsReported(string row, string found) => Assert.That(ReadClaims.Of($"item,source,value\n{row}\n").Found, Is.EqualTo(new[] { found }));

    [TestCase("stance", "maybe", "stance 'maybe'", "supports, denies or retracts")]
    [TestCase("directness", "heard", "directness 'heard'", "witnessed, firsthand, told or inferred")]
    [TestCase("interest", "3", "interest '3'", "a whole number from -2 (against own interest) to 2 (self-serving)")]
    [TestCase("interest", "-3", "interest '-3'", "a whole number from -2 (against own interest) to 2 (self-serving)")]
    [TestCase("interest", "0.5", "interest '0.5'", "a whole number from -2 (against own interest) to 2 (self-serving)")]
    [TestCase("interest", "high", "interest 'high'", "a whole number from -2 (against own interest) to 2 (self-serving)")]
    [TestCase("interest", "300", "interest '300'", "a whole number from -2 (against own interest) to 2 (self-serving)")]
    [TestCase("hedge", "0", "hedge '0'", "a word of the rule set, or a number above 0 and at most 1 such as 0.5")]
    [TestCase("hedge", "-0.5", "hedge '-0.5'", "a word of the rule set, or a number above 0 and at most 1 such as 0.5")]
    [TestCase("hedge", "1.01", "hedge '1.01'", "a word of the rule set, or a number above 0 and at most 1 such as 0.5")]
    [TestCase("hedge", "1e9", "hedge '1e9'", "a word of the rule set, or a number above 0 and at most 1 such as 0.5")]
    [TestCase("hedge", "0,5", "hedge '0,5'", "a word of the rule set, or a number above 0 and at most 1 such as 0.5")]
    [TestCase("hedge", "50%", "hedge '50%'", "a word of the rule set, or a number above 0 and at most 1 such as 0.5")]
    [TestCase("hedge", "NaN", "hedge 'NaN'", "a word of the rule set, or a number above 0 and at most 1 such as 0.5")]
    [TestCase("hedge", "1e400", "hedge '1e400'", "a word of the rule set, or a number above 0 and at most 1 such as 0.5")]
    [TestCase("time", "yesterday", "time 'yesterday'", FieldParser.TimeExpected)]
    [TestCase("time", "15/08/2025", "time '15/08/2025'", FieldParser.TimeExpected)]
    [TestCase("time", "2025-02-30", "time '2025-02-30'", FieldParser.TimeExpected)]
    [TestCase("time", "2025-08-15T25:00", "time '2025-08-15T25:00'", FieldParser.TimeExpected)]
    [TestCase("time", "2025-W33-5", "time '2025-W33-5'", FieldParser.TimeExpected)]
    [TestCase("time", "2025-227", "time '2025-227'", FieldParser.TimeExpected)]
    [TestCase("time", "2025-08-15T24:00", "time '2025-08-15T24:00'", FieldParser.TimeExpected)]
    [TestCase("time", "2025-06-30T23:59:60Z", "time '2025-06-30T23:59:60Z'", FieldParser.TimeExpected)]
    [TestCase("time", "2025-08-15+01", "time '2025-08-15+01'", FieldParser.TimeExpected)]
    [TestCase("time", "2025-08-15T10:00+25", "time '2025-08-15T10:00+25'", FieldParser.TimeExpected)]
    public void Read_FieldThatDoesNotParse_IsReported(string column, string field, string found, string expected)
    {
        var read = ReadClaims.OfColumn(column, field);
        Assert.That(read.Log.BadRows, Is.EqualTo(new[] { new BadRow(read.Path, 2, found, expected) }));
    }

    [Test]
    public void Read_SeveralFaultsInOneRow_ReportsThemAll() => Assert.That(
        ReadClaims.Of("item,source,value,stance,directness,interest,time,hedge\n,,,maybe,heard,9,soon,7\n").Found,
        Is.EquivalentTo(new[]
        {
            "an empty item", "an empty source", "an empty value", "stance 'maybe'", "directness 'heard'", "interest '9'", "time 'soon'", "hedge '7'",
        }));

    [Test]
    public void Read_FaultsInSeveralRows_ReportsEachWithItsLine() => Assert.That(
        ReadClaims.Of("item,source,value\n,s,v\ni,s,v\ni,,v\ni,s,v\ni,s,\n").BadLines, Is.EqualTo(new[] { 2L, 4L, 6L }));

    [Test]
    public void Read_BadRow_GivesNoAssertion() => Assert.That(ReadClaims.Of("item,source,value\ni,s,v\n,s,v\nj,s,v\n").Rows, Is.EqualTo(new[] { "i|s|v", "j|s|v" }));

    [Test]
    public void Read_BadRow_LeavesNoNamesBehind() => Assert.That(ReadClaims.Of("item,source,value\ni,s,v\nj,ghost,\n").Table.Sources.Find("ghost"), Is.EqualTo(-1));

    [TestCase("item,source,value,quote\ni,s,v,\"one\ntwo\nthree\"\n,s,v,\n", 5)]
    [TestCase("item,source,value,quote\r\ni,s,v,\"one\r\ntwo\"\r\n,s,v,\r\n", 4)]
    [TestCase("item,source,value\n\n\n,s,v\n", 4)]
    [TestCase("item,source,value,\"no\nte\"\n,s,v,\n", 3)]
    [TestCase("item,source,value,quote\n,s,v,\"one\ntwo\"\n", 2)]
    [TestCase("\uFEFFitem,source,value\n,s,v\n", 2)]
    [TestCase("sep=,\nitem,source,value\n,s,v\n", 3)]
    public void Read_LinesThatAreNoRecords_AreCounted(string csv, int line) => Assert.That(ReadClaims.Of(csv).BadLines, Is.EqualTo(new[] { (long)line }));

    [TestCase("i,s", "3 fields, as many as the header has")]
    [TestCase("i", "3 fields, as many as the header has")]
    [TestCase("i,s,v,w", "3 fields, as many as the header has")]
    [TestCase("i,s,v,", "3 fields, as many as the header has")]
    [TestCase("\"i\"x,s,v", "a separator after the closing quote")]
    public void Read_MalformedRow_IsReported(string row, string expected) =>
        Assert.That(ReadClaims.Of($"item,source,value\na,s,v\n{row}\nb,s,v\n").Log.BadRows.Select(bad => (bad.LineNumber, bad.Expected)), Is.EqualTo(new[] { (3L, expected) }));

    /// <summary>Spreadsheets write rows of separators below the last one.</summary>
    [TestCase(",,")]
    [TestCase(",")]
    [TestCase(",,,,,")]
    [TestCase(" , , ")]
    [TestCase("\"\",,\"\"")]
    public void Read_RowWithNothingInIt_IsNoRow(string row)
    {
        var read = ReadClaims.Of($"item,source,value\na,s,v\n{row}\nb,s,v\n{row}\n");
        Assert.That((read.Found, read.Rows), Is.EqualTo((Array.Empty<string>(), new[] { "a|s|v", "b|s|v" })));
    }

    [TestCase("i,s")]
    [TestCase("i,s,v,w")]
    [TestCase("\"i\"x,s,v")]
    [TestCase("\"i\"x,s")]
    public void Read_MalformedRow_LeavesTheRowsAroundIt(string row) =>
        Assert.That(ReadClaims.Of($"item,source,value\na,s,v\n{row}\nb,s,v\n").Rows, Is.EqualTo(new[] { "a|s|v", "b|s|v" }));

    [Test]
    public void Read_MalformedRowAfterLineBreakInQuotes_IsReportedWithItsLine() =>
        Assert.That(ReadClaims.Of("item,source,value\n\"a\nb\",s,v\ni,s\n").BadLines, Is.EqualTo(new[] { 4L }));

    [Test]
    public void Read_MalformedAndBadRows_AreListedInOrderOfTheFile() =>
        Assert.That(ReadClaims.Of("item,source,value\n,s,v\ni,s\ni,,v\n\"i\"x,s,v\ni,s,\n").BadLines, Is.EqualTo(new[] { 2L, 3L, 4L, 5L, 6L }));

    [Test]
    public void Read_UnterminatedQuote_IsRefusedInLenientModeTooSinceItMaySwallowRows([Values] bool lenient)
    {
        var refusal = Assert.Throws<BadDataException>(ReadClaims.Of("item,source,value\na,s,v\ni,\"s,v\nb,s,v\n", lenient).Log.ThrowIfUnusable)!;
        Assert.That(refusal.Rows.Select(bad => (bad.LineNumber, bad.Expected)), Is.EqualTo(new[] { (3L, "a closing quote before the end of the file") }));
    }

    /// <summary>A stray quote, one field too many, a fault beside a good field.</summary>
    [TestCase("a,s1,\"x\nb,s2,y\nc,s3,\"z\nd,s4,w\n", 4, "a separator after the closing quote")]
    [TestCase("a,s1,\"x\r\nb,s2,y\r\nc,s3,\"z\r\nd,s4,w\r\n", 4, "a separator after the closing quote")]
    [TestCase("a,s1,\"x\nb,s2\",y\nd,s4,w\n", 3, "3 fields, as many as the header has")]
    [TestCase(",s1,\"x\nb,s2,y\nc\"\nd,s4,w\n", 4, "an item")]
    public void Read_BadRowOfSeveralLines_IsRefusedInLenientModeTooSinceItMaySwallowRows(string rows, int last, string expected)
    {
        var refusal = ReadClaims.Of($"item,source,value\n{rows}", lenient: true).Refused.Single();
        Assert.That((refusal.LineNumber, refusal.Expected), Is.EqualTo((2L, $"{expected} (not skipped: a row of several lines may have swallowed others)")));
        Assert.That(refusal.Found, Does.EndWith($" in a row from line 2 to line {last}"));
        var strict = ReadClaims.Of($"item,source,value\n{rows}").Log.BadRows.Single();
        Assert.That((strict.LineNumber, strict.Found, strict.Expected), Is.EqualTo((2L, refusal.Found, expected)));
    }

    [TestCase("a,s1,\"x\nb,s2,y\n")]
    [TestCase("a,s1,\"x\nb,s2,y\"z\n")]
    public void Read_NothingButARowThatMayNotBeSkipped_IsReportedOnce(string row) => Assert.That(ReadClaims.Of($"item,source,value\n{row}", lenient: true).Refused, Has.Count.EqualTo(1));

    [Test]
    public void Read_GoodFieldOfSeveralLinesWhenLenient_IsOneRow()
    {
        var read = ReadClaims.Of("item,source,value\na,s1,\"x\nb,s2,y\"\n,s2,y\n", lenient: true);
        Assert.That((read.Rows, read.BadLines), Is.EqualTo((new[] { "a|s1|x\nb,s2,y" }, new[] { 4L })));
        Assert.DoesNotThrow(read.Log.ThrowIfUnusable);
    }

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    public void Read_HalfACharacterInUtf16_IsBadAndNoOtherCharacter(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes("item,source,value\na,s,"), .. name == "utf-16" ? (byte[])[0x00, 0xD8] : [0xD8, 0x00], .. encoding.GetBytes("\na,s2,x\n")];
        var read = ReadClaims.Of(bytes);
        Assert.That(read.BadLines, Is.EqualTo(new[] { 2L }));
        Assert.That(read.Rows, Is.EqualTo(new[] { "a|s2|x" }));
    }

    [Test]
    public void Read_UnterminatedQuote_GivesNoAssertion() =>
        Assert.That(ReadClaims.Of("item,source,value\na,s,v\ni,s,\"v\nb,s,v\n").Rows, Is.EqualTo(new[] { "a|s|v" }));

    [Test]
    public void Read_QuoteInsideAnUnquotedField_IsText() =>
        Assert.That(ReadClaims.Of("item,source,value\n5\" gun,s,v\n").Rows, Is.EqualTo(new[] { "5\" gun|s|v" }));

    [Test]
    public void Read_BytesThatAreNotUtf8_AreReportedWithTheirLine() => Assert.That(
        ReadClaims.Of([.. "item,source,value\ni,s,v\n"u8, .. Encoding.Latin1.GetBytes("é,s,v\n"), .. "j,s,v\n"u8]).Log.BadRows.Select(bad => (bad.LineNumber, bad.Found)),
        Is.EqualTo(new[] { (3L, "bytes that are not UTF-8") }));

    [Test]
    public void Read_BytesThatAreNotUtf8_LeaveTheRowsAroundThem() => Assert.That(
        ReadClaims.Of([.. "item,source,value\ni,s,v\n"u8, .. Encoding.Latin1.GetBytes("é,s,v\n"), .. "j,s,v\n"u8]).Rows, Is.EqualTo(new[] { "i|s|v", "j|s|v" }));

    [Test]
    public void Read_LongFault_IsShortened() =>
        Assert.That(ReadClaims.OfColumn("stance", new string('x', 500)).Found.Single(), Is.EqualTo($"stance '{new string('x', 79)}…'"));

    [TestCase("stance", "a\nb\u001b[31m", "stance 'a b [31m' in a row from line 2 to line 3")]
    [TestCase("time", "a\r\nb", "time 'a  b' in a row from line 2 to line 3")]
    [TestCase("interest", "\u0007", "interest ' '")]
    public void Read_FaultWithControlCharacters_StaysOnOneLine(string column, string field, string found) =>
        Assert.That(ReadClaims.OfColumn(column, field).Found.Single(), Is.EqualTo(found));

    [Test]
    public void Read_BadRows_AreRefusedWithOneLineEach()
    {
        var read = ReadClaims.Of("item,source,value,stance\n,s,v,\ni,s,v,maybe\n");
        Assert.That(Assert.Throws<BadDataException>(read.Log.ThrowIfUnusable)!.Message, Is.EqualTo(
            $"{read.Path}(2): found an empty item, expected an item\n{read.Path}(3): found stance 'maybe', expected supports, denies or retracts"));
    }

    [Test]
    public void Read_BadRowsWhenLenient_AreNotRefused() => Assert.DoesNotThrow(ReadClaims.Of("item,source,value\n,s,v\ni,s,v\n", lenient: true).Log.ThrowIfUnusable);

    [Test]
    public void Read_BadRowsWhenLenient_AreReportedAllTheSame() =>
        Assert.That(ReadClaims.Of("item,source,value\n,s,v\ni,s\ni,s,v\n", lenient: true).BadLines, Is.EqualTo(new[] { 2L, 3L }));

    [Test]
    public void Read_BadRowsWhenLenient_LeaveTheGoodOnes() =>
        Assert.That(ReadClaims.Of("item,source,value\n,s,v\ni,s\ni,s,v\n", lenient: true).Rows, Is.EqualTo(new[] { "i|s|v" }));

    [Test]
    public void Read_NoFault_IsNotRefused() => Assert.DoesNotThrow(ReadClaims.Of("item,source,value\ni,s,v\n").Log.ThrowIfUnusable);
}
