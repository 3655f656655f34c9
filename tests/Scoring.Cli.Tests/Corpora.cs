namespace Scoring.Cli.Tests;

/// <summary>Corpora to run on, from plainest to richest.</summary>
internal static class Corpora
{
    public const string Plain = """
        item,source,value
        capital,alice,Paris
        capital,bob,Paris
        capital,carol,Lyon
        river,alice,Seine
        river,bob,Seine
        bridge-open,alice,true
        bridge-open,carol,false
        tower-height,bob,330
        tower-height,carol,300

        """;

    public const string PlainTruth = """
        item,value
        capital,Paris
        river,Seine
        bridge-open,true
        not-in-the-claims,true

        """;

    /// <summary>Every column of the contract, with relays, denials, a retraction and a circle of reports.</summary>
    public const string Rich = """
        item,source,value,stance,origin,via,source_type,directness,hedge,interest,time,url,quote,note
        minister-resigned,gazette,true,supports,,gazette,public_record,witnessed,asserted,0,2024-03-01,https://example.org/1,,
        minister-resigned,daily,true,supports,gazette,daily,own_reporting,told,reported,0,2024-03-02,,,
        minister-resigned,blogger,true,supports,daily,blog,social_account,told,alleged,0,2024-03-03,,,
        minister-resigned,ministry,true,denies,,press-office,official_statement,firsthand,asserted,2,2024-03-02,,,
        minister-resigned,analyst,true,supports,unknown,daily,named_analyst,inferred,0.4,0,2024-03-04,,,
        successor,daily,Dupont,supports,,daily,own_reporting,told,reported,0,2024-03-05,,"says ""Dupont"" twice",
        successor,blogger,Martin,supports,,blog,social_account,inferred,speculated,1,2024-03-05,,,
        successor,ministry,Durand,supports,,press-office,official_statement,firsthand,asserted,-2,2024-03-06,,,
        successor,insider,Dupont,supports,,daily,anonymous_source,firsthand,alleged,0,2024-03-06,,,
        protest-size,daily,5000,supports,,daily,own_reporting,witnessed,asserted,0,2024-03-07,,,
        protest-size,ministry,800,supports,,press-office,official_statement,told,asserted,1,2024-03-07,,,
        protest-size,blogger,20000,supports,,blog,social_account,witnessed,asserted,1,2024-03-07,,,
        protest-size,blogger,20000,retracts,,blog,social_account,witnessed,asserted,1,2024-03-09,,,
        rumour,echo-one,true,supports,echo-two,,social_account,,,0,2024-03-08,,,
        rumour,echo-two,true,supports,echo-one,,social_account,,,0,2024-03-08,,,

        """;

    public const string RichSources = """
        source,type,affiliation,name,reliability,letter,note
        gazette,public_record,state,Official Gazette,0.97,A,
        ministry,official_statement,state,The Ministry,,C,
        daily,own_reporting,,The Daily,,,

        """;

    public const string RichRelations = """
        item,value,relation,other_item,other_value,strength_db
        minister-resigned,true,implies,successor,Dupont,6
        rumour,true,excludes,minister-resigned,true,

        """;

    /// <summary>Thirty items of two labels by four sources, all of whom are right on every item but one each.</summary>
    public static readonly string Labelled = "item,source,value\n" + string.Concat(
        from item in Enumerable.Range(0, 30)
        from source in Enumerable.Range(0, 4)
        select $"i{item},s{source},{((item % 3 == 0) == (item != source) ? "cat" : "dog")}\n");

    /// <summary>Towns by six sources, of whom two name the country instead, and on every fifth item four.</summary>
    public static readonly string Open = "item,source,value\n" + string.Concat(
        from item in Enumerable.Range(0, 200)
        from source in Enumerable.Range(0, 6)
        select $"i{item},s{(source + item) % 11},{(source < (item % 5 == 0 ? 4 : 2) ? $"country {item % 3}" : $"town {item / 2}")}\n");

    private const string SampleFolder = "data/belarus-call";

    public static readonly string[] Names = ["plain", "rich", "sample", "simulated", "open"];

    /// <summary>Puts the files of a corpus into the folder; its claims are in claims.csv.</summary>
    public static void Lay(TempFolder folder, string name)
    {
        switch (name)
        {
            case "plain":
                folder.Write("claims.csv", Plain);
                break;
            case "rich":
                folder.Write("claims.csv", Rich);
                folder.Write("sources.csv", RichSources);
                folder.Write("relations.csv", RichRelations);
                break;
            case "sample":
                var sample = Places.FindOrIgnore(SampleFolder);
                foreach (var path in Directory.EnumerateFiles(sample, "*.csv"))
                {
                    File.Copy(path, folder.PathOf(Path.GetFileName(path)));
                }

                break;
            case "open":
                folder.Write("claims.csv", Open);
                break;
            default:
                var result = folder.Run("simulate", "--items", "200", "--sources", "40", "--per-item", "7", "--seed", "11", "--out", folder.Root);
                Assert.That(result.ExitCode, Is.Zero, result.Error);
                break;
        }
    }

    /// <summary>The text with its rows, but not its header, in another order. No field may hold a line break.</summary>
    public static string Shuffled(string text, int seed)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        new Random(seed).Shuffle(lines.AsSpan(1));
        return string.Join('\n', lines) + "\n";
    }
}
