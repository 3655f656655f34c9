using Scoring.Inference;

namespace Scoring.Tests.Inference;

public sealed class FamilyAgreementTests
{
    [Test]
    public void Ac1_GwetsParadox_IsHighWhereKappaIsNot()
    {
        // 118 both yes, 5 and 2 split, none both no: κ is below 0 (Gwet 2008, table 2), though they agree on 94 %.
        sbyte[] one = [.. Enumerable.Repeat((sbyte)1, 118), .. Enumerable.Repeat((sbyte)1, 5), .. Enumerable.Repeat((sbyte)0, 2)];
        sbyte[] other = [.. Enumerable.Repeat((sbyte)1, 118), .. Enumerable.Repeat((sbyte)0, 5), .. Enumerable.Repeat((sbyte)1, 2)];
        var yes = (123 + 120) / 250.0;
        var byChance = 2 * yes * (1 - yes);
        Assert.That(FamilyAgreement.Ac1(one, other, 2), Is.EqualTo(((118 / 125.0) - byChance) / (1 - byChance)).Within(1e-12).And.GreaterThan(0.93));
    }

    [Test]
    public void Ac1_ItemsThatOneDoesNotAnswer_AreLeftOut() => Assert.That(FamilyAgreement.Ac1([0, 1, -1, 1], [0, 1, 1, -1], 2), Is.EqualTo(1));

    [Test]
    public void Ac1_NothingInCommon_IsZero() => Assert.That(FamilyAgreement.Ac1([-1, 1], [1, -1], 2), Is.Zero);

    [Test]
    public void WithOthers_OneThatStandsAlone_AgreesLeast()
    {
        var agreement = FamilyAgreement.WithOthers([[0, 0, 1, 1, 0, 1], [0, 0, 1, 1, 0, 0], [1, 1, 1, 1, 1, 1]], 2);
        Assert.That(agreement[2], Is.LessThan(agreement[0]).And.LessThan(agreement[1]));
        Assert.That(agreement, Is.All.Positive);
    }
}
