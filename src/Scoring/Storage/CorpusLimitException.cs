using System.Globalization;

namespace Scoring.Storage;

/// <summary>A corpus is larger than anything here can number, whatever the memory.</summary>
internal sealed class CorpusLimitException(string message) : NotSupportedException(message)
{
    /// <summary>Throws if there are more than fit.</summary>
    /// <param name="count">How many are asked for.</param>
    /// <param name="most">How many fit.</param>
    /// <param name="what">What they are, for the message.</param>
    /// <param name="instead">What to do about it.</param>
    /// <exception cref="CorpusLimitException">There are more.</exception>
    public static void ThrowIfOver(long count, long most, string what, string instead = "parts of it, split by item")
    {
        if (count > most)
        {
            throw new CorpusLimitException(string.Create(CultureInfo.InvariantCulture, $"Too large: found a corpus of more than {most:#,0} {what}, expected {instead}."));
        }
    }
}
