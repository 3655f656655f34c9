using System.Text.RegularExpressions;

namespace Scoring.Cli.Tests;

public sealed class InitCommandTests
{
    private static readonly string[] Written = ["claims.csv", "rules.json", "sources.csv"];

    [TestCase]
    [TestCase("new/corpus")]
    public void Init_EmptyFolder_WritesTheThreeFiles(params string[] folderName)
    {
        using var folder = new TempFolder();
        folder.Run(["init", .. folderName]);
        Assert.That(folder.FilesIn(folderName.Length == 0 ? "." : folderName[0]), Is.EqualTo(Written));
    }

    [Test]
    public void Init_EmptyFolder_SaysWhatToRunNext()
    {
        using var folder = new TempFolder();
        Assert.That(folder.Run("init", "corpus").Out, Does.Contain("scoring score corpus/claims.csv --rules corpus/rules.json"));
    }

    [Test]
    public void Init_ThenExplain_PrintsTheWaterfallOfTheReadme()
    {
        var readme = File.ReadAllText(Path.Combine(Places.FindOrIgnore("data"), "..", "README.md"));
        var waterfall = Regex.Match(readme, "```\n(?<waterfall> +dB .*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["waterfall"].Value;
        using var folder = new TempFolder();
        folder.Run("init", "corpus");
        var printed = folder.Run("explain", "corpus/claims.csv", "--item", "bridge-closed").Out.Split('\n').Select(line => line.TrimEnd());
        Assert.That(waterfall, Is.Not.Empty);
        Assert.That(string.Join('\n', printed), Does.Contain(waterfall));
    }

    [Test]
    public void Init_ThenScore_GivesNoErrorAndNoWarning()
    {
        using var folder = new TempFolder();
        folder.Run("init");
        var scored = folder.Run("score", "claims.csv", "--rules", "rules.json", "--out", "out");
        Assert.That((scored.ExitCode, scored.Error), Is.EqualTo((RunResult.Done, "")));
    }

    [Test]
    public void Init_ThenScore_KnowsEverySourceOfTheTemplate()
    {
        using var folder = new TempFolder();
        folder.Run("init");
        folder.Run("score", "claims.csv", "--out", "out");
        Assert.That(Table.Column(folder.PathOf("out/sources.csv"), "type"), Has.None.EqualTo("unknown"));
    }

    [TestCase("claims.csv")]
    [TestCase("rules.json")]
    public void Init_FileAlreadyThere_WritesNothing(string name)
    {
        using var folder = new TempFolder();
        folder.Write(name, "mine");
        var result = folder.Run("init");
        Assert.That((result.ExitCode, folder.FilesIn(".").Single(), folder.Read(name)), Is.EqualTo((RunResult.BadUsage, name, "mine")));
    }

    [Test]
    public void Init_Force_Overwrites()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "mine");
        folder.Run("init", "--force");
        Assert.That(folder.Read("claims.csv"), Does.StartWith("item,source,value"));
    }

    [Test]
    public void Init_FolderIsAFile_ExitsWithTwo()
    {
        using var folder = new TempFolder();
        folder.Write("corpus", "a file");
        Assert.That(folder.Run("init", "corpus").ExitCode, Is.EqualTo(RunResult.BadUsage));
    }
}
