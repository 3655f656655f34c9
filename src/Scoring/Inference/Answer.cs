using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>What any method concludes.</summary>
/// <param name="Credibility">Credibility of each claim.</param>
/// <param name="Unnamed">Probability of each item that no named value is right.</param>
internal sealed record Answer(Column<double> Credibility, Column<double> Unnamed);
