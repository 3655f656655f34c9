namespace Scoring.Inference;

/// <summary>The model asked for does not fit the corpus.</summary>
/// <param name="message">What it needs.</param>
internal sealed class ModelMismatchException(string message) : ArgumentException(null, "options")
{
    /// <summary>What it needs, without the name of the parameter: the console shows it to people who gave none.</summary>
    public override string Message => message;
}
