using System.CommandLine;
using System.Globalization;
using Scoring.Reading;
using Scoring.Reporting;
using Spectre.Console;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring explain</c>: why a claim has its score.</summary>
internal static class ExplainCommand
{
    private const int MostInFull = 20;

    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var item = new Option<string>("--item") { Description = "The item to explain", Required = true, HelpName = "item" };
        var value = new Option<string>("--value") { Description = "One value of the item (default: all)", HelpName = "value" };
        var command = new Command("explain", "Show the bars that add up to the score of a claim") { item, value };
        corpus.AddTo(command, withModel: true);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var result = Terminal.Watch(progress =>
                CredibilityScorer.Score(corpus.ClaimsPath(parsed), corpus.Parse(parsed) with { Progress = progress }, cancellation));
            Terminal.Warn(result.Run.Warnings);
            Terminal.Warn(result.Run.SkippedRows.Select(row => $"skipped {row}"));
            var claims = Find(result, parsed.GetRequiredValue(item), parsed.GetValue(value));
            if (Terminal.IsJson)
            {
                JsonReport.Write(result, claims, Console.Out, cancellation);
                return 0;
            }

            foreach (var claim in claims.Take(MostInFull))
            {
                Write(Terminal.Out, result, claim);
            }

            if (claims.Length > MostInFull)
            {
                Terminal.WriteSentences(Terminal.Out, string.Create(CultureInfo.InvariantCulture, $"{claims.Length - MostInFull:#,0} more values of the item, less credible: --value explains one of them."));
            }

            return 0;
        }, cancellation));
        return command;
    }

    private static ClaimScore[] Find(ScoringResult result, string item, string? value)
    {
        var claims = result.ClaimsOf(item);
        if (claims.Count == 0)
        {
            string[] items = [.. result.Claims.Select(claim => claim.Item).Distinct(StringComparer.Ordinal)];
            throw new UsageException($"--item: {Unknown.Name("item", item, items, $"an item of the corpus such as {Some(items)}")}");
        }

        var index = value is null ? -1 : result.Evidence.Corpus.FindClaim(result.Evidence.Corpus.FindItem(item), value);
        var found = claims.Where(claim => value is null || claim.Index == index).OrderBy(claim => claim.Rank).ToArray();
        string[] values = [.. claims.Select(claim => claim.Value)];
        return found.Length > 0 ? found : throw new UsageException($"--value: {Unknown.Name("value", value ?? "", values, $"one of {Some(values)}")}");
    }

    private static string Some(IEnumerable<string> names) => string.Join(", ", names.Take(5).Select(name => $"'{Shortened.Text(name)}'"));

    private static void Write(IAnsiConsole console, ScoringResult result, ClaimScore claim)
    {
        console.Write(new Text($"{DisplayText.Visible(claim.Item)} = {DisplayText.Visible(claim.Value)}\n", new Style(decoration: Decoration.Bold)));
        Terminal.WriteSentences(console, ClaimText.Score(claim, Phrasing.English));
        Terminal.WriteSentences(console, ClaimText.Foundation(claim, Phrasing.English));
        Terminal.WriteSentences(console, new WhatWouldChange(result, Phrasing.English).InWords(claim));
        console.WriteLine();
        var waterfall = new Waterfall(console, result.Explain(claim), claim.WeightDb);
        waterfall.Write();
        console.WriteLine();
        waterfall.WriteReasons();
        console.WriteLine();
    }
}
