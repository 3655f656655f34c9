using Scoring.Reading;
using Scoring.Reporting;

namespace Scoring.Tests.Reporting;

public sealed class ReportItemBuilderTests
{
    [Test]
    public void Filters_VeryManyTopics_AreTheCommonest()
    {
        var rows = Enumerable.Range(0, 500).Select(row => new Assertion($"i{row}", "s") { Topic = $"t{(row < 300 ? row : 250 + (row % 50)):000}" });
        var topics = ReportItemBuilder.Filters(CredibilityScorer.Score(rows), Phrasing.English).Topics;
        Assert.That((topics.Count, topics[0], topics[149], topics[^1]), Is.EqualTo((200, "t000", "t149", "t299")));
    }
}
