namespace Scoring.Calibrating;

/// <summary>A map from what the model says of an item's most credible value to how often such values are right; never falling.</summary>
internal interface ICredibilityMap
{
    /// <summary>Its name in files and reports.</summary>
    string Kind { get; }

    /// <summary>Log-odds in nats that the value is right.</summary>
    /// <param name="logOdds">Log-odds of the credibility, in nats; finite.</param>
    double LogOdds(double logOdds);
}
