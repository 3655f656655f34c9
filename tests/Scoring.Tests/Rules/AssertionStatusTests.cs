using Scoring.Reading;
using Scoring.Rules;
using Scoring.Tests.Indexing;

namespace Scoring.Tests.Rules;

/// <summary>Which assertions count: retractions, later statements, dates and misquotations.</summary>
internal sealed class AssertionStatusTests
{
    [Test]
    public void Of_PlainRows_AllCount() => Assert.That(Statuses(Says("a"), Says("b", "false")), Is.All.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_Retraction_IsNoAssertionItself() => Assert.That(Statuses(Retracts("a")), Is.EqualTo(new[] { AssertionStatus.Retraction }));

    [TestCase(0, 0)]
    [TestCase(1, 2)]
    [TestCase(2, 2)]
    [TestCase(0, 2)]
    [TestCase(1, 0)]
    public void Of_RetractedAssertion_DoesNotCount(int said, int retracted) =>
        Assert.That(Statuses(Says("a", day: said), Retracts("a", day: retracted))[0], Is.EqualTo(AssertionStatus.Retracted));

    [Test]
    public void Of_AssertionAfterItsRetraction_Counts() =>
        Assert.That(Statuses(Says("a", day: 3), Retracts("a", day: 2))[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_RetractedDenial_DoesNotCount() =>
        Assert.That(Statuses(Says("a") with { Stance = Stance.Denies }, Retracts("a"))[0], Is.EqualTo(AssertionStatus.Retracted));

    [Test]
    public void Of_RetractionInAnotherSpellingOfYes_Retracts() =>
        Assert.That(Statuses(Says("a", "true"), Retracts("a", "True"))[0], Is.EqualTo(AssertionStatus.Retracted));

    [Test]
    public void Of_RetractionOfAnotherValue_LeavesTheAssertion() =>
        Assert.That(Statuses(Says("a", "x"), Retracts("a", "y"))[0], Is.EqualTo(AssertionStatus.Active));

    [TestCase(Stance.Denies, "true", "false", AssertionStatus.Retracted)]
    [TestCase(Stance.Denies, "false", "true", AssertionStatus.Retracted)]
    [TestCase(Stance.Supports, "true", "false", AssertionStatus.Active)]
    [TestCase(Stance.Denies, "x", "y", AssertionStatus.Active)]
    [TestCase(Stance.Denies, "true", "x", AssertionStatus.Active)]
    public void Of_RetractionOfTheOtherOfTwoAnswers_TakesBackItsDenial(Stance stance, string value, string retracted, AssertionStatus expected) =>
        Assert.That(Statuses(Says("a", value) with { Stance = stance }, Retracts("a", retracted))[0], Is.EqualTo(expected));

    [Test]
    public void Of_RelayOfADenialOfYesAsNo_CountsBesideAThirdValueToo() => Assert.That(
        Statuses(Says("b", "false", origin: "a"), Says("a", "true") with { Stance = Stance.Denies }, Says("c", "maybe"))[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_RetractionOnAnotherItem_LeavesTheAssertion() =>
        Assert.That(Statuses(Says("a"), Retracts("a") with { Item = "j" })[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_RetractionByAnotherSource_LeavesTheAssertion() => Assert.That(Statuses(Says("a"), Retracts("b"))[0], Is.EqualTo(AssertionStatus.Active));

    [TestCase("a")]
    [TestCase("b")]
    public void Of_RelayOfARetractedStatement_DoesNotCount(string origin) =>
        Assert.That(Statuses(Says("c", origin: origin), Says("b", origin: "a"), Says("a"), Retracts("a"))[0], Is.EqualTo(AssertionStatus.Retracted));

    [Test]
    public void Of_RelayAfterTheRetraction_Counts() =>
        Assert.That(Statuses(Says("b", origin: "a", day: 3), Says("a", day: 1), Retracts("a", day: 2))[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_RetractionByARelay_LeavesItsOrigin() =>
        Assert.That(Statuses(Says("a"), Says("b", origin: "a"), Retracts("b"))[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_RetractionByARelay_RemovesWhatItRelayed() =>
        Assert.That(Statuses(Says("b", origin: "a"), Says("a"), Retracts("b"))[0], Is.EqualTo(AssertionStatus.Retracted));

    [Test]
    public void Of_RetractionOfOneReportOfUnknownOrigin_LeavesTheReportsOfOthers() => Assert.That(
        Statuses(Says("b", origin: "unknown"), Says("c", origin: "unknown"), Retracts("c") with { Origin = "unknown" })[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_EarlierAssertionOfOneSource_IsSuperseded() =>
        Assert.That(Statuses(Says("a", "x", day: 1), Says("a", "y", day: 2)), Is.EqualTo(new[] { AssertionStatus.Superseded, AssertionStatus.Active }));

    [Test]
    public void Of_AssertionsAtOneTime_BothCount() =>
        Assert.That(Statuses(Says("a", "x", day: 1), Says("a", "y", day: 1)), Is.All.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_UndatedAssertionBesideADatedOne_Counts() =>
        Assert.That(Statuses(Says("a", "x"), Says("a", "y", day: 1)), Is.All.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_LaterAssertionOfAnotherSource_SupersedesNothing() =>
        Assert.That(Statuses(Says("a", "x", day: 1), Says("b", "y", day: 2))[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_LaterAssertionOnAnotherItem_SupersedesNothing() =>
        Assert.That(Statuses(Says("a", "x", day: 1), Says("a", "y", day: 2) with { Item = "j" })[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_LaterRelayOfAnother_SupersedesNoOwnStatement() =>
        Assert.That(Statuses(Says("a", "x", day: 1), Says("a", "y", origin: "z", day: 2))[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_LaterRelayOfTheSameOrigin_SupersedesTheEarlier() => Assert.That(
        Statuses(Says("b", "x", origin: "a", day: 1), Says("b", "y", origin: "a", day: 2))[0], Is.EqualTo(AssertionStatus.Superseded));

    [Test]
    public void Of_LaterRetractionOfAnotherValue_SupersedesNothing() =>
        Assert.That(Statuses(Says("a", "x", day: 1), Retracts("a", "y", day: 2))[0], Is.EqualTo(AssertionStatus.Active));

    [TestCase("x", AssertionStatus.Active)]
    [TestCase("y", AssertionStatus.AtOddsWithOrigin)]
    public void Of_RelayBesideItsOrigin_CountsIfItQuotesItRight(string relayed, AssertionStatus expected) =>
        Assert.That(Statuses(Says("b", relayed, origin: "a"), Says("a", "x"))[0], Is.EqualTo(expected));

    [Test]
    public void Of_MisquotedOrigin_StillCounts() => Assert.That(Statuses(Says("a", "x"), Says("b", "y", origin: "a"))[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_RelayOfAMisquotingRelay_DoesNotCount() => Assert.That(
        Statuses(Says("c", "y", origin: "b"), Says("b", "y", origin: "a"), Says("a", "x"))[0], Is.EqualTo(AssertionStatus.AtOddsWithOrigin));

    [Test]
    public void Of_RelayOfASilentOrigin_Counts() =>
        Assert.That(Statuses(Says("b", "y", origin: "a"), Says("a", "x") with { Item = "j" })[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_RelayOfWhatTheOriginDenies_DoesNotCount() => Assert.That(
        Statuses(Says("b", "x", origin: "a"), Says("a", "x") with { Stance = Stance.Denies })[0], Is.EqualTo(AssertionStatus.AtOddsWithOrigin));

    [Test]
    public void Of_RelayOfADenialThatTheOriginMade_Counts() => Assert.That(
        Statuses(Says("b", "x", origin: "a") with { Stance = Stance.Denies }, Says("a", "x") with { Stance = Stance.Denies })[0], Is.EqualTo(AssertionStatus.Active));

    [Test]
    public void Of_RelayThatPutsADenialOfYesAsNo_Counts() => Assert.That(
        Statuses(Says("b", "false", origin: "a"), Says("a", "true") with { Stance = Stance.Denies })[0], Is.EqualTo(AssertionStatus.Active));

    [TestCase(1, AssertionStatus.AtOddsWithOrigin)]
    [TestCase(2, AssertionStatus.AtOddsWithOrigin)]
    [TestCase(3, AssertionStatus.Active)]
    [TestCase(0, AssertionStatus.AtOddsWithOrigin)]
    public void Of_RelayOfSomethingElse_CountsIfLaterThanAllTheOriginSaid(int day, AssertionStatus expected) =>
        Assert.That(Statuses(Says("b", "y", origin: "a", day: day), Says("a", "x", day: 2))[0], Is.EqualTo(expected));

    [Test]
    public void Of_RelayOfASupersededStatement_DoesNotCount() => Assert.That(
        Statuses(Says("b", "x", origin: "a", day: 2), Says("a", "x", day: 1), Says("a", "y", day: 3))[0], Is.EqualTo(AssertionStatus.Superseded));

    [TestCase("x", "y", true, AssertionStatus.Active, Description = "who says x rules out y")]
    [TestCase("x", "x", true, AssertionStatus.AtOddsWithOrigin)]
    [TestCase("yes", "oui", false, AssertionStatus.Active)]
    [TestCase("yes", "no", false, AssertionStatus.AtOddsWithOrigin)]
    [TestCase("yes", "no", true, AssertionStatus.Active)]
    [TestCase("yes", "oui", true, AssertionStatus.AtOddsWithOrigin)]
    public void Of_RelayBesideAThirdValue_DoesNotCountIfItContradictsItsOrigin(string said, string relayed, bool asDenial, AssertionStatus expected) => Assert.That(
        Statuses(Says("b", relayed, origin: "a") with { Stance = asDenial ? Stance.Denies : Stance.Supports }, Says("a", said), Says("c", "maybe"))[0], Is.EqualTo(expected));

    [TestCase("x", AssertionStatus.AtOddsWithOrigin)]
    [TestCase("y", AssertionStatus.Active)]
    public void Of_RelayOfOneWhoOnlyDenies_CountsIfItNamesAnotherValue(string relayed, AssertionStatus expected) => Assert.That(
        Statuses(Says("b", relayed, origin: "a"), Says("a", "x") with { Stance = Stance.Denies }, Says("c", "z"))[0], Is.EqualTo(expected));

    [Test]
    public void Of_RelayOfAThirdValueThatTheOriginNeitherNamedNorDenied_DoesNotCount() => Assert.That(
        Statuses(Says("b", "z", origin: "a"), Says("a", "x"), Says("a", "y") with { Stance = Stance.Denies })[0], Is.EqualTo(AssertionStatus.AtOddsWithOrigin));

    [TestCase(0, 0, AssertionStatus.Active)]
    [TestCase(1, 0, AssertionStatus.Active)]
    [TestCase(2, 2, AssertionStatus.Active)]
    [TestCase(1, 2, AssertionStatus.Retracted)]
    public void Of_RetractionAsAnotherTellsIt_TakesBackWhatTheOriginSaysIfItIsLater(int said, int retracted, AssertionStatus expected) => Assert.That(
        Statuses(Says("a", day: said), Retracts("b", day: retracted) with { Origin = "a" })[0], Is.EqualTo(expected));

    [TestCase("a", AssertionStatus.Retracted)]
    [TestCase("c", AssertionStatus.Active)]
    public void Of_RetractionAsAnotherTellsIt_TakesBackTheRelaysOfThatOrigin(string origin, AssertionStatus expected) => Assert.That(
        Statuses(Says("d", origin: origin), Says("b", origin: origin), Retracts("b") with { Origin = "a" })[..2], Is.All.EqualTo(expected));

    [Test]
    public void Of_RetractionByOneOnTheWay_TakesBackWhatCameThroughIt() => Assert.That(
        Statuses(Says("d", origin: "c"), Says("c", origin: "b"), Says("b", origin: "a"), Says("a"), Says("e", origin: "a"), Retracts("b"))
            .Select(status => status == AssertionStatus.Retracted), Is.EqualTo(new[] { true, true, true, false, false, false }));

    [Test]
    public void Of_RetractionInACircle_TakesBackWhatCameThroughIt() => Assert.That(
        Statuses(Says("a", origin: "b"), Says("b", origin: "c"), Says("c", origin: "a"), Says("d", origin: "a"), Retracts("b"))[..4], Is.All.EqualTo(AssertionStatus.Retracted));

    [Test]
    public void Of_RetractionOfSomethingElse_MakesNoOriginOfARelay()
    {
        Assertion[] rows = [Says("t", origin: "r"), Says("r", origin: "o")];
        var lineage = Lineage.Of(SmallCorpus.Of([.. rows, Retracts("r", "false")]));
        Assert.That(lineage.Root.AsSpan()[1..].ToArray().Distinct().Count(), Is.EqualTo(1));
    }

    /// <param name="source">Who says it.</param>
    /// <param name="value">What.</param>
    /// <param name="origin">Whom it relays.</param>
    /// <param name="day">The day of the month; 0 for none.</param>
    private static Assertion Says(string source, string value = "true", string? origin = null, int day = 0) =>
        new("i", source, value) { Origin = origin, Time = day == 0 ? null : Day(day) };

    private static Assertion Retracts(string source, string value = "true", int day = 0) => Says(source, value, day: day) with { Stance = Stance.Retracts };

    private static DateTimeOffset Day(int day) => new(2025, 8, day, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The statuses in the order of the rows given.</summary>
    private static AssertionStatus[] Statuses(params Assertion[] rows)
    {
        var corpus = SmallCorpus.Of([.. rows.Select((row, index) => row with { Note = $"{index}" })]);
        var lineage = Lineage.Of(corpus);
        var notes = Enumerable.Range(0, rows.Length).Select(row => corpus.Details.Note![row]).ToList();
        return [.. rows.Select((_, index) => lineage.Status[notes.IndexOf($"{index}")])];
    }
}
