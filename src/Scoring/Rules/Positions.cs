using System.Runtime.InteropServices;

namespace Scoring.Rules;

/// <summary>What sources have said on one item: which answers they support, and which they deny.</summary>
internal sealed class Positions
{
    private readonly HashSet<(int Source, int Answer)> supported = [];
    private readonly HashSet<(int Source, int Answer)> denied = [];
    private readonly Dictionary<int, int> answers = [];

    public void Clear()
    {
        supported.Clear();
        denied.Clear();
        answers.Clear();
    }

    public void Add(int source, int answer, bool isDenial)
    {
        if (isDenial)
        {
            denied.Add((source, answer));
        }
        else if (supported.Add((source, answer)))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(answers, source, out _)++;
        }
    }

    /// <summary>Whether what a source has said implies an answer, or that it is wrong: of several answers it has given, each rules out the others.</summary>
    public bool Imply(int source, int answer, bool isDenial) =>
        isDenial ? denied.Contains((source, answer)) || HasAnother(source, answer) : supported.Contains((source, answer));

    /// <summary>Whether it contradicts it.</summary>
    public bool Contradict(int source, int answer, bool isDenial) =>
        isDenial ? supported.Contains((source, answer)) : denied.Contains((source, answer)) || HasAnother(source, answer);

    private bool HasAnother(int source, int answer) => answers.GetValueOrDefault(source) > (supported.Contains((source, answer)) ? 1 : 0);
}
