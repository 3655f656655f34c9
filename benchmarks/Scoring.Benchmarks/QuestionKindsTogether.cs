using System.Globalization;
using CsvHelper;
using Scoring.Evaluating;
using Scoring.Reading;

namespace Scoring.Benchmarks;

/// <summary>What becomes of the scores of a data set where its questions stand beside those of another: accuracy, log loss and calibration error, alone and beside the next set of a folder.</summary>
internal static class QuestionKindsTogether
{
    private const int FewLabels = 32;

    /// <summary>Measures every set alone, beside the next and beside the one before, as a Markdown table.</summary>
    /// <param name="folder">Each subfolder holds claims.csv and truth.csv, with the columns source, item and value.</param>
    /// <param name="output">Receives the table.</param>
    public static void Measure(string folder, TextWriter output)
    {
        string[] names = [.. Directory.GetDirectories(folder).Where(set => File.Exists(Path.Combine(set, "truth.csv"))).Order(StringComparer.Ordinal)];
        var sets = Array.ConvertAll(names, DataSet.Read);
        output.WriteLine("| set | alone | beside the next | beside the one before |");
        output.WriteLine("|---|---|---|---|");
        var (before, next, alone) = (new Evaluation[sets.Length], new Evaluation[sets.Length], Array.ConvertAll(sets, set => Scored(set.Rows).Evaluate(set.Truths)));
        for (var set = 0; set < sets.Length; set++)
        {
            var other = (set + 1) % sets.Length;
            using var together = Scored([.. sets[set].Rows, .. sets[other].Rows]);
            (next[set], before[other]) = (together.Evaluate(sets[set].Truths), together.Evaluate(sets[other].Truths));
        }

        foreach (var (index, set) in sets.Index())
        {
            output.WriteLine($"| {set.Name} | {Figures([alone[index]])} | {Figures([next[index]])} | {Figures([before[index]])} |");
        }

        output.WriteLine($"| **mean** | {Figures(alone)} | {Figures(next)} | {Figures(before)} |");
    }

    private static ScoringResult Scored(IEnumerable<Assertion> rows) => CredibilityScorer.Score(rows);

    private static string Figures(Evaluation[] evaluations) => string.Create(
        CultureInfo.InvariantCulture,
        $"{100 * evaluations.Average(own => own.Accuracy):0.00}, {evaluations.Average(own => own.LogLoss):0.000}, {evaluations.Average(own => own.Ece):0.000}");

    /// <summary>Rows and true values. Items and sources carry the name of the set, and so do labels, which would else be those of other kinds: 1 of five and 1 for yes.</summary>
    private sealed record DataSet(string Name, Assertion[] Rows, KnownTruth[] Truths)
    {
        public static DataSet Read(string folder)
        {
            var name = Path.GetFileName(folder);
            var (rows, truths) = (Fields(Path.Combine(folder, "claims.csv"), "item", "value", "source"), Fields(Path.Combine(folder, "truth.csv"), "item", "value"));
            var areLabels = rows.Select(row => row[1]).Distinct(StringComparer.Ordinal).Take(FewLabels + 1).Count() <= FewLabels;
            return new DataSet(
                name,
                [.. rows.Select(row => new Assertion($"{name} {row[0]}", $"{name} {row[2]}", Own(row[1])))],
                [.. truths.Select(row => new KnownTruth($"{name} {row[0]}", Own(row[1])))]);

            string Own(string value) => areLabels ? $"{name} {value}" : value;
        }

        private static List<string[]> Fields(string path, params string[] columns)
        {
            using var csv = CsvReader.FromFile(path);
            var rows = new List<string[]>();
            while (csv.Read())
            {
                rows.Add(Array.ConvertAll(columns, csv.GetString));
            }

            return rows;
        }
    }
}
