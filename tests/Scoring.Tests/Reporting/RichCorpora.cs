using Scoring.Calibrating;
using Scoring.Evaluating;
using Scoring.Reading;
using Scoring.Tests.Calibrating;
using Scoring.Tests.Corpora;
using Scoring.Tests.Inference.Panel;
using Scoring.Tests.Reading;
using Scoring.Tests.Remembering;

namespace Scoring.Tests.Reporting;

/// <summary>Results that between them make a report say everything it can say. Texts of the data are no words of any language.</summary>
internal static class RichCorpora
{
    private static readonly DateTimeOffset Day = new(2025, 8, 15, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<TestCaseData> All() =>
    [
        Named("Sample", () => CredibilityScorer.Score(CorpusFiles.BelarusCall, new ScoringOptions().WithFilesBeside(CorpusFiles.BelarusCall))),
        Named("EveryColumn", EveryColumn),
        Named("KnownAnswers", KnownAnswers),
        Named("Labels", Labels),
        Named("Panel", () => CredibilityScorer.Score(PanelCorpora.Rows(("qqa", "0101010101"), ("qqb", "0101010101"), ("qqc", "1010101010")), new ScoringOptions { Panel = true })),
        Named("Calibrated", () => CredibilityScorer.Score([new Assertion("qqi", "qqs")], new ScoringOptions { CalibrationPath = CalibrationFiles.Write(new PlattMap(0.5, 0)) })),
        Named("Copying", Copying),
        Named("Popularity", () => CredibilityScorer.Score(OpenCorpus.Draw(1, truths: false, errors: true).Assertions)),
        Named("Memory", Memory),
        Named("GrownMemory", GrownMemory),
        Named("Many", Many),
        Named("NoTimes", () => CredibilityScorer.Score([new Assertion("qqi", "qqs"), new("qqj", "qqs")], new ScoringOptions
        {
            AsOf = Day,
            Relations = [.. Enumerable.Repeat(new RelationDeclaration("qqi", "true", RelationKind.Equivalent, "qqj", "true"), 2)],
        })),
        Named("Warned", () => CredibilityScorer.Score([new("qqi", "qqs", "3,5"), new("qqj", "qqs", "4,5"), new("qqi", "qqs", "qqy") { Stance = Stance.Retracts }])),
        Named("AllLater", () => CredibilityScorer.Score([new Assertion("qqi", "qqs") { Time = Day.AddDays(1) }], new ScoringOptions { AsOf = Day })),
    ];

    /// <summary>Every column, every finding that an item can give, unknown names of types and hedges.</summary>
    public static ScoringResult EveryColumn()
    {
        Assertion[] rows =
        [
            .. from stance in (Stance[])[Stance.Supports, Stance.Denies]
               from hedge in (string[])["asserted", "reported", "alleged", "speculated", "0.7", "qqhedge"]
               from directness in Enum.GetValues<Directness>()
               select new Assertion($"qqitem {hedge}", $"qq{stance}{directness}", "qqv")
               {
                   Stance = stance, Hedge = hedge, Directness = directness, Interest = ((int)directness % 5) - 2, Time = Day.AddDays((int)directness), Tlp = "AMBER", Topic = "qqtopic",
                   Url = "https://example.org/", Quote = new string('q', 500), Note = new string('z', 500), Via = "qqvia",
               },
            new("qqcircle", "qqa") { Origin = "qqb" }, new("qqcircle", "qqb") { Origin = "qqa" },
            new("qqself", "qqc", "qqx"), new("qqself", "qqc", "qqy"), new("qqself", "qqd", "qqy") { Stance = Stance.Denies }, new("qqself", "qqd", "qqy"),
            new("qqback", "qqe", "qqx") { Time = Day }, new("qqback", "qqe", "qqx") { Time = Day.AddDays(1), Stance = Stance.Retracts }, new("qqback", "qqf", "qqx"),
            new("qqlater", "qqe", "qqx") { Time = Day }, new("qqlater", "qqe", "qqy") { Time = Day.AddDays(1) }, new("qqlater", "qqf", "qqy") { Time = Day.AddYears(1) },
            new("qqodds", "qqg", "qqx"), new("qqodds", "qqh", "qqy") { Origin = "qqg" }, new("qqodds", "qqj", "qqx") { Origin = "qqg" },
            new("qqunknown", "qqk", "qqx") { Origin = "unknown" }, new("qqunknown", "qql", "qqx") { Origin = "unknown" },
            new("qqlone", "qqm", "qqx") { Origin = "unknown" },
            new("qqtypes", "qqn") { SourceType = "analyst" }, new("qqtypes2", "qqn") { SourceType = "official" }, new("qqtypes", "qqo") { SourceType = "qqtype" },
            .. Enumerable.Range(0, 60).Select(row => new Assertion("qqmany", $"qqs{row}", row % 3 == 0 ? "qqx" : "qqy") { Time = Day.AddHours(row) }),
            .. Enumerable.Range(0, 20).Select(row => new Assertion($"qqrow{row}", "qqlonely", "qqx")),
            new("qqrelated", "qqp", "qqx"), new("qqrelated", "qqr", "qqy"), new("qqother", "qqp", "qqx"), new("qqunsaid", "qqp", "qqx"),
        ];
        return CredibilityScorer.Score(rows, new ScoringOptions
        {
            AsOf = Day.AddDays(60),
            Sources =
            [
                new SourceDeclaration("qqp") { Type = "public_record", Affiliation = "qqparty", Letter = "B", Reliability = 0.9 },
                .. Enumerable.Range(0, 20).Select(row => new SourceDeclaration($"qqs{row}") { Affiliation = "qqparty", Name = $"qqname{row}" }),
            ],
            Relations =
            [
                .. from kind in Enum.GetValues<RelationKind>() select new RelationDeclaration("qqrelated", "qqx", kind, "qqother", "qqx", 6),
                new("qqrelated", "qqy", RelationKind.Implies, "qqnobody", "qqx", 6),
            ],
        });
    }

    private static ScoringResult KnownAnswers()
    {
        var (assertions, truths, _) = new Simulation { Items = 40 }.Draw();
        var one = truths[0];
        return CredibilityScorer.Score(assertions, new ScoringOptions { Truths = [.. truths, one with { Value = "qqunnamed" }] });
    }

    /// <summary>One small label set, which sources with habits answer.</summary>
    private static ScoringResult Labels() => CredibilityScorer.Score(
        LabelCorpus.Draw(5, 120, [0.6, 0.4], [.. Enumerable.Range(0, 9).Select(source => LabelCorpus.Knowing(source < 5 ? 0.8 : 0.2, 0.7, 0.3))], 6).Assertions);

    /// <summary>One source that repeats what another says, errors and all, and two that repeat a third.</summary>
    private static ScoringResult Copying()
    {
        var (random, rows) = (new Random(3), new List<Assertion>());
        for (var item = 0; item < 100; item++)
        {
            var (first, second) = (Said(0.7), Said(0.6));
            rows.AddRange(Enumerable.Range(0, 6).Select(source => new Assertion($"qqi{item}", $"qqs{source}", Said(0.7)) { Time = Day }));
            rows.AddRange([new($"qqi{item}", "qqone", first) { Time = Day }, new($"qqi{item}", "qqcopy", random.NextDouble() < 0.8 ? first : Said(0.7)) { Time = Day.AddDays(1) }]);
            rows.AddRange([new($"qqi{item}", "qqtwo", second), new($"qqi{item}", "qqlike", random.NextDouble() < 0.9 ? second : Said(0.6))]);

            string Said(double reliability) => random.NextDouble() < reliability ? $"qq{item}t" : $"qq{item}w{random.Next(20)}";
        }

        return CredibilityScorer.Score(rows);
    }

    private static ScoringResult Memory()
    {
        using var folder = new InputFolder();
        var memory = folder.PathOf("memory.json");
        folder.Score(MemoryCorpora.Proven(), memory);
        return folder.Score(MemoryCorpora.Proven("j", 12).Replace("topic\n", "topi\n", StringComparison.Ordinal), memory);
    }

    /// <summary>A file that grew since it was remembered.</summary>
    private static ScoringResult GrownMemory()
    {
        using var folder = new InputFolder();
        var memory = folder.PathOf("memory.json");
        var claims = MemoryCorpora.Proven();
        folder.Score(claims, memory);
        return folder.Score($"{claims}qqnew,bad,wrong,war\n", memory);
    }

    private static ScoringResult Many() => CredibilityScorer.Score(Enumerable.Range(0, 2100).SelectMany(
        item => Enumerable.Range(0, 2).Select(row => new Assertion($"qqi{item}", $"qqs{(item + row) % 1100}", row == 0 || item % 5 == 0 ? "qqx" : "qqy") { SourceType = $"qqtype{item % 300}" })));

    private static TestCaseData Named(string name, Func<ScoringResult> score) => new TestCaseData(score).SetArgDisplayNames(name);
}
