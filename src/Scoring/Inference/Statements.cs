using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// What assertions say, by what they say: a statement is a claim with the assertions that support it. Where a corpus has two labels, who denies one names the
/// other, and each item has two statements, whether somebody names them or not.
/// </summary>
internal sealed class Statements
{
    private const int Answers = 2;

    private readonly Corpus corpus;
    private readonly Column<int> first;
    private readonly int[] assertion;
    private readonly Column<double> credibility;

    /// <param name="corpus">The assertions.</param>
    /// <param name="credibility">Credibility of each claim.</param>
    public Statements(Corpus corpus, Column<double> credibility)
    {
        this.corpus = corpus;
        IsRestated = corpus.SharedLabels.Length == Answers && corpus.Details.Denials > 0;
        first = IsRestated ? new int[(Answers * corpus.ItemCount) + 1] : corpus.FirstAssertion;
        assertion = IsRestated ? new int[corpus.AssertionCount] : [];
        for (var (item, next) = (0, 0); item < corpus.ItemCount && IsRestated; item++)
        {
            for (var label = 0; label < Answers; label++)
            {
                next = Take(item, label, next);
            }
        }

        this.credibility = IsRestated ? Restated(credibility) : credibility;
    }

    /// <summary>Whether denials are among them.</summary>
    public bool IsRestated { get; }

    /// <summary>Number of statements; those of an item stand together, in the order of the items.</summary>
    public int Count => first.Length - 1;

    /// <summary>Item of a statement.</summary>
    public int ItemOf(int statement) => IsRestated ? statement / Answers : corpus.ItemOfClaim[statement];

    /// <summary>Place of what it says among the labels of the corpus.</summary>
    public int LabelOf(int statement) => IsRestated ? statement % Answers : corpus.LabelOf(statement);

    /// <summary>Statements of an item.</summary>
    public (int First, int End) OfItem(int item) =>
        IsRestated ? (Answers * item, Answers * (item + 1)) : (corpus.FirstClaim[item], corpus.FirstClaim[item + 1]);

    /// <summary>Places of the assertions of a statement, for <see cref="AssertionAt"/>.</summary>
    public (int First, int End) PlacesOf(int statement) => (first[statement], first[statement + 1]);

    /// <summary>The assertion at a place.</summary>
    public int AssertionAt(int place) => IsRestated ? assertion[place] : place;

    /// <summary>Whether an assertion is among those of its statement because it says so, not because it is about the same claim.</summary>
    public bool Says(int assertion) => IsRestated ? corpus.Details.StanceOf(assertion) != Stance.Retracts : corpus.Details.StanceOf(assertion) == Stance.Supports;

    /// <summary>Credibility of a statement.</summary>
    public double Credibility(int statement) => credibility[statement];

    private int Take(int item, int label, int next)
    {
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                if (corpus.LabelSaid(claim, a) == label)
                {
                    assertion[next++] = a;
                }
            }
        }

        return first[(Answers * item) + label + 1] = next;
    }

    /// <summary>Credibility of both answers of every item: one that is no claim has what the other leaves, and one that nobody gives has none.</summary>
    private double[] Restated(Column<double> credibility)
    {
        var restated = new double[Answers * corpus.ItemCount];
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
            {
                var label = corpus.LabelOf(claim);
                restated[(Answers * item) + label] = credibility[claim];
                restated[(Answers * item) + 1 - label] += corpus.NamedCount(item) == 1 ? 1 - credibility[claim] : 0;
            }

            for (var statement = Answers * item; statement < Answers * (item + 1); statement++)
            {
                restated[statement] *= first[statement] < first[statement + 1] ? 1 : 0;
            }
        }

        return restated;
    }
}
