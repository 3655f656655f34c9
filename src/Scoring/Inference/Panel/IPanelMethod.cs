namespace Scoring.Inference.Panel;

/// <summary>A published method of truth discovery, with the defaults of its paper.</summary>
internal interface IPanelMethod
{
    /// <summary>Name on the command line: lower case, words joined by hyphens.</summary>
    string Name { get; }

    /// <summary>What it is, with authors and year, in one line.</summary>
    string Description { get; }

    /// <summary>Whether it works only where all items draw from one small label set.</summary>
    bool NeedsSharedLabels { get; }

    /// <summary>Runs the method. Deterministic: whatever it draws, it draws from a fixed seed.</summary>
    /// <param name="votes">Who supports what.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>
    /// Credibility of each claim: the method's probability, or its score as a share of the item's scores where it gives no
    /// probability. What is left of an item goes to the values of the shared label set that nobody named.
    /// </returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    Answer Infer(Votes votes, CancellationToken cancellation);
}
