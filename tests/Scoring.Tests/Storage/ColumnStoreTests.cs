using Scoring.Storage;

namespace Scoring.Tests.Storage;

public sealed class ColumnStoreTests
{
    [Test]
    public void New_BeyondTheShareOfTheLimit_LiesInAFile()
    {
        var store = new ColumnStore(limit: 1000, leastMapped: 100);
        store.New<byte>(200);
        Assert.That(store.MappedBytes, Is.Zero);
        store.New<byte>(100);
        Assert.That(store.MappedBytes, Is.EqualTo(100));
    }

    [Test]
    public void New_SmallColumn_StaysInMemory()
    {
        var store = new ColumnStore(limit: 1, leastMapped: 100);
        store.New<byte>(99);
        Assert.That(store.MappedBytes, Is.Zero);
    }

    [Test]
    public void Release_ColumnInMemory_MakesRoom()
    {
        var store = new ColumnStore(limit: 1000, leastMapped: 100);
        store.New<byte>(200).Release();
        store.New<byte>(200);
        Assert.That(store.MappedBytes, Is.Zero);
    }

    [Test]
    public void Release_ColumnInAFile_EndsTheFile()
    {
        var store = new ColumnStore(limit: 1, leastMapped: 1);
        var column = store.New<int>(10);
        column.Release();
        Assert.That(store.MappedBytes, Is.Zero);
        Assert.That(() => column[0], Throws.InstanceOf<ObjectDisposedException>());
    }

    /// <summary>Who still holds the column does not keep its memory, and giving it back again makes no more room.</summary>
    [Test]
    public void Release_ColumnInMemoryTwice_IsGoneOnce()
    {
        var store = new ColumnStore(limit: 1000, leastMapped: 100);
        var column = store.New<byte>(100);
        column.Release();
        column.Release();
        Assert.That(() => column[0], Throws.InstanceOf<ObjectDisposedException>());
        store.New<byte>(200);
        store.New<byte>(100);
        Assert.That(store.MappedBytes, Is.EqualTo(100));
    }

    [Test]
    public void KeepWithinLimit_ColumnInAFile_KeepsWhatIsWritten()
    {
        using var store = new ColumnStore(limit: 1, leastMapped: 1);
        var column = store.New<int>(1 << 10);
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = i;
            store.KeepWithinLimit();
        }

        Assert.That(column.Sum(number => (long)number), Is.EqualTo(512L * 1023));
    }

    [TestCase(1)]
    [TestCase(long.MaxValue)]
    public void Column_New_IsZeroAndKeepsWhatIsWritten(long limit)
    {
        var column = new ColumnStore(limit, leastMapped: 1).New<long>(3);
        Assert.That(column, Is.EqualTo(new long[3]));
        column[1] = 7;
        column.AsSpan(2)[0] = 8;
        Assert.That(column, Is.EqualTo(new long[] { 0, 7, 8 }));
    }

    [TestCase(1)]
    [TestCase(long.MaxValue)]
    public void Column_PastItsEnd_Throws(long limit)
    {
        var column = new ColumnStore(limit, leastMapped: 1).New<int>(3);
        Assert.That(() => column[3], Throws.InstanceOf<IndexOutOfRangeException>());
        Assert.That(() => column[-1], Throws.InstanceOf<IndexOutOfRangeException>());
    }

    [Test]
    public void MappedFile_GivenBack_KeepsWhatIsWritten()
    {
        using var file = new MappedFile(1 << 20, new Lock());
        file.AsSpan<int>(1 << 18).Fill(42);
        file.GiveBack();
        Assert.That(file.AsSpan<int>(1 << 18).IndexOfAnyExcept(42), Is.EqualTo(-1));
    }

    [Test]
    public void Trim_ColumnInAFile_KeepsItsNumbers()
    {
        var store = new ColumnStore(limit: 1, leastMapped: 1);
        var column = store.New<int>(100_000);
        column.AsSpan().Fill(42);
        store.Trim();
        Assert.That(column.AsSpan().IndexOfAnyExcept(42), Is.EqualTo(-1));
    }

    [Test]
    public void MappedFile_Closed_KeepsReadersWaiting()
    {
        var gate = new Lock();
        using var file = new MappedFile(4096, gate);
        file.AsSpan<int>(1)[0] = 42;
        Task<int> reading;
        using (gate.EnterScope())
        {
            file.Close();
            using var begun = new ManualResetEventSlim();
            reading = Task.Run(() =>
            {
                begun.Set();
                return file.AsSpan<int>(1)[0];
            });
            begun.Wait();
            Assert.That(reading.Wait(TimeSpan.FromMilliseconds(50)), Is.False);
            file.Open();
        }

        Assert.That(reading.Result, Is.EqualTo(42));
    }

    [Test]
    public void MappedFile_WhileOpen_LeavesNoName()
    {
        Assume.That(!OperatingSystem.IsWindows(), "there, an open file has its name until it is closed");
        var before = Directory.GetFiles(Path.GetTempPath(), "scoring-*.columns");
        using var file = new MappedFile(4096, new Lock());
        Assert.That(Directory.GetFiles(Path.GetTempPath(), "scoring-*.columns"), Is.SubsetOf(before));
    }

    [Test]
    public void GrowingColumn_ManyNumbers_KeepsThemInOrder([Values(0, 1, 256, 257, 5_000_000)] int count)
    {
        var column = new GrowingColumn<int>(ColumnStore.InMemory);
        for (var i = 0; i < count; i++)
        {
            column.Add(i * 3);
        }

        Assert.That(column.Count, Is.EqualTo(count));
        Assert.That(column.Index().All(entry => entry.Item == entry.Index * 3), Is.True);
        Assert.That(Enumerable.Range(0, Math.Min(count, 1000)).All(i => column[count - 1 - i] == (count - 1 - i) * 3), Is.True);
    }

    [Test]
    public void TextColumn_Find_IsTheIndexOrNegative()
    {
        string[] texts = ["", "a", "ä", "𐐷", "\uFF5E"];
        var utf8 = texts.Select(System.Text.Encoding.UTF8.GetBytes).ToArray();
        var ends = utf8.Select((_, index) => utf8.Take(index + 1).Sum(text => text.Length)).ToArray();
        var column = new TextColumn(utf8.SelectMany(text => text).ToArray(), ends);
        Assert.That(column, Is.EqualTo(texts));
        Assert.That(texts.Select(column.Find), Is.EqualTo(new[] { 0, 1, 2, 3, 4 }));
        Assert.That(column.Find("b"), Is.Negative);
    }
}
