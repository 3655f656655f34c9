namespace Scoring.Explaining;

/// <summary>How many origins speak for and against each claim of an item. Serves one item after another.</summary>
/// <remarks>
/// An origin speaks for a claim by supporting it, and of two answers by denying the other; it speaks against a claim by denying it or
/// by supporting any rival.
/// </remarks>
internal sealed class OriginCounts
{
    private int[] supporting = [];
    private int[] supportingAlone = [];
    private int[] denyingAlone = [];
    private int[] supportedBy = [];
    private int[] deniedBy = [];
    private int withSupport;

    /// <summary>Distinct origins that speak for a claim, by its 0-based place in the item.</summary>
    public int For(int place) => supporting[place];

    /// <summary>Distinct origins that speak against a claim: all that support something, but those that support it alone, and those that only deny it.</summary>
    public int Against(int place) => withSupport - supportingAlone[place] + denyingAlone[place];

    /// <summary>Counts the origins of an item.</summary>
    /// <param name="roots">Its assertions by whose voice they are.</param>
    /// <param name="claims">Claims of the item.</param>
    /// <param name="ofTwo">Whether these are both of two answers: who denies one gives the other.</param>
    /// <remarks>O(assertions + claims). Allocates only for an item with more claims than any before.</remarks>
    public void Fill(VoiceRows roots, int claims, bool ofTwo)
    {
        Clear(claims);
        ReadOnlySpan<int> root = roots.Voice, place = roots.Place;
        var denies = roots.Denies;
        for (int first = 0, last; first < root.Length; first = last)
        {
            var (supports, voice) = (0, first + 1);
            for (last = first; last < root.Length && root[last] == root[first]; last++)
            {
                var isDenial = denies[last] && !ofTwo;
                var of = denies[last] && ofTwo ? 1 - place[last] : place[last];
                if (!isDenial && supportedBy[of] != voice)
                {
                    supportedBy[of] = voice;
                    supporting[of]++;
                    supports++;
                }

                deniedBy[place[last]] = isDenial ? voice : deniedBy[place[last]];
            }

            withSupport += supports > 0 ? 1 : 0;
            for (var i = first; i < last && supports < 2; i++)
            {
                var of = denies[i] && ofTwo ? 1 - place[i] : place[i];
                supportingAlone[of] += supports == 1 && supportedBy[of] == voice && deniedBy[of] != voice ? 1 : 0;
                denyingAlone[of] += supports == 0 && deniedBy[of] == voice ? 1 : 0;

                // Each claim once.
                supportedBy[of] = 0;
                deniedBy[of] = supports == 0 ? 0 : deniedBy[of];
            }
        }
    }

    private void Clear(int claims)
    {
        if (supporting.Length < claims)
        {
            (supporting, supportingAlone, denyingAlone) = (new int[claims], new int[claims], new int[claims]);
            (supportedBy, deniedBy) = (new int[claims], new int[claims]);
        }

        withSupport = 0;
        supporting.AsSpan(0, claims).Clear();
        supportingAlone.AsSpan(0, claims).Clear();
        denyingAlone.AsSpan(0, claims).Clear();
        supportedBy.AsSpan(0, claims).Clear();
        deniedBy.AsSpan(0, claims).Clear();
    }
}
