using Scoring.Rules;

namespace Scoring.Tests.Rules;

public sealed class SeenNumbersTests
{
    [TestCase(3)]
    [TestCase(31)]
    [TestCase(32)]
    [TestCase(200)]
    public void Add_Numbers_TellsNewFromSeen(int count)
    {
        var seen = new SeenNumbers();
        for (var round = 0; round < 2; round++)
        {
            Assert.That(Enumerable.Range(-2, count).Select(seen.Add), Is.All.True);
            Assert.That(Enumerable.Range(-2, count).Select(seen.Add), Is.All.False);
            seen.Clear();
        }
    }
}
