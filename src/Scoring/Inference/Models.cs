using System.Globalization;
using Scoring.Indexing;
using Scoring.Rules;
using Scoring.Storage;

namespace Scoring.Inference;

/// <summary>The engine's own models, by name.</summary>
internal static class Models
{
    public const string Auto = "auto";

    /// <summary>Habits smaller than these change too little to learn them from very many votes.</summary>
    private const double LeastHabits = 0.002;

    /// <summary>Names with what they are, the default first.</summary>
    public static IReadOnlyList<(string Name, string Description, bool NeedsSharedLabels)> All { get; } =
    [
        (Auto, "the default: where items share a small label set, one-coin, biased-coin and confusion pooled, each as far as it agrees with the others; else one-coin", false),
        (OneCoin.ModelName, "one reliability a source, priors by source type, copying and independence discounted, open world (after Demartini 2012)", false),
        (BiasedCoin.ModelName, "each source knows or answers by habit (after Hovy 2013); needs one small label set", true),
        (Confusion.ModelName, "confusion rows by source (after Kim 2012); needs one small label set", true),
        (Confusion.WithSubtypes, "confusion rows by source and subtype of item (after Li 2019); needs one small label set", true),
    ];

    /// <summary>Runs a model.</summary>
    /// <param name="name">A name of <see cref="All"/>.</param>
    /// <param name="evidence">The evidence.</param>
    /// <param name="known">Settled items.</param>
    /// <param name="options">How long and on how many threads.</param>
    /// <exception cref="ModelMismatchException">The model does not fit the corpus.</exception>
    public static Posterior Infer(string name, Evidence evidence, KnownTruths known, InferenceOptions options)
    {
        var sets = name == Auto ? LabelModel.TellingSetsOf(evidence) : LabelModel.SetsOf(evidence);
        return name switch
        {
            OneCoin.ModelName => OneCoin.Infer(evidence, known, options, $"{name}, as asked"),
            Auto when sets.Length == 0 && LabelModel.FitsAll(evidence) => OneCoin.Infer(evidence, known, options, "nearly all answers are the same: one reliability a source"),
            Auto when sets.Length == 0 => OneCoin.Infer(evidence, known, options, "values are open-ended or often denied, answers nearly all the same, or there are fewer than ten items to a label: one reliability a source"),
            Auto => Labels(evidence, known, options, sets),
            _ when LabelModel.FitsAll(evidence) => LabelModel.Infer(evidence, known, options, sets, sets, ItemSample.Of(evidence.Corpus), only: name),
            _ => throw new ModelMismatchException($"model '{name}' needs items that share one small label set, at least ten to a label, and, of more than two labels, few denials: use '{Auto}' or '{OneCoin.ModelName}'"),
        };
    }

    /// <summary>
    /// The pool of models; in very large corpora, where each of them takes its time, one coin alone if a sample shows that
    /// sources have no habits for the others to learn.
    /// </summary>
    private static Posterior Labels(Evidence evidence, KnownTruths known, InferenceOptions options, LabelSet[] sets)
    {
        var sample = ItemSample.Of(evidence.Corpus);
        if (sample.IsWhole)
        {
            return LabelModel.Infer(evidence, known, options, sets, sets, sample);
        }

        var (coin, record) = OneCoin.InferAndKeep(evidence, known, options, sets, sample);
        var habits = Array.ConvertAll(sets, set => LabelHabits.Covariance(coin, set, sample));
        var learnt = sets.Where((_, set) => habits[set] >= LeastHabits).ToArray();
        if (learnt.Length == 0)
        {
            record.Repeated.Release();
            ReleaseUnless(coin.Credibility, record.Credibility);
            var what = evidence.Corpus.Labels.All is null ? "many items share small label sets" : "all items share one small label set";
            return coin with
            {
                Choice = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what}, and on a sample of {sample.Items.Length:#,0} of them sources show no habits (covariance {Math.Max(0, habits.Max()):0.0000} of their votes, less than {LeastHabits}): one reliability a source"),
            };
        }

        coin.Unnamed.Release();
        coin.Columns.Release();
        coin.CopyShare.Release();
        ReleaseUnless(record.Credibility, coin.Credibility);
        if (!ReferenceEquals(coin.Evidence.Share, evidence.Share))
        {
            coin.Evidence.Share.Release();
        }

        return LabelModel.Infer(evidence, known, options, learnt, sets, sample, coin: record);
    }

    private static void ReleaseUnless(Column<double> kept, Column<double> column)
    {
        if (!ReferenceEquals(kept, column))
        {
            column.Release();
        }
    }
}
