using System.Globalization;
using Scoring.Indexing;
using Scoring.Inference;
using Scoring.Reading;
using Scoring.Rules;

namespace Scoring.Explaining;

/// <summary>What the bars of a claim say in words.</summary>
internal sealed class BarWords(Evidence evidence, Posterior posterior, ItemMargins margins, int claim)
{
    public string OfPrior()
    {
        var unnamed = margins.Unnamed;
        return !evidence.Corpus.IsOpen(margins.Item)
            ? string.Create(CultureInfo.InvariantCulture, $"one of {margins.Count + unnamed:0} possible answers, all alike")
            : margins.Count == 1 ? string.Create(CultureInfo.InvariantCulture, $"the one value named; that it is another counts as {unnamed:0.##}")
            : string.Create(CultureInfo.InvariantCulture, $"one of {margins.Count} named values, all alike; that it is none of them counts as {unnamed:0.##} more");
    }

    public string OfKnown() => posterior.Known.TryGet(margins.Item, out var right) && right.Length > 1
        ? string.Create(CultureInfo.InvariantCulture, $"{right.Length} answers are known to be right, as credible as one another")
        : "the answer is known";

    public string OfRelay(int assertion) => evidence.Speaker[assertion] == evidence.Corpus.SourceOfAssertion[assertion]
        ? ""
        : $"relays {Shortened.Text(evidence.Corpus.Sources[evidence.Speaker[assertion]])}; ";

    /// <summary>Where a model has learnt how each source uses each label, what that makes of this one: reliability alone would not explain the bar.</summary>
    public string OfLabel(int assertion, double nats) => margins.Labels?.HasLearnt(assertion) != true
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"it is taken to say so {Math.Exp(nats):0.##} times as often where the claim is true as where it is not; ");

    public string OfSupport(int assertion, int ofClaim)
    {
        if (ofClaim == claim)
        {
            return "";
        }

        var value = Shortened.Text(evidence.Corpus.ValueText(ofClaim));
        return margins.Nearness(assertion, ofClaim, claim) is var (agreement, error)
            ? string.Create(CultureInfo.InvariantCulture, $"says '{value}', near '{Shortened.Text(evidence.Corpus.ValueText(claim))}': counts {agreement:0.00} as if it named that, as its errors are about {error:G2}; ")
            : $"denies '{value}'; ";
    }

    public string OfVoices(int assertion)
    {
        var relays = margins.OfRoot(evidence.Lineage.Root[assertion]);
        var voices = evidence.IndependentVoices[margins.Item];
        var oneOrigin = relays > 1 ? string.Create(CultureInfo.InvariantCulture, $"{relays} reports share its origin, ") : "";
        var repeats = posterior.CopyShareOf(assertion) >= 0.99 ? ""
            : posterior.IsFoundToRepeat(evidence.Speaker[assertion]) ? ", some of whose errors it repeats"
            : ", from some of whom it was hardly ever seen to differ";
        return string.Create(CultureInfo.InvariantCulture, $"{oneOrigin}{voices} independent {(voices == 1 ? "voice" : "voices")} on the item{repeats}");
    }

    public static string OfTurnout(int group, double nats)
    {
        var (votes, odds) = (group == 1 ? "1 vote" : $"{1 << (group - 1)} to {(1 << group) - 1} votes", Math.Exp(nats));
        return string.Create(CultureInfo.InvariantCulture, $"on items with {votes} its odds against its rivals here are {(odds < 0.1 ? $"{odds:0.####}" : $"{odds:0.##}")} times what they are on all");
    }

    public static string OfRelation(ClaimRelation relation, int mine) => relation.Kind switch
    {
        RelationKind.Implies when relation.Claim == mine => "implies",
        RelationKind.Implies => "implied by",
        RelationKind.Excludes => "excludes",
        _ => "equivalent to",
    };
}
