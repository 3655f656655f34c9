namespace Scoring.Tests;

/// <summary>The browser of the machine: none is downloaded.</summary>
internal static class Browsers
{
    /// <summary>Variable that names a browser in an unusual place.</summary>
    public const string Named = "SCORING_CHROMIUM";

    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>How to come by one.</summary>
    public static string Advice => $"There is no Chromium. On Debian: apt-get install chromium. Elsewhere: set {Named} to the path of a Chromium or Chrome.";

    /// <summary>Path of a Chromium or Chrome; <see langword="null"/> where there is none.</summary>
    public static string? Executable() =>
        Environment.GetEnvironmentVariable(Named) is { Length: > 0 } named ? named : Array.Find(Usual, File.Exists);
}
