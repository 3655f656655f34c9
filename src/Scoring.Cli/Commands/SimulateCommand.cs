using System.CommandLine;
using Scoring.Evaluating;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring simulate</c>: a made-up corpus with known truth.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var items = new Option<int>("--items") { Description = "Items", DefaultValueFactory = _ => 1000 }.WholeNumber(int.MinValue);
        var sources = new Option<int>("--sources") { Description = "Sources", DefaultValueFactory = _ => 100 }.WholeNumber(int.MinValue);
        var perItem = new Option<int>("--per-item") { Description = "Sources that speak on each item", DefaultValueFactory = _ => 10 }.WholeNumber(int.MinValue);
        var values = new Option<int>("--values") { Description = "Values open to each item", DefaultValueFactory = _ => 4 }.WholeNumber(int.MinValue);
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same corpus", DefaultValueFactory = _ => 1 }.WholeNumber(int.MinValue);
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder for claims.csv, truth.csv and reliability.csv", DefaultValueFactory = _ => new DirectoryInfo("simulated") }.NamedFolder();
        var force = new Option<bool>("--force") { Description = "Overwrite files that are there already" };
        var command = new Command("simulate", "Draw a corpus of known truth and reliability") { items, sources, perItem, values, seed, output, force };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var simulation = new Simulation
            {
                Items = parsed.GetValue(items),
                Sources = parsed.GetValue(sources),
                PerItem = parsed.GetValue(perItem),
                Values = parsed.GetValue(values),
                Seed = parsed.GetValue(seed),
            };
            var folder = parsed.GetRequiredValue(output).ToString();
            OutputFolder.ThrowIfThere("--out", folder, parsed.GetValue(force) ? [] : SimulationFiles.FileNames);
            try
            {
                Terminal.WritePaths(SimulationFiles.Write(simulation, folder, cancellation));
            }
            catch (InvalidOperationException exception)
            {
                throw new UsageException(exception.Message);
            }

            return 0;
        }, cancellation));
        return command;
    }
}
