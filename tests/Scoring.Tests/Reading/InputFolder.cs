using System.Text;

namespace Scoring.Tests.Reading;

/// <summary>A folder with the input files of one test; goes with it.</summary>
internal sealed class InputFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scoring-inputs-");

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>Where a file of this name lies, or will lie.</summary>
    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
