using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Scoring.Reading;

namespace Scoring.Cli;

/// <summary>What options and arguments accept, what completion offers for them, and what is said of anything else.</summary>
internal static class Accept
{
    /// <summary>One of the names.</summary>
    public static Option<T> OneOf<T>(this Option<T> option, string what, params string[] names)
    {
        option.HelpName = what;
        option.CompletionSources.Add(names);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !names.Contains(token.Value, StringComparer.Ordinal)))
            {
                result.AddError($"{option.Name}: {Unknown.Name(what, token.Value, names)}");
            }
        });
        return option;
    }

    /// <summary>A file that is there.</summary>
    public static Option<FileInfo> ExistingFile(this Option<FileInfo> option)
    {
        option.HelpName = "file";
        option.Validators.Add(result => CheckFile(result, option.Name));
        return option;
    }

    /// <summary>A file that is there.</summary>
    public static Argument<FileInfo> ExistingFile(this Argument<FileInfo> argument)
    {
        argument.Validators.Add(result => CheckFile(result, argument.Name));
        return argument;
    }

    /// <summary>A folder, there or not, that has a name.</summary>
    public static Argument<DirectoryInfo> NamedFolder(this Argument<DirectoryInfo> argument)
    {
        argument.CustomParser = result => Named(result, argument.Name, "folder", path => new DirectoryInfo(path));
        return argument;
    }

    /// <summary>A folder, there or not, that has a name.</summary>
    public static Option<DirectoryInfo> NamedFolder(this Option<DirectoryInfo> option)
    {
        option.HelpName = "folder";
        option.CustomParser = result => Named(result, option.Name, option.HelpName, path => new DirectoryInfo(path));
        return option;
    }

    /// <summary>A file, there or not, that has a name.</summary>
    public static Option<FileInfo> NamedFile(this Option<FileInfo> option)
    {
        option.HelpName = "file";
        option.CustomParser = result => Named(result, option.Name, option.HelpName, path => new FileInfo(path));
        return option;
    }

    /// <summary>A whole number of at least some size and at most another.</summary>
    public static Option<int> WholeNumber(this Option<int> option, int least, int most = int.MaxValue)
    {
        option.HelpName = "number";
        option.CustomParser = result =>
        {
            var text = result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            var range = (least == int.MinValue ? "" : $" from {least}") + (most == int.MaxValue ? "" : $" to {most}");
            result.AddError($"{option.Name}: found '{text}', expected a whole number{range}");
            return least;
        };
        return option;
    }

    /// <summary>A finite number of at least some size, with a decimal point whatever the machine speaks.</summary>
    public static Option<double> Number(this Option<double> option, string unit, double least)
    {
        option.HelpName = unit;
        option.CustomParser = result =>
        {
            var text = result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= least)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: found '{text}', expected a number from {least} such as 2.5"));
            return least;
        };
        return option;
    }

    private static T? Named<T>(ArgumentResult result, string name, string what, Func<string, T> of)
        where T : class
    {
        if (result.Tokens is [.., { Value.Length: > 0 } named])
        {
            return of(named.Value);
        }

        result.AddError($"{name}: found '', expected the name of a {what}");
        return null;
    }

    private static void CheckFile(SymbolResult result, string name)
    {
        if (result.Tokens.Count == 1 && result.Tokens[0].Value is var path && !File.Exists(path))
        {
            result.AddError(Directory.Exists(path) ? $"{name}: found the folder '{path}', expected a file" : $"{name}: no such file '{path}'{Near(path)}");
        }
    }

    private static string Near(string path)
    {
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        var near = Directory.Exists(folder) ? EditDistance.Nearest(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))) : null;
        return near is null ? "" : $": did you mean '{Path.Combine(folder == "." ? "" : folder, near)}'?";
    }
}
