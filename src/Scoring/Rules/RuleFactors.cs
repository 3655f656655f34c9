using System.Globalization;
using Scoring.Indexing;
using Scoring.Reading;
using Scoring.Storage;

namespace Scoring.Rules;

/// <summary>
/// Looks up what the rules say of each assertion. What a relay leaves open (hedge, directness, interest) it takes from the
/// origin's own statement of the claim, where there is one.
/// </summary>
internal sealed class RuleFactors
{
    public const int Count = 5;

    private const int MostInterest = 2;
    private const double LeastLeft = 1e-6;

    private readonly Corpus corpus;
    private readonly Lineage lineage;
    private readonly SourceTypes types;
    private readonly RuleSet rules;
    private readonly FactorRule[] hedgeOfWord;
    private readonly FactorRule[] ofDirectness;
    private readonly FactorRule[] ofInterest;
    private readonly FactorRule[] relayOfType;
    private readonly Column<int>? statement;
    private readonly long reference;

    public RuleFactors(Corpus corpus, Lineage lineage, SourceTypes types, RuleSet rules, long? asOf, List<string> warnings)
    {
        (this.corpus, this.lineage, this.types, this.rules) = (corpus, lineage, types, rules);
        hedgeOfWord = HedgesOf(corpus, rules, warnings);
        ofDirectness = Array.ConvertAll(Enum.GetValues<Directness>(), directness => directness == Directness.Unstated ? Neutral : rules.Directness[directness.ToString().ToLowerInvariant()]);
        ofInterest = [.. Enumerable.Range(-MostInterest, (2 * MostInterest) + 1).Select(interest => interest == 0 ? Neutral : rules.Interest[interest.ToString(CultureInfo.InvariantCulture)])];
        relayOfType = [.. types.Rules.Select((rule, type) => new FactorRule(rule.Relay, $"passed on by a source of type {types.Names[type]}"))];
        statement = corpus.Details.Origin is null ? null : StatementsBehindRelays(corpus, lineage);
        reference = asOf ?? corpus.Details.Time?.Max() ?? AssertionDetails.NoTime;
        AreAllOne = corpus.Details is { Origin: null, Hedge: null, Directness: null, Interest: null }
            && (corpus.Details.Time is null || rules.Age.HalfLifeDays is null);
    }

    /// <summary>Whether no rule has anything to say of this corpus.</summary>
    public bool AreAllOne { get; }

    /// <summary>The product of all factors of an assertion.</summary>
    public double Product(int assertion)
    {
        var product = 1.0;
        for (var kind = 0; kind < Count; kind++)
        {
            product *= (FactorKind)kind == FactorKind.Age ? OfAge(assertion) : Of(assertion, (FactorKind)kind).Factor;
        }

        return product;
    }

    /// <summary>One factor of an assertion with its reason; 1 where the rule does not apply.</summary>
    public FactorRule Of(int assertion, FactorKind kind)
    {
        var factor = OfRow(assertion, kind);
        return ReferenceEquals(factor, Neutral) && kind is FactorKind.Hedge or FactorKind.Directness or FactorKind.Interest && HasStatement(assertion)
            ? OfRow(statement![assertion], kind)
            : factor;
    }

    private static FactorRule Neutral { get; } = new(1, "");

    private bool HasStatement(int assertion) => statement is not null && statement[assertion] >= 0;

    private FactorRule OfRow(int assertion, FactorKind kind)
    {
        var details = corpus.Details;
        return kind switch
        {
            FactorKind.Relay when lineage.IsRelay(assertion) => relayOfType[types.OfSource[corpus.SourceOfAssertion[assertion]]],
            FactorKind.Hedge when details.Word(details.Hedge, assertion) is not null => hedgeOfWord[details.Hedge![assertion]],
            FactorKind.Directness when details.Directness is { } directness => ofDirectness[(int)directness[assertion]],
            FactorKind.Interest when details.Interest is { } interest => ofInterest[interest[assertion] + MostInterest],
            FactorKind.Age when OfAge(assertion) is var factor and not 1 => new FactorRule(factor, rules.Age.Reason),
            _ => Neutral,
        };
    }

    /// <summary>What is left of an assertion at its age: never nothing, since it was made.</summary>
    private double OfAge(int assertion) => rules.Age.HalfLifeDays is { } halfLife && corpus.Details.TimeOf(assertion) is var time && time != AssertionDetails.NoTime
        ? Math.Max(LeastLeft, Math.Pow(0.5, TimeSpan.FromTicks(Math.Max(0, reference - time)).TotalDays / halfLife))
        : 1;

    /// <summary>The origin's own assertion of the same claim for each relay, −1 where there is none.</summary>
    private static Column<int> StatementsBehindRelays(Corpus corpus, Lineage lineage)
    {
        var behind = corpus.Store.New<int>(corpus.AssertionCount);
        Parallel.ForEach(corpus.Blocks, corpus.Store.ThreadLimit, () => new Dictionary<int, int>(), (block, _, own) =>
        {
            for (var claim = corpus.FirstClaim[block.First]; claim < corpus.FirstClaim[block.Last]; claim++)
            {
                own.Clear();
                var range = corpus.FirstAssertion[claim]..corpus.FirstAssertion[claim + 1];
                for (var a = range.Start.Value; a < range.End.Value; a++)
                {
                    if (lineage.Status[a] == AssertionStatus.Active && !lineage.IsRelay(a))
                    {
                        own.TryAdd(corpus.SourceOfAssertion[a], a);
                    }
                }

                for (var a = range.Start.Value; a < range.End.Value; a++)
                {
                    behind[a] = lineage.IsRelay(a) && own.TryGetValue(lineage.Root[a], out var found) ? found : -1;
                }
            }

            return own;
        }, _ => { });
        return behind;
    }

    private static FactorRule[] HedgesOf(Corpus corpus, RuleSet rules, List<string> warnings)
    {
        if (corpus.Details.Hedge is not { } column)
        {
            return [];
        }

        var known = rules.Hedge.ToDictionary(hedge => NormalForm.Of(hedge.Key), hedge => hedge.Value, StringComparer.OrdinalIgnoreCase);
        var (hedges, strange) = (new FactorRule[corpus.Details.Words.Length], new List<string>());
        foreach (var word in column.Where(word => word != AssertionDetails.None).Distinct().Order())
        {
            var text = corpus.Details.Words[word];
            if (known.TryGetValue(text, out var rule))
            {
                hedges[word] = rule;
            }
            else if (FieldParser.TryNumber(text, out var number))
            {
                hedges[word] = new FactorRule(number, "The coder's own figure.");
            }
            else
            {
                hedges[word] = rules.Hedge[rules.FallbackHedge];
                strange.Add($"hedge '{Shortened.Text(text)}' is not in the rule set: taken as '{rules.FallbackHedge}' ({Unknown.DidYouMean(text, rules.Hedge.Keys) ?? $"known: {string.Join(", ", rules.Hedge.Keys)}"})");
            }
        }

        ReadingLog.WarnOfEach(warnings, strange);
        return hedges;
    }
}
