namespace Scoring.Inference;

/// <summary>A claim that relations tell something.</summary>
internal sealed class RelationTarget
{
    private readonly int[][] voicesOf;
    private readonly int[][] messagesOf;
    private readonly bool[] isVoiceFor;
    private readonly (bool For, bool Against)[] isOneVoiceWithClaim;

    /// <param name="claim">The claim.</param>
    /// <param name="message">Index of each message it is told.</param>
    /// <param name="from">Claim from which each comes.</param>
    /// <param name="excludes">Whether each turns what is said of that claim into its reverse.</param>
    /// <param name="voices">Who speaks on each claim.</param>
    /// <param name="known">What was found of other claims that are told of the same ones.</param>
    /// <remarks>O(voices on the claims from which messages come, but for the claim with most).</remarks>
    public RelationTarget(
        int claim, int[] message, int[] from, bool[] excludes, Dictionary<int, HashSet<ClaimVoice>> voices, Dictionary<string, (bool IsFor, int[] Messages)[]> known)
    {
        (Claim, Message, From) = (claim, message, from);
        var tellers = string.Join(' ', from.Zip(excludes));
        if (!known.TryGetValue(tellers, out var shared))
        {
            known[tellers] = shared = Shared(from, Heard, voices);
        }

        (messagesOf, isVoiceFor) = (Array.ConvertAll(shared, heard => heard.Messages), Array.ConvertAll(shared, heard => heard.IsFor));
        var heardIn = messagesOf.SelectMany((heard, voice) => heard.Select(index => (Index: index, Voice: voice))).ToLookup(row => row.Index, row => row.Voice);
        voicesOf = messagesOf.Length == 0 ? [] : [.. from.Select((_, index) => heardIn[index].ToArray())];
        isOneVoiceWithClaim = [.. from.Select((one, index) => (IsInBoth(one, index, isFor: true), IsInBoth(one, index, isFor: false)))];

        // What a voice on the other claim says of this one.
        ClaimVoice Heard(ClaimVoice voice, int index) => voice with { IsFor = voice.IsFor != excludes[index] };

        bool IsInBoth(int other, int index, bool isFor)
        {
            var (mine, theirs) = (voices[claim], voices[other]);
            return mine.Count < theirs.Count
                ? mine.Any(voice => voice.IsFor == isFor && theirs.Contains(Heard(voice, index)))
                : theirs.Any(voice => Heard(voice, index) is var heard && heard.IsFor == isFor && mine.Contains(heard));
        }
    }

    /// <summary>Which messages have a voice in common, and whether that is for the claim: each such set of messages once.</summary>
    /// <remarks>The voices on the claim with most of them are looked up alone, since no other can share what nobody else has.</remarks>
    private static (bool IsFor, int[] Messages)[] Shared(int[] from, Func<ClaimVoice, int, ClaimVoice> heard, Dictionary<int, HashSet<ClaimVoice>> voices)
    {
        if (from.Length < 2)
        {
            return [];
        }

        var most = from.Index().MaxBy(one => voices[one.Item].Count);
        var sets = new Dictionary<(bool IsFor, string Messages), int[]>();
        foreach (var ofVoice in from.Index().Where(one => one.Index != most.Index).SelectMany(one => voices[one.Item].Select(voice => (Voice: heard(voice, one.Index), one.Index))).GroupBy(row => row.Voice, row => row.Index))
        {
            // What is turned twice is as it was.
            int[] messages = voices[most.Item].Contains(heard(ofVoice.Key, most.Index)) ? [.. ofVoice.Append(most.Index).Order()] : [.. ofVoice];
            if (messages.Length > 1)
            {
                sets.TryAdd((ofVoice.Key.IsFor, string.Join(' ', messages)), messages);
            }
        }

        return [.. sets.Select(set => (set.Key.IsFor, set.Value))];
    }

    public int Claim { get; }

    /// <summary>Index of each message; even ones go to the first claim of relation index / 2, odd ones to the second.</summary>
    public int[] Message { get; }

    /// <summary>Claim from which each comes.</summary>
    public int[] From { get; }

    /// <summary>Scales down messages that are one voice: with one another, or with what supports the claim anyway.</summary>
    /// <param name="messages">All messages; those to this claim are scaled.</param>
    /// <param name="own">Log-odds of the claim without what relations add.</param>
    /// <param name="correlation">Of what is one voice.</param>
    /// <remarks>O(n log n) for n supporters that several of the claims share; without such O(messages).</remarks>
    public void Share(double[] messages, double own, double correlation)
    {
        var group = new List<int>();
        foreach (var sign in (ReadOnlySpan<int>)[1, -1])
        {
            var (isReached, isHeard) = (new bool[Message.Length], new bool[messagesOf.Length]);
            for (var first = 0; first < Message.Length; first++)
            {
                if (!isReached[first] && Math.Sign(messages[Message[first]]) == sign)
                {
                    Join(first, sign, messages, isReached, isHeard, group);
                    Scale(group, messages, sign, own, correlation);
                }
            }
        }
    }

    /// <summary>Finds the messages of a sign that are one voice with one of them, or with another of these: always the first that is with those found so far.</summary>
    private void Join(int first, int sign, double[] messages, bool[] isReached, bool[] isHeard, List<int> group)
    {
        group.Clear();
        isReached[first] = true;
        if (messagesOf.Length == 0)
        {
            group.Add(first);
            return;
        }

        var reached = new PriorityQueue<int, int>([(first, first)]);
        while (reached.TryDequeue(out var next, out _))
        {
            group.Add(next);
            foreach (var voice in voicesOf[next].Where(voice => isVoiceFor[voice] == sign > 0))
            {
                foreach (var other in isHeard[voice] ? [] : messagesOf[voice])
                {
                    if (!isReached[other] && Math.Sign(messages[Message[other]]) == sign)
                    {
                        isReached[other] = true;
                        reached.Enqueue(other, other);
                    }
                }

                isHeard[voice] = true;
            }
        }
    }

    private void Scale(List<int> group, double[] messages, int sign, double own, double correlation)
    {
        var (told, largest, already) = (0.0, 0.0, 0.0);
        foreach (var i in group)
        {
            told += Math.Abs(messages[Message[i]]);
            largest = Math.Max(largest, Math.Abs(messages[Message[i]]));
            already = (sign > 0 ? isOneVoiceWithClaim[i].For : isOneVoiceWithClaim[i].Against) ? Math.Max(0, sign * own) : already;
        }

        largest = Math.Max(already, largest);
        var voices = (already + told) / largest;
        var together = (already + told) / (1 + ((voices - 1) * correlation));
        var scale = Math.Max(0, together - already) / told;
        foreach (var i in group)
        {
            messages[Message[i]] *= scale;
        }
    }
}
