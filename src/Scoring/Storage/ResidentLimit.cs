namespace Scoring.Storage;

/// <summary>Looks now and then whether the process takes more memory than it is to, and then asks for some to be given back.</summary>
/// <param name="limit">Most bytes.</param>
/// <param name="giveBack">Gives back what it can.</param>
internal sealed class ResidentLimit(long limit, Action giveBack)
{
    private const int MillisecondsBetween = 20;

    /// <summary>Memory is given back from this part of the limit on: more comes while it is looked away.</summary>
    private const double Part = 0.85;

    private Timer? timer;

    /// <summary>Begins to look, for as long as whoever gives back is there.</summary>
    public void Watch() => timer ??= Watching(new WeakReference<ResidentLimit>(this));

    private static Timer Watching(WeakReference<ResidentLimit> watched)
    {
        Timer? watching = null;
        watching = new Timer(_ =>
        {
            if (watched.TryGetTarget(out var target))
            {
                target.Look();
            }
            else
            {
                watching?.Dispose();
            }
        }, null, MillisecondsBetween, MillisecondsBetween);
        return watching;
    }

    private void Look()
    {
        if (Environment.WorkingSet > limit * Part)
        {
            giveBack();
        }
    }
}
