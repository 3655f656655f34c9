using System.Text;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Tests.Reading;

public sealed class TextQueueTests
{
    /// <summary>More than wait at once, of all lengths that are treated apart: none, short, long, too long to wait.</summary>
    private static readonly int[] Lengths = [0, 1, 7, 8, 9, 63, 64, 65, 300];

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(TextQueue.Length)]
    [TestCase(TextQueue.Length + 1)]
    [TestCase(20_000)]
    public void Add_TextsOfAllLengths_GivesEachTheIndexItHasWhenAddedAtOnce(int count)
    {
        var random = new Random(7);
        string[] texts = [.. Enumerable.Range(0, count).Select(_ => Text(random))];
        var (interner, expected) = (new Interner(ColumnStore.InMemory), new Interner(ColumnStore.InMemory));
        var indices = new GrowingColumn<int>(ColumnStore.InMemory);
        var queue = new TextQueue(interner, indices);
        foreach (var text in texts)
        {
            queue.Add(Encoding.UTF8.GetBytes(text));
        }

        queue.Flush();
        Assert.That(indices, Is.EqualTo(texts.Select(text => expected.Add(text))));
    }

    [Test]
    public void Add_TextsOfAnotherQueueBetween_ChangesNoIndex()
    {
        var interner = new Interner(ColumnStore.InMemory);
        var (indices, others) = (new GrowingColumn<int>(ColumnStore.InMemory), new GrowingColumn<int>(ColumnStore.InMemory));
        var (queue, other) = (new TextQueue(interner, indices), new TextQueue(interner, others));
        var random = new Random(3);
        string[] texts = [.. Enumerable.Range(0, 5_000).Select(_ => Text(random))];
        foreach (var text in texts)
        {
            queue.Add(Encoding.UTF8.GetBytes(text));
            other.Add(Encoding.UTF8.GetBytes(text + text));
        }

        queue.Flush();
        other.Flush();
        Assert.Multiple(() =>
        {
            Assert.That(indices.Select(index => interner[index]), Is.EqualTo(texts));
            Assert.That(others.Select(index => interner[index]), Is.EqualTo(texts.Select(text => text + text)));
        });
    }

    [Test]
    public void AddAll_TextsOfAllLengths_FindsThoseAlreadyThere()
    {
        var random = new Random(11);
        var (one, other) = (new Interner(ColumnStore.InMemory), new Interner(ColumnStore.InMemory));
        for (var i = 0; i < 3_000; i++)
        {
            one.Add(Text(random));
            other.Add(Text(random));
        }

        string[] texts = [.. Enumerable.Range(0, other.Count).Select(index => other[index])];
        var before = one.Count;
        string[] there = [.. texts.Where(text => one.Find(text) >= 0)];
        var indices = one.AddAll(other);
        Assert.Multiple(() =>
        {
            Assert.That(indices.Select(index => one[index]), Is.EqualTo(texts));
            Assert.That(one.Count, Is.EqualTo(before + texts.Length - there.Length));
            Assert.That(there, Is.Not.Empty);
        });
    }

    /// <summary>Of few letters and often the same, so that many come again, some of them at once.</summary>
    private static string Text(Random random) => random.Next(8) switch
    {
        0 => "",
        1 or 2 => "again and again",
        _ => new string((char)('a' + random.Next(26)), Lengths[random.Next(Lengths.Length)]) + random.Next(40),
    };
}
