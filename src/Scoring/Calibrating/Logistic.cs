namespace Scoring.Calibrating;

/// <summary>Probabilities and log-odds in nats, exact also where one of the two is nearly certain.</summary>
internal static class Logistic
{
    private const double Largest = 700;

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>ln p of the probability that the log-odds stand for.</summary>
    public static double LogProbability(double logOdds) => logOdds >= 0 ? -LogOnePlus(Math.Exp(-logOdds)) : logOdds - LogOnePlus(Math.Exp(logOdds));

    public static double LogOdds(double probability) => Math.Clamp(Math.Log(probability / (1 - probability)), -Largest, Largest);

    /// <summary>Log-odds of the probability whose logarithm is given.</summary>
    public static double LogOddsOfLog(double logProbability) => logProbability - LogOnePlus(-Math.Exp(logProbability));

    /// <summary>ln(1 + x), also where x is too small to change 1 (Kahan).</summary>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
