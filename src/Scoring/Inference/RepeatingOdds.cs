using MathNet.Numerics;

namespace Scoring.Inference;

/// <summary>How likely one source repeats another, by how often they agree and differ on contested items.</summary>
/// <remarks>
/// Who repeats another differs from it as rarely as Beta(0.5, 50) has it, else any share is as likely. A source that often differs from those it meets repeats
/// few, so how likely it does so at all is learnt from them: the rules count for as much as <see cref="Inertia"/> of them. That two agree once tells nothing
/// of that, since how often sources agree who repeat nobody is not known.
/// </remarks>
internal static class RepeatingOdds
{
    public const double MostLikely = 0.98;

    private const double Apart = 0.5;
    private const double Alike = 50;
    private const double Inertia = 30;
    private const int MostSteps = 50;
    private const double Tolerance = 1e-4;
    private const int Tabled = 64;

    private static readonly double[] Table = [.. Enumerable.Range(0, Tabled * Tabled).Select(cell => Reckoned(cell / Tabled, cell % Tabled))];

    /// <summary>How likely one of two repeats the other, in (0, <see cref="MostLikely"/>].</summary>
    /// <param name="before">How likely before they met, in (0, 1).</param>
    /// <param name="alike">Contested items on which both say the same.</param>
    /// <param name="apart">Items on which they differ and a third speaks.</param>
    public static double Likely(double before, int alike, int apart) => Math.Min(MostLikely, 1 / (1 + ((1 - before) / (before * Factor(alike, apart)))));

    /// <summary>How likely a source repeats one it does not know, as those it met show.</summary>
    /// <param name="rule">How likely by the rules, in (0, 1).</param>
    /// <param name="met">How many others of each sort it met.</param>
    public static double Learnt(double rule, Dictionary<(int Alike, int Apart), int> met)
    {
        var (likely, change) = (rule, 1.0);
        for (var step = 0; step < MostSteps && change > Tolerance; step++)
        {
            var (sum, count) = (Inertia * rule, Inertia);
            foreach (var ((alike, apart), others) in met.Where(sort => sort.Key != (1, 0)))
            {
                (sum, count) = (sum + (others * Likely(likely, alike, apart)), count + others);
            }

            (change, likely) = (Math.Abs((sum / count) - likely), sum / count);
        }

        return likely;
    }

    private static double Factor(int alike, int apart) => alike < Tabled && apart < Tabled ? Table[(alike * Tabled) + apart] : Reckoned(alike, apart);

    private static double Reckoned(int alike, int apart) => Math.Exp(
        SpecialFunctions.BetaLn(Apart + apart, Alike + alike) - SpecialFunctions.BetaLn(Apart, Alike) - SpecialFunctions.BetaLn(1 + apart, 1 + alike));
}
