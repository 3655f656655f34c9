using System.CommandLine;
using System.Globalization;
using Scoring.Reporting;
using Spectre.Console;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring explain</c>: why a claim has its score.</summary>
internal static class ExplainCommand
{
    private const int BarWidth = 12;

    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var item = new Option<string>("--item") { Description = "The item to explain", Required = true };
        var value = new Option<string>("--value") { Description = "One value of the item (default: all)" };
        var command = new Command("explain", "Show the bars that add up to the score of a claim") { item, value };
        corpus.AddTo(command, withModel: true);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var result = Terminal.Watch(progress =>
                CredibilityScorer.Score(corpus.ClaimsPath(parsed), corpus.Parse(parsed) with { Progress = progress }, cancellation));
            Terminal.Warn(result.Run.Warnings);
            Terminal.Warn(result.Run.SkippedRows.Select(row => $"skipped {row}"));
            foreach (var claim in Find(result, parsed.GetRequiredValue(item), parsed.GetValue(value)))
            {
                Write(Terminal.Out, result, claim);
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
            throw new UsageException($"--item: found '{item}', expected an item of the corpus such as {Some(result.Claims.Select(claim => claim.Item))}");
        }

        var found = claims.Where(claim => value is null || claim.Value == value).OrderBy(claim => claim.Rank).ToArray();
        return found.Length > 0 ? found : throw new UsageException($"--value: found '{value}', expected one of {Some(claims.Select(claim => claim.Value))}");
    }

    private static string Some(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal).Take(5).Select(name => $"'{name}'"));

    private static void Write(IAnsiConsole console, ScoringResult result, ClaimScore claim)
    {
        console.WriteLine(PlainText.OneLine($"{claim.Item} = {claim.Value}"));
        console.WriteLine($"{DisplayText.Probability(claim.Credibility)} (90 % interval {DisplayText.Interval(claim.Low, claim.High)}), {Db(claim.WeightDb)} dB: {claim.Icd203}. Admiralty number {(int)claim.CredibilityCode}.");
        console.WriteLine($"Confidence: {DisplayText.Words(claim.Confidence)}, {DisplayText.Counted(claim.Origins, "independent origin")} of {DisplayText.Counted(claim.Supports, "supporting report")}.");
        var steps = result.Explain(claim);
        var largest = steps.Max(step => Math.Abs(step.WeightDb));
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("dB").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("").Width(BarWidth).NoWrap());
        table.AddColumn(new TableColumn("Sum").RightAligned().NoWrap());
        table.AddColumn("What and why");
        foreach (var step in steps)
        {
            var what = step.Source is null ? DisplayText.Words(step.Factor) : $"{DisplayText.Words(step.Factor)}, {PlainText.Short(step.Source, 40)}";
            table.AddRow(
                new Text(Db(step.WeightDb)),
                new Text(Bar(step.WeightDb, largest)),
                new Text(Db(step.CumulativeDb)),
                new Text($"{what}: {PlainText.Short(step.Detail, 300)}"));
        }

        console.Write(table);
        console.WriteLine(new WhatWouldChange(result, Phrasing.English).InWords(claim));
        console.WriteLine();
    }

    private static string Bar(double db, double largest)
    {
        var length = largest == 0 ? 0 : (int)Math.Round(Math.Abs(db) / largest * BarWidth, MidpointRounding.AwayFromZero);
        return new string(db < 0 ? '░' : '█', length);
    }

    private static string Db(double db) => db.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}
