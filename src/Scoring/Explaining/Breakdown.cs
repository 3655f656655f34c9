using System.Globalization;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>Splits the score of a claim into bars that add up to it.</summary>
/// <remarks>
/// With r the rivals' shares, ln Σ exp L(u) = Σ r(u)·L(u) + H(r), so the log-odds of a claim are a sum over assertions
/// plus one term for the prior and one for the spread of the rivals. Each assertion's term is split further by what was
/// applied to it in turn; every split keeps the sum.
/// </remarks>
internal sealed class Breakdown
{
    /// <summary>What the bar of the base rate says where items share labels.</summary>
    public const string LabelRates = "how often each answer is met in this corpus";

    /// <summary>Bars against a claim. What is not about the claim itself is not told of more assertions than this: on an item of many values it would be their square.</summary>
    private const int MostContradictions = 100;

    /// <summary>Bars of what relations tell of it.</summary>
    private const int MostRelations = 100;

    /// <summary>Assertions of a claim itself with bars of their own: those of more are summed, since nobody reads them all.</summary>
    private const int MostSupports = 1000;

    /// <summary>The same of those that deny a rival, or name a number near it.</summary>
    private const int MostIndirect = 100;

    /// <summary>In decibans for each bar; more is no matter of rounding.</summary>
    private const double MostLeftOver = 1e-8;

    private readonly Evidence evidence;
    private readonly Posterior posterior;
    private readonly ItemMargins margins;
    private readonly int claim;
    private readonly (double LogSum, double[] Share, double Unnamed) rivals;
    private readonly BarWords words;
    private readonly SupportParts parts;
    private readonly List<BreakdownStep> steps = [];
    private double sumNats;

    private Breakdown(Evidence evidence, Posterior posterior, ItemMargins margins, int claim)
    {
        (this.evidence, this.posterior, this.margins, this.claim) = (evidence, posterior, margins, claim);
        rivals = margins.Rivals(claim);
        words = new BarWords(evidence, posterior, margins, claim);
        parts = new SupportParts(evidence, posterior, margins, claim, rivals);
    }

    /// <summary>The bars of a claim, in the order in which they are applied. They add up to its score to the last bit: what rounding left over goes to the longest.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="posterior">What was concluded of it.</param>
    /// <param name="margins">The item.</param>
    /// <param name="claim">One of its claims.</param>
    public static IReadOnlyList<BreakdownStep> Of(Evidence evidence, Posterior posterior, ItemMargins margins, int claim)
    {
        var breakdown = new Breakdown(evidence, posterior, margins, claim);
        breakdown.Build();
        breakdown.MakeExact();
        return breakdown.steps;
    }

    /// <summary>The score of a claim in nats: what is known, or else what the evidence gives.</summary>
    /// <param name="posterior">What is known.</param>
    /// <param name="margins">The item.</param>
    /// <param name="claim">One of its claims.</param>
    /// <param name="logOdds">Log-odds of that claim as the evidence has it, in nats.</param>
    public static double Score(Posterior posterior, ItemMargins margins, int claim, double logOdds) =>
        posterior.Known.Contains(margins.Item) ? posterior.Known.LogOdds(margins.Item, claim, margins.Count) : logOdds;

    private void Build()
    {
        Add(Factor.Prior, null, 0 - margins.LogAlternatives, words.OfPrior());
        var (ofOthers, others) = (new double[Enum.GetValues<Factor>().Length], 0);
        var supports = new Foremost<Bar, Bar.LongestFirst>(MostSupports, Leave);
        var indirect = new Foremost<Bar, Bar.LongestFirst>(MostIndirect, Leave);
        var against = new CappedBars(MostContradictions);
        foreach (var (assertion, ofClaim) in margins.Assertions())
        {
            var (nats, towards) = (Nats(assertion, ofClaim), Towards(assertion, ofClaim));
            if (towards > 0)
            {
                (ofClaim == claim ? supports : indirect).Add(new Bar(assertion, ofClaim, nats));
            }
            else if (towards < 0 || nats != 0)
            {
                against.Add(new Bar(assertion, ofClaim, nats));
            }
        }

        var told = supports.InOrder().Concat(indirect.InOrder()).ToArray();
        Array.Sort(told, default(Bar.LongestFirst));
        Array.ForEach(told, AddSupport);
        foreach (var (factor, nats) in ofOthers.Index().Where(sum => sum.Item != 0))
        {
            Add((Factor)factor, null, nats, string.Create(CultureInfo.InvariantCulture, $"{others} more, each of them less"));
        }

        var (longest, more, moreNats) = against.Cut();
        longest.ForEach(AddContradiction);
        if (more > 0)
        {
            Add(Factor.Contradiction, null, moreNats, string.Create(CultureInfo.InvariantCulture, $"{more} more deny it or say something else, each of them less"));
        }

        AddPopularity();
        AddRelations();
        AddCompetition();
        if (posterior.Known.Contains(margins.Item))
        {
            var known = Score(posterior, margins, claim, margins.LogOdds(claim));
            Add(Factor.KnownTruth, null, known - sumNats, $"{words.OfKnown()}: the score is set to {string.Create(CultureInfo.InvariantCulture, $"{Decibans.FromNats(known):+0.#;-0.#;0}")} dB");
        }

        void Leave(Bar bar)
        {
            others++;
            foreach (var (factor, nats, _) in parts.Of(bar))
            {
                ofOthers[(int)factor] += nats;
            }
        }
    }

    /// <summary>Above 0 where an assertion is told as support: it names the claim, denies a rival, or names a number so near that the claim gains by it.</summary>
    private double Towards(int assertion, int ofClaim) =>
        margins.Nearness(assertion, ofClaim, claim) is null ? margins.Leverage(assertion, ofClaim, claim, rivals.Share) : Nats(assertion, ofClaim);

    /// <summary>What an assertion gives the claim, all told.</summary>
    private double Nats(int assertion, int ofClaim) => posterior.Columns.Weight[assertion] * margins.FullVoice(assertion, ofClaim, claim, rivals);

    private void AddSupport(Bar bar)
    {
        var who = evidence.Corpus.Sources[evidence.Corpus.SourceOfAssertion[bar.Index]];
        foreach (var (factor, nats, rule) in parts.Of(bar))
        {
            Add(factor, who, nats, rule is not null ? string.Create(CultureInfo.InvariantCulture, $"× {rule.Factor:0.##}: {rule.Reason}") : factor switch
            {
                Factor.SourceType => OfType(bar.Index, bar.Claim),
                Factor.TrackRecord => OfRecord(bar.Index, bar.Claim),
                _ => string.Create(CultureInfo.InvariantCulture, $"counts as {margins.Share(bar.Index):0.00} of an independent voice: {words.OfVoices(bar.Index)}"),
            });
        }
    }

    private string OfType(int assertion, int ofClaim)
    {
        var bonus = margins.ChanceBonus(assertion);
        var says = words.OfRelay(assertion) + words.OfSupport(assertion, ofClaim);
        var type = evidence.Types.Names[evidence.Types.OfSource[evidence.Speaker[assertion]]];
        var chance = bonus == 0 || (ofClaim != claim && margins.Nearness(assertion, ofClaim, claim) is not null) ? "" : string.Create(CultureInfo.InvariantCulture, $"; {Decibans.FromNats(bonus):+0.0} dB because {Math.Exp(bonus):0.##} wrong answers were open to it");
        return string.Create(CultureInfo.InvariantCulture, $"{says}{type}: expected reliability {parts.Start(assertion).Mean:0.00}{chance}");
    }

    private string OfRecord(int assertion, int ofClaim)
    {
        var (speaker, earlier) = (evidence.Speaker[assertion], parts.Earlier(assertion));
        var ofWhich = earlier > 0 ? string.Create(CultureInfo.InvariantCulture, $", of which {earlier:0.0} from earlier corpora") : "";
        var full = margins.FullVoice(assertion, ofClaim, claim, rivals);
        return string.Create(CultureInfo.InvariantCulture, $"{words.OfLabel(assertion, full)}reliability {posterior.Reliability[speaker].Mean:0.00} after a record worth {posterior.Records.Counted(speaker) + earlier:0.0} independent assertions{ofWhich}");
    }

    private void AddContradiction(Bar bar)
    {
        var (assertion, ofClaim, nats) = bar;
        var speaker = evidence.Speaker[assertion];
        var says = words.OfRelay(assertion) + (ofClaim == claim ? "denies it" : $"says '{Shortened.Text(evidence.Corpus.ValueText(ofClaim))}'{(margins.Nearness(assertion, ofClaim, claim) is null ? "" : ", nearer to rivals")}");
        Add(
            Factor.Contradiction,
            evidence.Corpus.Sources[evidence.Corpus.SourceOfAssertion[assertion]],
            nats,
            string.Create(CultureInfo.InvariantCulture, $"{says}: {words.OfLabel(assertion, margins.FullVoice(assertion, ofClaim, claim, rivals))}reliability {posterior.Reliability[speaker].Mean:0.00}, rules × {evidence.RuleWeight[assertion]:0.##}, {margins.Share(assertion):0.00} of an independent voice"));
    }

    private void AddPopularity()
    {
        if (posterior.Popularity is not { IsClear: true } popularity || !popularity.Concerns(margins.Item))
        {
            return;
        }

        var ofItem = new double[margins.Count + 1];
        popularity.AddNats(margins.First, ofItem.AsSpan(0, margins.Count));
        var (nats, items) = (ofItem[claim - margins.First] - ItemMargins.Among(rivals, ofItem), popularity.Items(claim));
        AddUnlessNegligible(
            Factor.BaseRate, nats,
            string.Create(CultureInfo.InvariantCulture, $"its value is named on {items} of the items that several speak on, its rivals on about {items * Math.Exp(-nats / popularity.Power):0.#}: here ten times as many mean {popularity.OddsOfTenfold:0.##} times the odds"));
    }

    private void AddRelations()
    {
        var bars = new CappedBars(MostRelations);
        foreach (var (message, mine, _) in posterior.RelationsOfItem[margins.Item])
        {
            var towards = mine == claim ? 1 : -rivals.Share[mine - margins.First];
            bars.Add(new Bar(message, mine, towards * posterior.RelationMessage[message]));
        }

        var (longest, more, moreNats) = bars.Cut();
        foreach (var bar in longest.OrderBy(bar => bar.Index))
        {
            AddRelation(bar);
        }

        if (more > 0)
        {
            Add(Factor.Consistency, null, moreNats, string.Create(CultureInfo.InvariantCulture, $"{more} more relations, each of them less"));
        }
    }

    private void AddRelation(Bar bar)
    {
        var relation = evidence.Corpus.Relations[bar.Index / 2];
        var other = bar.Index % 2 == 0 ? relation.OtherClaim : relation.Claim;
        var about = bar.Claim == claim ? "" : $"through rival '{Shortened.Text(evidence.Corpus.ValueText(bar.Claim))}': ";
        var end = $"{Shortened.Text(evidence.Corpus.ItemText(other))} = {Shortened.Text(evidence.Corpus.ValueText(other))}";
        Add(Factor.Consistency, null, bar.Nats, string.Create(CultureInfo.InvariantCulture, $"{about}{BarWords.OfRelation(relation, bar.Claim)} {end} ({posterior.Credibility[other]:0.00})"));
    }

    private void AddCompetition()
    {
        if (margins.Labels is { } labels)
        {
            var rates = labels.BaseRates();
            AddUnlessNegligible(Factor.BaseRate, rates[claim - margins.First] - ItemMargins.Among(rivals, rates), LabelRates);
            var turnout = labels.OfTurnout();
            var nats = turnout[claim - margins.First] - ItemMargins.Among(rivals, turnout);
            AddUnlessNegligible(Factor.BaseRate, nats, BarWords.OfTurnout(labels.TurnoutGroup, nats));
            AddUnlessNegligible(Factor.Competition, margins.LogOdds(claim) - sumNats, "the rivals' weight is not spread evenly among them");
            return;
        }

        var entropy = -rivals.Share.Append(rivals.Unnamed).Where(share => share > 0).Sum(share => share * Math.Log(share));
        var unnamed = rivals.Unnamed > 0 ? rivals.Unnamed * margins.LogUnnamed : 0;
        AddUnlessNegligible(Factor.Competition, margins.LogAlternatives - unnamed - entropy, "the rivals' weight is not spread evenly among them");
    }

    private void AddUnlessNegligible(Factor factor, double nats, string detail)
    {
        if (Math.Abs(nats) > SupportParts.Negligible)
        {
            Add(factor, null, nats, detail);
        }
    }

    private void Add(Factor factor, string? source, double nats, string detail)
    {
        sumNats += nats;
        AddDb(factor, source, Decibans.Rounded(Decibans.FromNats(nats)), detail);
    }

    private void AddDb(Factor factor, string? source, double db, string detail) =>
        steps.Add(new BreakdownStep(factor, source, db, (steps.Count == 0 ? 0 : steps[^1].CumulativeDb) + db, detail));

    private void MakeExact()
    {
        var score = Score(posterior, margins, claim, margins.LogOdds(claim));
        var rest = Decibans.Rounded(Decibans.FromNats(score)) - steps[^1].CumulativeDb;
        if (rest == 0 || Math.Abs(rest) > MostLeftOver * steps.Count)
        {
            return;
        }

        var longest = steps.IndexOf(steps.MaxBy(step => Math.Abs(step.WeightDb))!);
        steps[longest] = steps[longest] with { WeightDb = steps[longest].WeightDb + rest };
        for (var i = longest; i < steps.Count; i++)
        {
            steps[i] = steps[i] with { CumulativeDb = steps[i].CumulativeDb + rest };
        }
    }
}
