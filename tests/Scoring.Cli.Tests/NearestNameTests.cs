namespace Scoring.Cli.Tests;

/// <summary>A name that is nearly right is answered with the right one.</summary>
public sealed class NearestNameTests
{
    [TestCase("unknown command 'scroe': did you mean 'score'?", "scroe", "claims.csv")]
    [TestCase("unknown option '--lenint': did you mean '--lenient'?", "score", "claims.csv", "--lenint")]
    [TestCase("unknown option '--mdoel': did you mean '--model'?", "score", "--mdoel", "auto", "claims.csv")]
    [TestCase("unknown option '--mdoel': did you mean '--model'?", "score", "claims.csv", "--mdoel=auto")]
    [TestCase("unknown option '--jsno': did you mean '--json'?", "methods", "--jsno")]
    [TestCase("unknown option '--colour'", "score", "claims.csv", "--colour", "blue")]
    [TestCase("CLAIMS: no such file 'clams.csv': did you mean 'claims.csv'?", "score", "clams.csv")]
    [TestCase("--truth: no such file 'trtuh.csv': did you mean 'truth.csv'?", "score", "claims.csv", "--truth", "trtuh.csv")]
    [TestCase("--model: unknown model 'one-coni': did you mean 'one-coin'?", "score", "claims.csv", "--model", "one-coni")]
    [TestCase("--format: unknown format 'jsn': did you mean 'json'?", "score", "claims.csv", "--format", "jsn")]
    [TestCase("--format: unknown format 'tabel': did you mean 'table'?", "evaluate", "claims.csv", "--truth", "truth.csv", "--format", "tabel")]
    [TestCase("--method: unknown method 'majorty': did you mean 'majority'?", "evaluate", "claims.csv", "--truth", "truth.csv", "--method", "auto,majorty")]
    [TestCase("--encoding: unknown encoding 'utf8': did you mean 'utf-8'?", "score", "claims.csv", "--encoding", "utf8")]
    [TestCase("--item: unknown item 'captial': did you mean 'capital'?", "explain", "claims.csv", "--item", "captial")]
    [TestCase("--value: unknown value 'Pairs': did you mean 'Paris'?", "explain", "claims.csv", "--item", "capital", "--value", "Pairs")]
    [TestCase("SHELL: unknown shell 'fihs': did you mean 'fish'?", "completion", "fihs")]
    public void Run_NearlyRightName_SaysSoFirst(string message, params string[] arguments)
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("truth.csv", Corpora.PlainTruth);
        var result = folder.Run(arguments);
        Assert.That((result.ExitCode, result.ErrorLines[0]), Is.EqualTo((RunResult.BadUsage, message)));
    }

    [Test]
    public void Score_MistypedColumn_NamesTheNearest()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "item,sorce,value\ni,s,v\n");
        Assert.That(folder.Run("score", "claims.csv").ErrorLines[0], Does.EndWith("; unknown column 'sorce': did you mean 'source'?"));
    }

    [Test]
    public void Score_MistypedRuleKey_NamesTheNearest()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", Corpora.Plain);
        folder.Write("rules.json", folder.Run("rules").Out.Replace("\"fallback_type\"", "\"fallback_typ\"", StringComparison.Ordinal));
        Assert.That(folder.Run("score", "claims.csv", "--rules", "rules.json").ErrorLines[0], Does.Contain("unknown key 'fallback_typ': did you mean 'fallback_type'?"));
    }
}
