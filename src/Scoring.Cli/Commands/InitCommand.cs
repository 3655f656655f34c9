using System.CommandLine;
using System.Text;
using Scoring.Reading;

namespace Scoring.Cli.Commands;

/// <summary><c>scoring init</c>: files to start from.</summary>
internal static class InitCommand
{
    private static readonly string[] Tables = ["claims.csv", "sources.csv"];

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Where to; made if it is not there", DefaultValueFactory = _ => new DirectoryInfo(".") }.NamedFolder();
        var force = new Option<bool>("--force") { Description = "Overwrite files that are there already" };
        var command = new Command("init", "Write a small corpus to start from: claims.csv, sources.csv and rules.json") { folder, force };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(folder).ToString();
            (string Path, string Text)[] files =
            [
                .. Tables.Select(name => (Path.Combine(path, name), Template(name))),
                (Path.Combine(path, "rules.json"), Template("rules-head.txt") + CredibilityScorer.DefaultRules),
            ];
            OutputFolder.ThrowIfThere("FOLDER", path, parsed.GetValue(force) ? [] : files.Select(file => Path.GetFileName(file.Path)));
            Directory.CreateDirectory(path);
            foreach (var (file, text) in files)
            {
                WholeFiles.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            }

            Terminal.WritePaths([.. files.Select(file => file.Path)]);
            SayNext(files[0].Path, files[2].Path);
        });
        return command;
    }

    private static void SayNext(string claims, string rules)
    {
        if (!Terminal.IsQuiet && !Terminal.IsJson)
        {
            Console.Out.WriteLine($"\nPut your own rows in their place. To score them:\n  scoring score {Quoted(claims)} --rules {Quoted(rules)}");
        }
    }

    private static string Quoted(string path) => path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '\\' or '.' or '-' or '_' or ':') ? path : $"\"{PlainText.OneLine(path)}\"";

    private static string Template(string name)
    {
        using var stream = typeof(InitCommand).Assembly.GetManifestResourceStream($"template.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
