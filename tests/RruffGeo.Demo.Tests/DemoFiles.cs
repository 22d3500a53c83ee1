using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace RruffGeo.Demo.Tests;

/// <summary>A corpus written to a folder of its own, and what a plain reader finds in it.</summary>
internal sealed class DemoFiles : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-demo-").FullName;

    public DemoFiles(DemoParameters parameters)
    {
        Parameters = parameters;
        DemoCorpus.Write(folder, parameters, TestContext.Current.CancellationToken);
        Archives = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)];
        Members = [.. Archives.SelectMany(Read)];
    }

    public DemoParameters Parameters { get; }

    /// <summary>Paths of the archives, in ordinal order.</summary>
    public IReadOnlyList<string> Archives { get; }

    /// <summary>All entries of all archives.</summary>
    public IReadOnlyList<(string Archive, string Path, byte[] Content)> Members { get; }

    /// <summary>Entries that are spectrum files by name.</summary>
    public IEnumerable<(string Archive, string Path, byte[] Content)> Spectra => Members.Where(m => m.Path.Contains("__Raman_Data_", StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>First value of a header key; null if the file lacks it.</summary>
    public static string? Header(byte[] content, string key) =>
        Lines(content).Where(line => line.StartsWith($"##{key}=", StringComparison.Ordinal)).Select(line => line[(key.Length + 3)..]).FirstOrDefault();

    /// <summary>Rows of two numbers.</summary>
    public static (double X, double Y)[] Points(byte[] content) =>
        [.. Lines(content).Where(line => !line.StartsWith('#')).Select(Point).Where(point => point is not null).Select(point => point!.Value)];

    private static (double X, double Y)? Point(string line)
    {
        var fields = line.Split([',', '\t', ' '], StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 2 && double.TryParse(fields[0], CultureInfo.InvariantCulture, out var x)
            && double.TryParse(fields[1], CultureInfo.InvariantCulture, out var y) && double.IsFinite(y) ? (x, y) : null;
    }

    private static IEnumerable<string> Lines(byte[] content)
    {
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static IEnumerable<(string, string, byte[])> Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            var content = new MemoryStream();
            stream.CopyTo(content);
            yield return (Path.GetFileName(path), entry.FullName, content.ToArray());
        }
    }
}
