using System.Text;
using Scoring.Remembering;
using Scoring.Tests.Reading;

namespace Scoring.Tests.Remembering;

/// <summary>Corpora in which one source is always at odds with all others, and what is remembered of them.</summary>
internal static class MemoryCorpora
{
    /// <summary>Four sources agree on every item, which the fifth, <c>bad</c>, contradicts.</summary>
    public static string Proven(string prefix = "i", int items = 20)
    {
        var text = new StringBuilder("item,source,value,topic\n");
        for (var item = 0; item < items; item++)
        {
            for (var source = 0; source < 4; source++)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{item},good{source},right,{(item % 2 == 0 ? "sport" : "war")}\n");
            }

            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{item},bad,wrong,{(item % 2 == 0 ? "sport" : "war")}\n");
        }

        return text.ToString();
    }

    public static ScoringResult Score(this InputFolder folder, string claims, string memory, bool remember = true, int threads = 1)
    {
        var path = folder.Write($"{claims.Length}-claims.csv", claims);
        var result = CredibilityScorer.Score(path, new ScoringOptions { MemoryPath = memory, Threads = threads });
        if (remember)
        {
            result.Remember(memory);
        }

        return result;
    }

    public static SourceCard CardOf(string memory, string source) => MemoryFile.Read(memory, inputs: null).Sources.Single(card => card.Source == source);
}
