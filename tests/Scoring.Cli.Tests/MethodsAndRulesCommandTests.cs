using System.Text.Json;

namespace Scoring.Cli.Tests;

public sealed class MethodsAndRulesCommandTests
{
    [TestCase("auto")]
    [TestCase("one-coin")]
    [TestCase("majority")]
    [TestCase("dawid-skene")]
    [TestCase("glad")]
    [TestCase("zencrowd")]
    [TestCase("ibcc")]
    [TestCase("mace")]
    [TestCase("ebcc")]
    [TestCase("wawa")]
    public void Methods_Listed_HaveADescription(string method)
    {
        using var folder = new TempFolder();
        Assert.That(folder.Run("methods").Out, Does.Match($@"(?m)^{method} +\w"));
    }

    [TestCase("methods")]
    [TestCase("rules")]
    [TestCase("rules", "--schema")]
    public void Command_WithoutACorpus_ExitsWithZero(params string[] arguments)
    {
        using var folder = new TempFolder();
        Assert.That(folder.Run(arguments).ExitCode, Is.EqualTo(RunResult.Done));
    }

    [TestCase("rules")]
    [TestCase("rules", "--schema")]
    public void Rules_Printed_AreAJsonObject(params string[] arguments)
    {
        using var folder = new TempFolder();
        using var json = JsonDocument.Parse(folder.Run(arguments).Out);
        Assert.That(json.RootElement.ValueKind, Is.EqualTo(JsonValueKind.Object));
    }

    [Test]
    public void Schema_Printed_NamesItsDialect()
    {
        using var folder = new TempFolder();
        using var json = JsonDocument.Parse(folder.Run("rules", "--schema").Out);
        Assert.That(json.RootElement.GetProperty("$schema").GetString(), Does.Contain("json-schema.org"));
    }

    [TestCaseSource(typeof(Corpora), nameof(Corpora.Names))]
    public void Rules_FedBack_GiveTheSameClaims(string corpus)
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, corpus);
        folder.Write("my.json", folder.Run("rules").Out);
        var byDefault = folder.Score("default", "claims.csv");
        var fedBack = folder.Score("fed-back", "claims.csv", "--rules", "my.json");
        Assert.That(Table.AllOf(fedBack), Is.EqualTo(Table.AllOf(byDefault)));
    }

    [Test]
    public void Rules_Edited_GiveOtherClaims()
    {
        using var folder = new TempFolder();
        Corpora.Lay(folder, "rich");
        var rules = folder.Run("rules").Out;
        folder.Write("my.json", rules.Replace("\"reported\": { \"factor\": 0.8", "\"reported\": { \"factor\": 0.1", StringComparison.Ordinal));
        Assert.That(folder.Read("my.json"), Is.Not.EqualTo(rules));
        var byDefault = folder.Score("default", "claims.csv");
        var edited = folder.Score("edited", "claims.csv", "--rules", "my.json");
        Assert.That(Table.AllOf(edited), Is.Not.EqualTo(Table.AllOf(byDefault)));
    }
}
