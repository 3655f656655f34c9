using Scoring.Reading;

namespace Scoring.Tests.Reading;

public sealed class WholeFilesTests
{
    [Test]
    public void Write_WriterThatFails_LeavesTheFileAsItWas()
    {
        using var folder = new InputFolder();
        var path = folder.Write("file.json", "old");
        Assert.That(
            () => WholeFiles.Write(path, stream =>
            {
                stream.Write("half"u8);
                throw new IOException("disk full");
            }),
            Throws.InstanceOf<IOException>());
        Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(path)!), Is.EqualTo(new[] { path }));
    }

    [Test]
    public void Replace_LaterFileThatCannotBePutInItsPlace_LeavesAllAsTheyWere()
    {
        using var folder = new InputFolder();
        var (first, second) = (folder.Write("first.csv", "old"), folder.Write("second.csv", "old"));
        var (added, root) = (Path.Combine(Path.GetDirectoryName(first)!, "added.csv"), Path.GetDirectoryName(first)!);
        using (var files = new WholeFiles())
        {
            foreach (var path in (string[])[added, first, second])
            {
                files.Begin(path).Write("new"u8);
            }

            File.Delete(second);
            Directory.CreateDirectory(second);
            Assert.That(files.Replace, Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());
        }

        Assert.That(File.ReadAllText(first), Is.EqualTo("old"));
        Assert.That(Directory.GetFileSystemEntries(root), Is.EquivalentTo(new[] { first, second }));
    }

    [Test]
    public void Replace_SeveralFiles_LeavesThemAlone()
    {
        using var folder = new InputFolder();
        string[] paths = [folder.Write("first.csv", "old"), folder.Write("second.csv", "old")];
        using (var files = new WholeFiles())
        {
            Array.ForEach(paths, path => files.Begin(path).Write("new"u8));
            files.Replace();
        }

        Assert.That(paths.Select(File.ReadAllText), Is.All.EqualTo("new"));
        Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(paths[0])!), Is.EquivalentTo(paths));
    }

    [Test]
    public void Write_WriterThatSucceeds_ReplacesTheFile()
    {
        using var folder = new InputFolder();
        var path = folder.Write("file.json", "old and longer");
        WholeFiles.Write(path, stream => stream.Write("new"u8));
        Assert.That(File.ReadAllText(path), Is.EqualTo("new"));
    }
}
