namespace Scoring.Storage;

/// <summary>Looks now and then whether the process takes more memory than it is to, and then asks for some to be given back.</summary>
/// <param name="limit">Most bytes.</param>
/// <param name="giveBack">Gives back what it can.</param>
internal sealed class ResidentLimit(long limit, Action giveBack)
{
    private const int MillisecondsBetween = 5;

    /// <summary>Memory is given back from this part of the limit on: more comes while nobody looks.</summary>
    private const double Part = 0.65;

    private Thread? watch;

    /// <summary>Begins to look, on a thread of its own that no work keeps waiting, for as long as this object is there.</summary>
    public void Watch()
    {
        if (watch is null)
        {
            watch = new Thread(Look) { IsBackground = true, Name = "memory limit", Priority = ThreadPriority.AboveNormal };
            watch.Start(new WeakReference<ResidentLimit>(this));
        }
    }

    private static void Look(object? watched)
    {
        while (((WeakReference<ResidentLimit>)watched!).TryGetTarget(out var target))
        {
            target.GiveBackIfOver();
            target = null;
            Thread.Sleep(MillisecondsBetween);
        }
    }

    /// <summary>Gives back at once if the process takes too much.</summary>
    public void GiveBackIfOver()
    {
        if (Environment.WorkingSet > limit * Part)
        {
            giveBack();
        }
    }
}
