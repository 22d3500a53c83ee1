using System.Globalization;
using System.IO.Compression;
using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

/// <summary>A folder of small archives and the stage run over them.</summary>
internal sealed class TestArchives : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo").FullName;
    private int runs;

    public List<StageProgress> Reports { get; } = [];

    public static string Spectrum(string header = "##NAMES=Quartz\n##RRUFFID=R040031\n", int points = 5, float first = 100) =>
        header + string.Concat(Enumerable.Range(0, points).Select(i => string.Create(CultureInfo.InvariantCulture, $"{first + i}, {i * i}\n"))) + "##END=\n";

    public static string Name(string id = "R040031", string kind = "RAW", string suffix = "1") =>
        $"Quartz__{id}__Raman__532__0__unoriented__Raman_Data_{kind}__{suffix}.txt";

    public string Write(string archive, params (string Path, string Text)[] members) => Write(new DateOnly(2020, 1, 1), archive, members);

    /// <summary>Writes an archive whose members bear the date <paramref name="vintage"/>.</summary>
    public string Write(DateOnly vintage, string archive, params (string Path, string Text)[] members)
    {
        var path = Path.Combine(folder, archive);
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (member, text) in members)
        {
            var entry = zip.CreateEntry(member);
            entry.LastWriteTime = new DateTimeOffset(vintage, new TimeOnly(12, 0), TimeSpan.Zero);
            using var writer = new StreamWriter(entry.Open());
            writer.Write(text);
        }

        return path;
    }

    public RawSpectra Run(params string[] archives) => Run(new RawParameters(), archives);

    public RawSpectra Run(RawParameters parameters, params string[] archives)
    {
        var files = new RawFiles([.. archives.Select(path => new ArchiveFile(path, "digest", new FileInfo(path).Length))], Simulated: true);
        return ReadSpectra.Run(files, parameters, Stage());
    }

    /// <summary>Runs the stage as on measured data.</summary>
    public RawSpectra RunMeasured(params ArchiveFile[] archives) => ReadSpectra.Run(new RawFiles([.. archives], Simulated: false), new RawParameters(), Stage());

    public StageContext Stage(CancellationToken cancellation = default)
    {
        LastDestination = Directory.CreateDirectory(Path.Combine(folder, $"run{++runs}")).FullName;
        return new StageContext(LastDestination, folder, new Recorder(Reports), cancellation);
    }

    public string LastDestination { get; private set; } = "";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed class Recorder(List<StageProgress> reports) : IProgress<StageProgress>
    {
        public void Report(StageProgress value)
        {
            lock (reports)
                reports.Add(value);
        }
    }
}
