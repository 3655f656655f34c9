using System.Text;
using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class FileKindTests
{
    [TestCase("1F8B0800", "a gzip file")]
    [TestCase("504B030414", "a zip file or a spreadsheet (.xlsx)")]
    [TestCase("D0CF11E0A1B11AE1", "a spreadsheet (.xls)")]
    [TestCase("255044462D", "a PDF file")]
    [TestCase("69007400", "UTF-16 without a byte order mark")]
    [TestCase("00690074", "UTF-16 without a byte order mark")]
    [TestCase("5B7B22697465", "JSON")]
    [TestCase("7B0A2022", "JSON")]
    public void Read_FileThatIsNoCsv_SaysWhatItIs(string start, string found)
    {
        byte[] bytes = [.. Convert.FromHexString(start), .. Encoding.UTF8.GetBytes(",item,source,value\ni,s,v\n")];
        var fault = Assert.Throws<BadDataException>(() => ReadClaims.Of(bytes))!.Rows.Single();
        Assert.That((fault.LineNumber, fault.Found), Is.EqualTo((1L, found)));
    }

    [TestCase("item,source,value")]
    [TestCase("[id],item,source,value")]
    [TestCase("{x},item,source,value")]
    [TestCase("PK,item,source,value")]
    public void Read_HeaderThatBeginsLikeThem_IsCsv(string header) => Assert.That(ReadClaims.Of($"{header}\n{(header.StartsWith('i') ? "" : "x,")}i,s,v\n").Rows, Is.EqualTo(new[] { "i|s|v" }));

    [Test]
    public void Read_Utf16ByName_IsRead() => Assert.That(ReadClaims.Of(Encoding.Unicode.GetBytes("item,source,value\ni,s,v\n"), Encoding.Unicode).Rows, Is.EqualTo(new[] { "i|s|v" }));
}
