using Scoring.Storage;

namespace Scoring.Tests.Storage;

public sealed class CorpusLimitExceptionTests
{
    [Test]
    public void ThrowIfOver_AsManyAsFit_DoesNot() => Assert.That(() => CorpusLimitException.ThrowIfOver(10, 10, "rows"), Throws.Nothing);

    [Test]
    public void ThrowIfOver_More_SaysHowManyFitAndWhatToDo() => Assert.That(
        () => CorpusLimitException.ThrowIfOver(3_000_000_000, 2_000_000_000, "rows"),
        Throws.TypeOf<CorpusLimitException>().With.Message.EqualTo("Too large: found a corpus of more than 2,000,000,000 rows, expected parts of it, split by item."));
}
