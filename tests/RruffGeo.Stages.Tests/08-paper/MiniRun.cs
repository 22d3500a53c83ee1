using System.Globalization;
using RruffGeo.Artifacts;
using RruffGeo.Stages;

namespace RruffGeo.Stages.Tests;

/// <summary>Made-up artifacts of stages 01–07: 12 specimens of 3 minerals in 4 countries, hostile names among them.</summary>
internal sealed class MiniRun : IDisposable
{
    public const string HostileMineral = "<script>alert(\"x\")</script>";
    public const string HostileCountry = "=HYPERLINK(\"http://evil\",\"x\")";
    private const int Grid = 64;

    private static readonly string[] Artifacts = ["01-raw", "02-geocoded", "03-joined", "04-resampled", "05-folds", "06-models/row/convnext1d/fold-0", "07-metrics"];

    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-paper-").FullName;
    private readonly string[] countries;
    private readonly string[] protocols;

    public MiniRun(DataKind kind = DataKind.Measured, string[]? countries = null, string[]? protocols = null)
    {
        this.countries = countries ?? ["United States of America", "Mexico", "Czechia", HostileCountry];
        this.protocols = protocols ?? ["row", "specimen"];
        Directory.CreateDirectory(Path.Combine(folder, "out"));
        WriteRaw(kind);
        WriteGeography();
        WriteResampled();
        WriteFolds();
        MetricsOfMiniRun.Write(folder, this.countries, this.protocols);
    }

    public string Destination => Path.Combine(folder, "out");

    private int Rows => countries.Length * 6;

    public PaperFiles WritePaper() => Stages.WritePaper.Run(
        new RawSpectra(folder), new GeocodedLocalities(folder), new JoinedSpectra(folder), new ResampledSpectra(folder), new AssignedFolds(folder),
        new TrainedModels([.. protocols.Select(p => new TrainedModel(new ModelBranch(p, "convnext1d", 0), folder))]),
        new MeasuredModels(folder), Files, new PaperParameters(), new StageContext(Destination, folder, new Progress<StageProgress>(), TestContext.Current.CancellationToken));

    // All artifacts of a mini run lie in one folder.
    private ArtifactFiles Files => new(Artifacts.ToDictionary(name => name, _ => folder));

    /// <summary>Takes away what is said of the network over all folds, as if fold 0 alone had been trained.</summary>
    public void KeepSingleFold()
    {
        var metrics = ParquetTable.Read<MetricValue>(At("metrics.parquet"));
        ParquetTable.Write(At("metrics.parquet"), metrics.Where(m => m.Model != "convnext1d" || m.Fold == "0").ToList());
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Destination, name));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string At(string name) => Path.Combine(folder, name);

    private static string Id(int row) => $"id{row.ToString("00", CultureInfo.InvariantCulture)}";

    private static string Mineral(int row) => (row % 3) switch { 0 => "Quartz", 1 => "Albite", _ => HostileMineral };

    private string Country(int row) => countries[row / 6];

    private void WriteRaw(DataKind kind)
    {
        ParquetTable.Write(At("archives.parquet"), new List<ArchiveReport>
        {
            new() { Archive = "mini.zip", Sha256 = new string('a', 64), Bytes = 1234, Members = Rows + 2, Spectra = Rows, Rejected = 1, Notes = 1, State = "unknown", Vintage = "2026-03-19", Simulated = kind == DataKind.Simulated },
        });
        LoadReportOfMiniRun.Write(folder, kind);
        ParquetTable.Write(At("rejected.parquet"), new List<RejectedInput>
        {
            new() { Archive = "mini.zip", Member = "a<b>.txt", Scope = "file", Code = "constant-intensity", Reason = "all 100 intensities are 0 & nothing else" },
        });
        ParquetTable.Write(At("raw.parquet"), Enumerable.Range(0, Rows).Select(row => new RawRow
        {
            SpectrumId = Id(row),
            Archive = "mini.zip",
            Member = $"{row}.txt",
            Kind = row % 2 == 0 ? "RAW" : "Processed",
            Mineral = Mineral(row),
            RruffId = $"R0{row / 2:00000}",
            Specimen = $"R0{row / 2:00000}",
            Acquisition = $"R0{row / 2:00000}|532",
            LaserNanometres = row % 4 == 0 ? 785 : 532,
            Orientation = "unoriented",
            Points = 200,
            Locality = "\"The 'mine'\", Sonora, Mexico",
            FirstWavenumber = 150,
            LastWavenumber = 1145,
            Diagnostics = row == 0 ? "crlf;entities" : "",
            Wavenumbers = [.. Enumerable.Range(0, 200).Select(i => 150f + (5 * i))],
            Intensities = [.. Enumerable.Range(0, 200).Select(i => 100f * Band(i, 40 + row) + 5)],
        }).ToList());
    }

    private static float Band(int i, int centre) => 1f / (1 + ((i - centre) * (i - centre) / 20f));

    private void WriteGeography()
    {
        ParquetTable.Write(At("geocoded.parquet"), new List<GeocodedLocality>
        {
            new() { Locality = "Sonora (old name), Mexico", Cleaned = "Sonora, Mexico", Removed = "old name", Candidates = "Sonora, Mexico\nMexico", Geocoder = "Gazetteer", Matched = "Mexico", Depth = 1, Latitude = 20, Longitude = -100, Precision = "country", Status = "found", TokenCountry = "Mexico", Why = "country" },
            new() { Locality = "unknown", Cleaned = "unknown", Status = "not-found", Why = "no country" },
        });
        ParquetTable.Write(At("joined.parquet"), Enumerable.Range(0, Rows).Select(row => new JoinedSpectrum
        {
            SpectrumId = Id(row),
            Kind = row % 2 == 0 ? "RAW" : "Processed",
            Mineral = Mineral(row),
            Specimen = $"R0{row / 2:00000}",
            Country = Country(row),
            Latitude = 20,
            Longitude = -100,
            Precision = "country",
            JoinRule = "inside",
        }).ToList(), new Dictionary<string, string> { ["polygons"] = "made-up polygons", ["polygon_repairs"] = "Egypt: Ring Self-intersection; repaired" });
        ParquetTable.Write(At("countries.parquet"), countries.Select((country, rank) => new CountryCount
        {
            Rank = rank + 1,
            Country = country,
            Samples = 6,
            Specimens = 3,
            CumulativePercent = 100.0 * (rank + 1) / countries.Length,
        }).ToList());
        ParquetTable.Write(At("placements.parquet"), new List<PlacementClass>
        {
            new() { Precision = "country", Samples = Rows, SamplesPercent = 100, Localities = 1, LocalitiesPercent = 50, Inside = Rows }, new() { Reason = "unknown", Localities = 1, LocalitiesPercent = 50 },
        });
        ParquetTable.Write(At("suspicious.parquet"), new List<SuspiciousLocality> { new() { LocalityId = "0123456789ab", Locality = HostileMineral, Samples = 1, Signs = "in-no-polygon;uncertain", Matched = HostileCountry } });
        ParquetTable.Write(At("synthetic_cases.parquet"), new List<SyntheticCase> { new() { SpectrumId = Id(0), Mineral = HostileMineral, Locality = "grown <in> a jar", Case = "not-caught", Found = "grown in locality" } });
        ParquetTable.Write(At("species.parquet"), new[] { "Albite", HostileMineral, "Quartz" }.Select((mineral, rank) => new SpeciesCount { Rank = rank + 1, Mineral = mineral, Samples = Rows / 3 }).ToList());
        ParquetTable.Write(At("counts.parquet"), new List<NamedCount>
        {
            new() { Name = "samples", Count = Rows, Percent = 100 }, new() { Name = "natural", Count = Rows, Percent = 100 }, new() { Name = "synthetic", Count = 0, Percent = 0 },
            new() { Name = "with_coordinates", Count = Rows, Percent = 100 }, new() { Name = "without_coordinates", Count = 0, Percent = 0 },
            new() { Name = "species", Count = 3, Percent = 0 }, new() { Name = "countries", Count = countries.Length, Percent = 0 },
        });
    }

    private void WriteResampled()
    {
        var grid = new ResamplingGrid(0, 1575, Grid);
        ParquetTable.Write(At("resampled.parquet"), Enumerable.Range(0, Rows).Select(row => new ResampledIntensities
        {
            SpectrumId = Id(row),
            NativeFirst = 150,
            NativeLast = 1145,
            PaddingShare = 0.375f,
            Intensities = [.. Enumerable.Range(0, Grid).Select(i => i * 25 is < 150 or > 1145 ? 0 : Band(i * 5 - 30, 40 + row))],
        }).ToList(), grid.ToMetadata());
        ParquetTable.Write(At("unresampled.parquet"), new List<UnresampledSpectrum> { new() { SpectrumId = "idxx", Code = "too-short", Reason = "3 points, expected at least 4" } });
    }

    private void WriteFolds()
    {
        ParquetTable.Write(At("folds.parquet"), new List<FoldAssignment> { new() { Protocol = protocols.FirstOrDefault() ?? "row", SpectrumId = Id(0) } });
        ParquetTable.Write(At("classes.parquet"), countries.Select((country, index) => new CountryClass { Class = index, Country = country, Rows = 6, Specimens = 3 }).ToList());
        ParquetTable.Write(At("warnings.parquet"), new List<FoldWarning> { new() { Protocol = "specimen", Country = countries[0], Code = "fewer-groups-than-folds", Message = "3 specimens, 5 folds" } });
    }
}

internal enum DataKind
{
    Measured,
    Simulated,
}
