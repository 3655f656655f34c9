namespace Scoring.Inference;

/// <summary>A claim that relations tell something.</summary>
internal sealed class RelationTarget
{
    private const int MostOnStack = 256;

    private readonly bool[] isOneVoice;
    private readonly bool[] isOneVoiceWithClaim;

    /// <param name="claim">The claim.</param>
    /// <param name="message">Index of each message it is told.</param>
    /// <param name="from">Claim from which each comes.</param>
    /// <param name="supporters">Who supports each claim.</param>
    public RelationTarget(int claim, int[] message, int[] from, Dictionary<int, HashSet<int>> supporters)
    {
        (Claim, Message, From) = (claim, message, from);
        isOneVoice = [.. from.SelectMany(one => from.Select(other => supporters[one].Overlaps(supporters[other])))];
        isOneVoiceWithClaim = [.. from.Select(one => supporters[one].Overlaps(supporters[claim]))];
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
    /// <remarks>O(messages²).</remarks>
    public void Share(double[] messages, double own, double correlation)
    {
        Span<bool> isDone = Message.Length <= MostOnStack ? stackalloc bool[Message.Length] : new bool[Message.Length];
        Span<int> group = Message.Length <= MostOnStack ? stackalloc int[Message.Length] : new int[Message.Length];
        isDone.Clear();
        for (var sign = 1; sign >= -1; sign -= 2)
        {
            for (var first = 0; first < Message.Length; first++)
            {
                if (isDone[first] || Math.Sign(messages[Message[first]]) != sign)
                {
                    continue;
                }

                (group[0], isDone[first]) = (first, true);
                var count = 1;
                while (NextOf(group[..count], isDone, messages, sign) is var next and >= 0)
                {
                    (group[count++], isDone[next]) = (next, true);
                }

                Scale(group[..count], messages, sign * own, correlation);
            }
        }
    }

    /// <summary>The first message of a sign that is one voice with some of a group; −1 if there is none.</summary>
    private int NextOf(ReadOnlySpan<int> group, ReadOnlySpan<bool> isDone, double[] messages, int sign)
    {
        for (var i = 0; i < isDone.Length; i++)
        {
            if (isDone[i] || Math.Sign(messages[Message[i]]) != sign)
            {
                continue;
            }

            foreach (var other in group)
            {
                if (isOneVoice[(i * Message.Length) + other])
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private void Scale(ReadOnlySpan<int> group, double[] messages, double own, double correlation)
    {
        var (told, largest, already) = (0.0, 0.0, 0.0);
        foreach (var i in group)
        {
            told += Math.Abs(messages[Message[i]]);
            largest = Math.Max(largest, Math.Abs(messages[Message[i]]));
            already = isOneVoiceWithClaim[i] ? Math.Max(0, own) : already;
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
