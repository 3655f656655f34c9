using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>
/// What assertions say, by what they say: a statement is a claim with the assertions that support it. Where an item has two answers, who denies one gives the
/// other, and it has two statements, whether somebody names them or not.
/// </summary>
internal sealed class Statements
{
    private const int Answers = 2;

    private readonly Corpus corpus;
    private readonly Column<int> firstOfItem;
    private readonly Column<int> itemOf;
    private readonly Column<int> first;
    private readonly Column<int> assertion;

    /// <param name="corpus">The assertions.</param>
    public Statements(Corpus corpus)
    {
        this.corpus = corpus;
        IsRestated = corpus.Details.Denials > 0 && Enumerable.Range(0, corpus.ItemCount).Any(corpus.HasTwoAnswers);
        if (!IsRestated)
        {
            (firstOfItem, itemOf, first, assertion) = (corpus.FirstClaim, corpus.ItemOfClaim, corpus.FirstAssertion, []);
            return;
        }

        firstOfItem = corpus.Store.New<int>(corpus.ItemCount + 1);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            firstOfItem[item + 1] = firstOfItem[item] + (corpus.HasTwoAnswers(item) ? Answers : corpus.NamedCount(item));
        }

        var count = firstOfItem[^1];
        (itemOf, first, assertion) = (corpus.Store.New<int>(count), corpus.Store.New<int>(count + 1), corpus.Store.New<int>(corpus.AssertionCount));
        for (var (item, next) = (0, 0); item < corpus.ItemCount; item++)
        {
            for (var statement = firstOfItem[item]; statement < firstOfItem[item + 1]; statement++)
            {
                itemOf[statement] = item;
                first[statement + 1] = next = Take(item, statement - firstOfItem[item], next);
            }
        }
    }

    /// <summary>Whether denials are among them.</summary>
    public bool IsRestated { get; }

    /// <summary>Number of statements; those of an item stand together, in the order of the items.</summary>
    public int Count => first.Length - 1;

    /// <summary>Item of a statement.</summary>
    public int ItemOf(int statement) => itemOf[statement];

    /// <summary>Place of what it says among the labels of its item, which has some.</summary>
    public int LabelOf(int statement)
    {
        var place = statement - firstOfItem[itemOf[statement]];
        return IsRestated && corpus.HasTwoAnswers(itemOf[statement]) ? place : corpus.LabelOf(corpus.FirstClaim[itemOf[statement]] + place);
    }

    /// <summary>Statements of an item.</summary>
    public (int First, int End) OfItem(int item) => (firstOfItem[item], firstOfItem[item + 1]);

    /// <summary>Places of the assertions of a statement, for <see cref="AssertionAt"/>.</summary>
    public (int First, int End) PlacesOf(int statement) => (first[statement], first[statement + 1]);

    /// <summary>Asks for the places of a statement that will be needed.</summary>
    public void FetchAhead(int statement) => Prefetch.Of(ref first[statement]);

    /// <summary>The assertion at a place.</summary>
    public int AssertionAt(int place) => IsRestated ? assertion[place] : place;

    /// <summary>Whether an assertion is among those of a statement because it says so, not because it is about the same claim.</summary>
    public bool Says(int statement, int assertionOfIt) => corpus.Details.StanceOf(assertionOfIt) switch
    {
        Stance.Supports => true,
        Stance.Denies => IsRestated && corpus.HasTwoAnswers(itemOf[statement]),
        _ => false,
    };

    /// <summary>The claim of the corpus that a statement is; −1 where sources give it only by denying the other answer.</summary>
    public int ClaimOf(int statement)
    {
        var item = itemOf[statement];
        if (!IsRestated || !corpus.HasTwoAnswers(item))
        {
            return corpus.FirstClaim[item] + statement - firstOfItem[item];
        }

        var claims = Enumerable.Range(corpus.FirstClaim[item], corpus.NamedCount(item));
        return claims.Where(claim => corpus.AnswerOf(claim) == statement - firstOfItem[item]).DefaultIfEmpty(-1).First();
    }

    /// <summary>Whether somebody says so: of two answers one may be neither said nor a claim, or a claim that is denied alone.</summary>
    public bool IsSaid(int statement) =>
        first[statement] < first[statement + 1] || (ClaimOf(statement) is var claim and >= 0 && corpus.FirstAssertion[claim] == corpus.FirstAssertion[claim + 1]);

    /// <summary>Credibility of each statement: of two answers, one that is no claim has what the other leaves, and one that nobody gives has none.</summary>
    /// <param name="ofClaims">Credibility of each claim.</param>
    public Column<double> Restated(Column<double> ofClaims)
    {
        if (!IsRestated)
        {
            return ofClaims;
        }

        var credibility = corpus.Store.New<double>(Count);
        for (var item = 0; item < corpus.ItemCount; item++)
        {
            Restate(item, ofClaims, credibility);
        }

        return credibility;
    }

    /// <summary>Gives back what it has of its own: nobody may use it afterwards.</summary>
    public void Release()
    {
        if (IsRestated)
        {
            firstOfItem.Release();
            itemOf.Release();
            first.Release();
            assertion.Release();
        }
    }

    private int Take(int item, int place, int next)
    {
        var isOfTwo = corpus.HasTwoAnswers(item);
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            var own = isOfTwo ? corpus.AnswerOf(claim) : claim - corpus.FirstClaim[item];
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                if ((isOfTwo && corpus.Details.StanceOf(a) == Stance.Denies ? 1 - own : own) == place)
                {
                    assertion[next++] = a;
                }
            }
        }

        return next;
    }

    private void Restate(int item, Column<double> ofClaims, Column<double> credibility)
    {
        var (start, isOfTwo) = (firstOfItem[item], corpus.HasTwoAnswers(item));
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            var own = isOfTwo ? corpus.AnswerOf(claim) : claim - corpus.FirstClaim[item];
            credibility[start + own] = ofClaims[claim];
            if (isOfTwo && corpus.NamedCount(item) == 1)
            {
                credibility[start + 1 - own] = 1 - ofClaims[claim];
            }
        }

        for (var statement = start; statement < start + Answers && isOfTwo; statement++)
        {
            credibility[statement] *= first[statement] < first[statement + 1] ? 1 : 0;
        }
    }
}
