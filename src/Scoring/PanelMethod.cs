namespace Scoring;

/// <summary>A classical method that was run beside the engine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does, in a phrase.</param>
/// <param name="Agreement">Share of the items, in [0, 1], on which it and the engine rank the same value first; a tied value is first too.</param>
public sealed record PanelMethod(string Name, string Description, double Agreement);
