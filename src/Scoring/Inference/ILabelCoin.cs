namespace Scoring.Inference;

/// <summary>
/// A model of shared labels in which a vote speaks for its label, or against it, and for no other: what it is worth depends on who
/// names which label.
/// </summary>
internal interface ILabelCoin
{
    /// <summary>Tells what a vote of each cell gives its label by what is learnt.</summary>
    /// <param name="gain">Receives it in nats; length cells.</param>
    void Weigh(double[] gain);

    /// <summary>Learns of the sources.</summary>
    /// <param name="right">Weight of the votes of each cell that are held to be right; length cells.</param>
    /// <param name="pass">0-based number of the pass.</param>
    /// <returns>The largest change of what is learnt of a source.</returns>
    double Learn(double[] right, int pass);
}
