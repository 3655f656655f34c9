using System.Globalization;
using Scoring.Explaining;
using Scoring.Scales;

namespace Scoring.Reporting;

/// <summary>What a person will read of the claims: gathered while they pass by, so that they need not be held.</summary>
internal sealed class ClaimDigest(ScoringResult result, ReportOptions options)
{
    private const int MostBest = 15;

    /// <summary>Up to so many times the claims asked for of each kind, all are explained.</summary>
    private const int FoldOfAll = 4;

    private readonly Lock gate = new();
    private readonly Foremost<Place, Place.LeastFirst> contested = new(options.Top);
    private readonly Foremost<Place, Place.LeastFirst> spokenOf = new(options.Top);
    private readonly Foremost<Place, Place.LeastFirst> first = new(FoldOfAll * options.Top);
    private readonly Foremost<Place, Place.LeastFirst> best = new(MostBest);

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
                return [.. best.InOrder().Select(place => result.Claims[place.Claim])];
            }
        }
    }

    /// <summary>The digest of a result.</summary>
    public static ClaimDigest Of(ScoringResult result, ReportOptions options)
    {
        var (digest, blocks) = (new ClaimDigest(result, options), result.ClaimList.Blocks);
        InParallel.For(0, blocks.Length, block => result.ClaimList.Visit(blocks[block], digest.Add), CancellationToken.None);
        return digest;
    }

    /// <summary>Takes note of claims; several threads may at once.</summary>
    public void Add(ReadOnlySpan<ClaimFigures> claims)
    {
        lock (gate)
        {
            foreach (ref readonly var claim in claims)
            {
                Count++;
                Histogram[CredibilityHistogram.BinOf(claim.Credibility)] += claim.IsJudged ? 1 : 0;
                Confirmed += claim.CredibilityCode == AdmiraltyCredibility.Confirmed ? 1 : 0;
                best.Add(new Place(!claim.IsJudged, -claim.WeightDb, claim.Index));
                if (options.MinGapDb > 0 && Math.Abs(claim.WeightDb) < options.MinGapDb)
                {
                    continue;
                }

                Eligible++;
                contested.Add(new Place(!claim.IsJudged, Math.Abs(claim.WeightDb), claim.Index));
                spokenOf.Add(new Place(false, -(claim.Supports + claim.Denies), claim.Index));
                first.Add(new Place(false, 0, claim.Index));
            }
        }
    }

    /// <summary>The claims to explain, in the order of the corpus: all, or of very many the most contested and those most spoken of.</summary>
    public ClaimScore[] Explained() => Array.ConvertAll(ExplainedClaims(), claim => result.Claims[claim]);

    /// <summary>Their indices.</summary>
    public int[] ExplainedClaims()
    {
        lock (gate)
        {
            return [.. (Eligible <= FoldOfAll * options.Top ? first.InOrder() : contested.InOrder().Concat(spokenOf.InOrder())).Select(place => place.Claim).Distinct().Order()];
        }
    }

    /// <summary>Which claims are explained, in a sentence; empty if all are.</summary>
    public string InWords(Phrasing say)
    {
        var shown = ExplainedClaims().Length;
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

    /// <summary>Where a claim stands: those that can be judged first, then by a figure, the least first.</summary>
    private readonly record struct Place(bool IsNotJudged, double Figure, int Claim)
    {
        public readonly struct LeastFirst : IComparer<Place>
        {
            public int Compare(Place x, Place y) => x.IsNotJudged != y.IsNotJudged ? x.IsNotJudged.CompareTo(y.IsNotJudged)
                : x.Figure != y.Figure ? x.Figure.CompareTo(y.Figure)
                : x.Claim.CompareTo(y.Claim);
        }
    }
}
