using Scoring.Reading;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Explaining;

/// <summary>The assertions of an item that count, those of one voice together. Serves one item after another.</summary>
/// <param name="evidence">The evidence.</param>
/// <param name="voiceOf">Whose voice each assertion of the corpus is: its speaker, or its root.</param>
/// <param name="partyOf">The party of each source, to take the voices of one together and to leave out those of unknown origin; empty to do neither.</param>
internal sealed class VoiceRows(Evidence evidence, Column<int> voiceOf, int[] partyOf)
{
    private long[] keys = [];
    private double[] ruleWeight = [];
    private int[] placeOfRow = [];
    private int[] voice = [];
    private int[] assertion = [];
    private int[] place = [];
    private bool[] denies = [];

    /// <summary>Number of assertions that count.</summary>
    public int Count { get; private set; }

    /// <summary>Whose voice each is; ascending.</summary>
    public ReadOnlySpan<int> Voice => voice.AsSpan(0, Count);

    /// <summary>Index of each in the corpus; ascending within a voice.</summary>
    public ReadOnlySpan<int> Assertion => assertion.AsSpan(0, Count);

    /// <summary>0-based place in the item of the claim each is about.</summary>
    public ReadOnlySpan<int> Place => place.AsSpan(0, Count);

    /// <summary>Whether each denies its claim.</summary>
    public ReadOnlySpan<bool> Denies => denies.AsSpan(0, Count);

    /// <summary>Takes the assertions of an item.</summary>
    /// <remarks>O(n log n) for n assertions. Allocates only for an item with more than any before.</remarks>
    public void Fill(int item)
    {
        var corpus = evidence.Corpus;
        var (start, end) = (corpus.AssertionsOfItem(item).Start.Value, corpus.AssertionsOfItem(item).End.Value);
        Fit(end - start);
        Count = 0;
        var (firstClaim, byParty) = (corpus.FirstClaim[item], partyOf.Length > 0);
        var weights = ruleWeight.AsSpan(0, end - start);
        evidence.RuleWeight.CopyTo(start, weights);
        ReadOnlySpan<int> voices = voiceOf.AsSpan(start, end - start);
        for (var claim = firstClaim; claim < corpus.FirstClaim[item + 1]; claim++)
        {
            for (var a = corpus.FirstAssertion[claim]; a < corpus.FirstAssertion[claim + 1]; a++)
            {
                placeOfRow[a - start] = claim - firstClaim;
                var own = voices[a - start];
                if (weights[a - start] > 0 && (!byParty || own != Lineage.UnknownRoot))
                {
                    keys[Count++] = ((long)(byParty ? partyOf[own] : own) << 32) | (uint)(a - start);
                }
            }
        }

        ShortSort.Sort(keys.AsSpan(0, Count));
        for (var i = 0; i < Count; i++)
        {
            var row = (int)(uint)keys[i];
            voice[i] = (int)(keys[i] >> 32);
            assertion[i] = start + row;
            place[i] = placeOfRow[row];
            denies[i] = corpus.Details.StanceOf(start + row) == Stance.Denies;
        }
    }

    private void Fit(int count)
    {
        if (keys.Length < count)
        {
            (keys, ruleWeight, placeOfRow) = (new long[count], new double[count], new int[count]);
            (voice, assertion, place, denies) = (new int[count], new int[count], new int[count], new bool[count]);
        }
    }
}
