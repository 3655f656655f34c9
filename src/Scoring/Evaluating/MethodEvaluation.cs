namespace Scoring.Evaluating;

/// <summary>How well one method does on one corpus.</summary>
/// <param name="Method">Name of the method.</param>
/// <param name="Evaluation">How well its credibilities agree with the truths.</param>
/// <param name="Seconds">Wall time of reading, indexing and inference.</param>
/// <param name="Bytes">Managed memory allocated by reading, indexing and inference.</param>
public sealed record MethodEvaluation(string Method, Evaluation Evaluation, double Seconds, long Bytes);
