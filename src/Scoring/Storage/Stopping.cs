namespace Scoring.Storage;

/// <summary>
/// Who may stop what is being done, known wherever it is done: to every loop over columns by <see cref="ColumnStore.ThreadLimit"/>, on whatever thread, and to what only goes on as
/// long as nobody asks it to stop.
/// </summary>
/// <remarks>What is kept for whoever asks next must not be lost for good where the first to ask stops it: no <see cref="Lazy{T}"/>, which keeps exceptions too.</remarks>
internal static class Stopping
{
    private static readonly AsyncLocal<CancellationToken> Current = new();

    /// <summary>The token in force here; one that never stops where there is none.</summary>
    public static CancellationToken Token => Current.Value;

    /// <summary>Puts a token in force here and on all threads that help, until what is returned is disposed.</summary>
    public static Scope By(CancellationToken cancellation)
    {
        var before = Current.Value;
        Current.Value = cancellation;
        return new Scope(before);
    }

    /// <summary>The same, one after the other, until somebody stops it.</summary>
    /// <exception cref="OperationCanceledException">Somebody did.</exception>
    public static IEnumerable<T> UnlessStopped<T>(this IEnumerable<T> items) => items.UnlessStopped(Token);

    /// <inheritdoc cref="UnlessStopped{T}(IEnumerable{T})"/>
    /// <param name="items">What to go through.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IEnumerable<T> UnlessStopped<T>(this IEnumerable<T> items, CancellationToken cancellation)
    {
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    /// <summary>Puts the token in force again that was before.</summary>
    public readonly struct Scope(CancellationToken before) : IDisposable
    {
        public void Dispose() => Current.Value = before;
    }
}
