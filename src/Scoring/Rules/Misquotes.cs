using System.Runtime.InteropServices;
using Scoring.Indexing;
using Scoring.Reading;

namespace Scoring.Rules;

/// <summary>Drops relays that have their origin say what it contradicts, on one item after another. One for each thread.</summary>
/// <remarks>
/// Where an origin speaks on the item itself, a relay that contradicts it does not count, unless it is later: it is a misquote or, if the origin
/// did say so before, as superseded as that.
/// </remarks>
internal sealed class Misquotes(Corpus corpus, Lineage lineage)
{
    // In place of claims yes and no in any language; −1 is an answer that nobody names.
    private const int Yes = -2;
    private const int No = -3;

    private readonly Positions said = new();
    private readonly Positions saidBefore = new();
    private readonly Dictionary<int, long> lastSaid = [];

    /// <summary>Marks the misquotes on an item.</summary>
    /// <remarks>O(assertions of the item).</remarks>
    public void Drop(int item)
    {
        if (!HasRelays(item))
        {
            return;
        }

        said.Clear();
        saidBefore.Clear();
        lastSaid.Clear();
        ForEachRow(item, Listen);
        if (lastSaid.Count > 0)
        {
            ForEachRow(item, Check);
        }
    }

    private bool HasRelays(int item)
    {
        for (var a = corpus.AssertionsOfItem(item).Start.Value; a < corpus.AssertionsOfItem(item).End.Value; a++)
        {
            if (lineage.IsRelay(a))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes through the assertions of an item with the answer that each gives or denies.</summary>
    private void ForEachRow(int item, Action<int, int, bool> act)
    {
        for (var claim = corpus.FirstClaim[item]; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            var (ifSupported, ifDenied) = Answers(item, claim);
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                var denies = corpus.Details.StanceOf(a) == Stance.Denies;
                act(a, denies && ifDenied is { } other ? other : ifSupported, denies && ifDenied is null);
            }
        }
    }

    /// <summary>What it is to support a claim and, of two answers, to deny it; beside others too yes is the denial of no, and no of yes.</summary>
    private (int IfSupported, int? IfDenied) Answers(int item, int claim)
    {
        if (corpus.HasTwoAnswers(item))
        {
            return (claim, corpus.OtherAnswer(item, claim));
        }

        var value = corpus.ValueText(claim);
        return YesNo.Word(value) is null ? (claim, null) : YesNo.IsNo(value) ? (No, Yes) : (Yes, No);
    }

    private void Listen(int assertion, int answer, bool isDenial)
    {
        if (lineage.IsRelay(assertion))
        {
            return;
        }

        if (lineage.Status[assertion] == AssertionStatus.Superseded)
        {
            saidBefore.Add(lineage.Root[assertion], answer, isDenial);
        }
        else if (lineage.Status[assertion] == AssertionStatus.Active)
        {
            said.Add(lineage.Root[assertion], answer, isDenial);

            // Nothing is later than what has no time.
            var time = corpus.Details.TimeOf(assertion) is var at && at == AssertionDetails.NoTime ? long.MaxValue : at;
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(lastSaid, lineage.Root[assertion], out var exists);
            last = exists ? Math.Max(last, time) : time;
        }
    }

    private void Check(int assertion, int answer, bool isDenial)
    {
        var root = lineage.Root[assertion];
        if (lineage.Status[assertion] == AssertionStatus.Active && lineage.IsRelay(assertion)
            && lastSaid.TryGetValue(root, out var last) && corpus.Details.TimeOf(assertion) <= last
            && said.Contradict(root, answer, isDenial) && !said.Imply(root, answer, isDenial))
        {
            lineage.Status[assertion] = saidBefore.Imply(root, answer, isDenial) ? AssertionStatus.Superseded : AssertionStatus.AtOddsWithOrigin;
        }
    }
}
