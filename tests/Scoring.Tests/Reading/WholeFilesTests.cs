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
    public void Write_WriterThatSucceeds_ReplacesTheFile()
    {
        using var folder = new InputFolder();
        var path = folder.Write("file.json", "old and longer");
        WholeFiles.Write(path, stream => stream.Write("new"u8));
        Assert.That(File.ReadAllText(path), Is.EqualTo("new"));
    }
}
