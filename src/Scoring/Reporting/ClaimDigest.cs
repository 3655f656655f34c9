using System.Globalization;
using Scoring.Explaining;
using Scoring.Scales;

namespace Scoring.Reporting;

/// <summary>What a person will read of the claims: gathered while they pass by, so that they need not be held.</summary>
internal sealed class ClaimDigest(ReportOptions options)
{
    private const int MostBest = 15;

    /// <summary>Up to so many times the claims asked for of each kind, all are explained.</summary>
    private const int FoldOfAll = 4;

    private readonly Lock gate = new();
    private readonly Foremost<ClaimScore> contested = new(options.Top, (x, y) => (!x.IsJudged, Math.Abs(x.WeightDb), x.Index).CompareTo((!y.IsJudged, Math.Abs(y.WeightDb), y.Index)));
    private readonly Foremost<ClaimScore> spokenOf = new(options.Top, (x, y) => (-(x.Supports + x.Denies), x.Index).CompareTo((-(y.Supports + y.Denies), y.Index)));
    private readonly Foremost<ClaimScore> first = new(FoldOfAll * options.Top, (x, y) => x.Index.CompareTo(y.Index));
    private readonly Foremost<ClaimScore> best = new(MostBest, ByCredibility);

    public ReportOptions Options => options;

    /// <summary>Claims that passed.</summary>
    public int Count { get; private set; }

    /// <summary>Those far enough from even odds to be explained.</summary>
    public int Eligible { get; private set; }

    /// <summary>Those of Admiralty number 1.</summary>
    public int Confirmed { get; private set; }

    /// <summary>Claims that can be judged, by the bars of <see cref="CredibilityHistogram"/>.</summary>
    public int[] Histogram { get; } = new int[CredibilityHistogram.Bins];

    /// <summary>The most credible claims.</summary>
    public IReadOnlyList<ClaimScore> Best
    {
        get
        {
            lock (gate)
            {
                return [.. best.InOrder()];
            }
        }
    }

    /// <summary>The digest of a result.</summary>
    public static ClaimDigest Of(ScoringResult result, ReportOptions options)
    {
        var digest = new ClaimDigest(options);
        Parallel.ForEach(result.ClaimList.Blocks, block => digest.Add(result.ClaimList.OfBlock(block)));
        return digest;
    }

    /// <summary>Takes note of claims; several threads may at once.</summary>
    public void Add(IReadOnlyList<ClaimScore> claims)
    {
        lock (gate)
        {
            foreach (var claim in claims)
            {
                Count++;
                Histogram[CredibilityHistogram.BinOf(claim.Credibility)] += claim.IsJudged ? 1 : 0;
                Confirmed += claim.CredibilityCode == AdmiraltyCredibility.Confirmed ? 1 : 0;
                best.Add(claim);
                if (options.MinGapDb > 0 && Math.Abs(claim.WeightDb) < options.MinGapDb)
                {
                    continue;
                }

                Eligible++;
                contested.Add(claim);
                spokenOf.Add(claim);
                first.Add(claim);
            }
        }
    }

    /// <summary>The claims to explain, in the order of the corpus: all, or of very many the most contested and those most spoken of.</summary>
    public ClaimScore[] Explained()
    {
        lock (gate)
        {
            return [.. (Eligible <= FoldOfAll * options.Top ? first.InOrder() : contested.InOrder().Concat(spokenOf.InOrder())).DistinctBy(claim => claim.Index).OrderBy(claim => claim.Index)];
        }
    }

    /// <summary>Which claims are explained, in a sentence; empty if all are.</summary>
    public string InWords(Phrasing say)
    {
        var shown = Explained().Length;
        if (shown == Count)
        {
            return "";
        }

        var (some, all, top) = (say.Number(shown), say.Number(Count), options.Top.ToString(CultureInfo.InvariantCulture));
        var selected = Eligible <= FoldOfAll * options.Top
            ? say.Say("{0} of {1} claims are shown. All are in claims.csv.", some, all)
            : say.Say("{0} of {1} claims are shown: the {2} most contested and the {2} most spoken of. All are in claims.csv.", some, all, top);
        return options.MinGapDb > 0 ? $"{selected} {say.Say("Left out are those less than {0} dB from even odds.", say.Fixed(options.MinGapDb, "0.##"))}" : selected;
    }

    private static int ByCredibility(ClaimScore x, ClaimScore y) => (!x.IsJudged, -x.WeightDb, x.Index).CompareTo((!y.IsJudged, -y.WeightDb, y.Index));
}
