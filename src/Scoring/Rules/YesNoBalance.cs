using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Rules;

/// <summary>How often the yes/no questions of a corpus are answered yes, and how often no, by assertions that count.</summary>
/// <param name="Yes">Support of yes, and denials of no.</param>
/// <param name="No">Support of no, and denials of yes.</param>
internal readonly record struct YesNoBalance(long Yes, long No)
{
    private const sbyte YesWord = 1;
    private const sbyte NoWord = 2;
    private const sbyte Neither = 3;

    /// <summary>Share of the rarer answer, as a uniform prior of it has it (Laplace's rule), since few answers tell little of it; in (0, 0.5].</summary>
    public double Rarer => (Math.Min(Yes, No) + 1.0) / (Yes + No + 2);

    /// <summary>Whether an item is a yes/no question.</summary>
    public static bool IsQuestion(Corpus corpus, int item) => corpus.HasTwoAnswers(item) && YesNo.Word(corpus.ValueText(corpus.FirstClaim[item])) is not null;

    /// <summary>Counts the answers.</summary>
    /// <remarks>O(assertions on yes/no questions).</remarks>
    public static YesNoBalance Of(Evidence evidence)
    {
        var (corpus, yes, no) = (evidence.Corpus, 0L, 0L);
        var kinds = new sbyte[corpus.Values.Length]; // of each value, when first met: a word of yes, of no, or neither
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1] && corpus.HasTwoAnswers(item); claim++)
            {
                ref var kind = ref kinds[corpus.ValueOfClaim[claim]];
                kind = kind != 0 ? kind : KindOf(corpus.ValueText(claim));
                if (kind == Neither)
                {
                    break;
                }

                var (supports, denies) = Stances(evidence, claim);
                yes += kind == YesWord ? supports : denies;
                no += kind == YesWord ? denies : supports;
            }
        }

        return new YesNoBalance(yes, no);
    }

    private static sbyte KindOf(string value) => YesNo.Word(value) is null ? Neither : YesNo.IsNo(value) ? NoWord : YesWord;

    private static (int Supports, int Denies) Stances(Evidence evidence, int claim)
    {
        var (supports, denies) = (0, 0);
        for (var a = evidence.Corpus.FirstAssertion[claim]; a < evidence.Corpus.FirstAssertion[claim + 1]; a++)
        {
            var stance = evidence.RuleWeight[a] > 0 ? evidence.Corpus.Details.StanceOf(a) : Stance.Retracts;
            supports += stance == Stance.Supports ? 1 : 0;
            denies += stance == Stance.Denies ? 1 : 0;
        }

        return (supports, denies);
    }
}
