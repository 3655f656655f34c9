namespace Scoring.Inference;

/// <summary>The model asked for does not fit the corpus.</summary>
/// <param name="message">What it needs.</param>
internal sealed class ModelMismatchException(string message) : ArgumentException(message);
