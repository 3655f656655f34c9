using BenchmarkDotNet.Running;
using Scoring.Benchmarks;

switch (args)
{
    case ["report", var file]:
        await ReportInBrowser.Measure(file, Console.Out);
        break;
    case ["screenshots", var claims, var folder]:
        await ReportScreenshots.Take(claims, folder);
        break;
    case ["kinds", var folder]:
        QuestionKindsTogether.Measure(folder, Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
