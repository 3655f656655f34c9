using PublicApiGenerator;

namespace Scoring.Tests.Architecture;

public sealed class PublicApiTests
{
    private static readonly string Approved = Path.Combine(Corpora.CorpusFiles.Root, "tests", "Scoring.Tests", "Architecture", "PublicApi.approved.txt");

    /// <summary>Public is a promise: a change of it is made by hand in the approved file, seen in the review.</summary>
    [Test]
    public void Library_PublicApi_IsTheApprovedOne()
    {
        var actual = typeof(CredibilityScorer).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(Approved, actual);
        }

        Assert.That(actual, Is.EqualTo(File.ReadAllText(Approved)), "If the change is meant, run the tests once with APPROVE=1 and commit the file.");
    }
}
