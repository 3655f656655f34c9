using Scoring.Reporting;

namespace Scoring.Tests.Reporting;

public sealed class MarkdownTextTests
{
    [TestCase("plain (text) 1.5, a-b: c = d", "plain (text) 1.5, a-b: c = d")]
    [TestCase("2. Who won?", "2\\. Who won?")]
    [TestCase("  10) Where?", "  10\\) Where?")]
    [TestCase("- a", "\\- a")]
    [TestCase(" + a", " \\+ a")]
    [TestCase("*a* [b](c) `d` #1", "\\*a\\* \\[b\\](c) \\`d\\` \\#1")]
    [TestCase("<b>&amp;", "&lt;b\\>&amp;amp;")]
    [TestCase("a\nb", "a b")]
    [TestCase("", "")]
    public void Of_SignsThatAct_AreEscapedWhereTheyDo(string text, string expected) => Assert.That(MarkdownText.Of(text), Is.EqualTo(expected));
}
