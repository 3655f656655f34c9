using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Inference.Panel;
using Scoring.Storage;

namespace Scoring;

/// <summary>What classical methods make of the same votes: supporting assertions, and of two answers denials of the other, without source types, origins, hedges, times or known truths: what was taken back or replaced since still votes.</summary>
/// <remarks>Methods that need all items to share one small label set are left out where they do not.</remarks>
public sealed class PanelResult
{
    private readonly Corpus corpus;
    private readonly Column<double>[] credibility;
    private readonly bool[][] isFirst;

    private PanelResult(Corpus corpus, IPanelMethod[] methods, Answer[] answers, Answer engine)
    {
        this.corpus = corpus;
        credibility = Array.ConvertAll(answers, answer => answer.Credibility);
        isFirst = Array.ConvertAll(answers, answer => Firsts(corpus, answer));
        var own = Firsts(corpus, engine);
        Methods = [.. methods.Select((method, index) => new PanelMethod(method.Name, method.Description, Agreement(corpus, own, isFirst[index])))];
    }

    /// <summary>The methods that apply to the corpus, in the order of <see cref="CredibilityScorer.Methods"/>.</summary>
    public IReadOnlyList<PanelMethod> Methods { get; }

    /// <summary>Names of the methods for which a claim is the most credible value of its item, in their order; tied values all are.</summary>
    /// <param name="claim">A claim of the same result.</param>
    /// <exception cref="ArgumentException">The claim is of another result.</exception>
    public IReadOnlyList<string> RankedFirstBy(ClaimScore claim)
    {
        var index = ClaimScore.IndexIn(corpus, claim);
        return [.. Methods.Where((_, method) => isFirst[method][index]).Select(method => method.Name)];
    }

    /// <summary>The credibility that each method gives a claim, in [0, 1]; in the order of <see cref="Methods"/>.</summary>
    /// <param name="claim">A claim of the same result.</param>
    /// <exception cref="ArgumentException">The claim is of another result.</exception>
    public IReadOnlyList<double> CredibilityOf(ClaimScore claim)
    {
        var index = ClaimScore.IndexIn(corpus, claim);
        return Array.ConvertAll(credibility, ofMethod => ofMethod[index]);
    }

    /// <summary>Runs every method that applies. They know nothing of one another, so that the number of threads changes nothing.</summary>
    internal static PanelResult Of(Corpus corpus, Answer engine, ScoringOptions options, CancellationToken cancellation)
    {
        var votes = Votes.Of(corpus);
        var methods = PanelMethods.All.Where(method => votes.LabelCount > 0 || !method.NeedsSharedLabels).ToArray();
        var answers = new Answer[methods.Length];
        Parallel.For(
            0, methods.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            method => answers[method] = votes.AnswerOf(methods[method], corpus, cancellation));
        return new PanelResult(corpus, methods, answers, engine);
    }

    /// <summary>Whether each claim is the most credible value of its item; the one answer that nobody named counts among the values.</summary>
    private static bool[] Firsts(Corpus corpus, Answer answer)
    {
        var first = new bool[corpus.ClaimCount];
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var highest = MostCredible.Of(corpus, item, answer.Credibility, answer.Unnamed);
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                first[claim] = answer.Credibility[claim] > 0 && MostCredible.Is(answer.Credibility[claim], highest);
            }
        }

        return first;
    }

    private static double Agreement(Corpus corpus, bool[] one, bool[] other)
    {
        var agreed = 0;
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            var (isAnyFirst, isShared) = (false, false);
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                isAnyFirst |= one[claim] || other[claim];
                isShared |= one[claim] && other[claim];
            }

            // Where neither ranks a named value first, both take the one that nobody named.
            agreed += isShared || !isAnyFirst ? 1 : 0;
        }

        return corpus.ItemCount == 0 ? 1 : agreed / (double)corpus.ItemCount;
    }
}
