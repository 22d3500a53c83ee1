using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

/// <summary>Artifacts of stages 01, 03 and 04 written from rows given in a test, and a folder for what stages make of them.</summary>
internal sealed class ConstructedCorpus : IDisposable
{
    private const int Points = 32;
    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-constructed-").FullName;

    public ConstructedCorpus(IReadOnlyList<ConstructedSpectrum> spectra)
    {
        ParquetTable.Write(Path.Combine(folder, "joined.parquet"), spectra.Select(row => new JoinedSpectrum
        {
            SpectrumId = row.Id,
            Kind = "RAW",
            Mineral = row.Mineral,
            Specimen = row.Specimen,
            Acquisition = row.Acquisition,
            LocalityGroup = row.Locality,
            Country = row.Country,
            JoinRule = "inside",
            Latitude = row.Latitude,
            Longitude = 0,
            Precision = row.Precision,
        }).ToArray());
        string[] named = [.. spectra.Select(row => row.Country).Distinct().Order(StringComparer.Ordinal)];
        ParquetTable.Write(Path.Combine(folder, "places.parquet"), named.Select((country, i) => new CountryPlace
        {
            Country = country,
            LabelLatitude = 10 * i,
            Continent = i < 2 ? "Europe" : "Asia",
            Region = $"region {i}",
        }).ToArray());
        ParquetTable.Write(Path.Combine(folder, "raw.parquet"), spectra.Select((row, i) => new RawRow
        {
            SpectrumId = row.Id,
            Kind = "RAW",
            Specimen = row.Specimen,
            FirstWavenumber = 100,
            LastWavenumber = 410,
            Wavenumbers = [100, 200, 300, 410],
            Intensities = [0, 1, i, 0],
        }).ToArray());
        ParquetTable.Write(Path.Combine(folder, "resampled.parquet"), spectra.Select(row => new StoredSpectrum
        {
            SpectrumId = row.Id,
            NativeFirst = row.NativeFirst,
            NativeLast = 410,
            Intensities = Spread(row.Direction),
        }).ToArray(), new SortedDictionary<string, string>(new ResamplingGrid(100, 410, Points).ToMetadata().ToDictionary()) { ["order"] = "A" });
    }

    public JoinedSpectra Joined => new(folder);

    public ResampledSpectra Resampled => new(folder);

    public RawSpectra Raw => new(folder);

    public StageContext Stage(string name)
    {
        var destination = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        return new StageContext(destination, destination, new Progress<StageProgress>(), TestContext.Current.CancellationToken);
    }

    /// <summary>Writes the archives of stage 01: one, simulated or not.</summary>
    public void WriteArchives(DataKind kind) =>
        ParquetTable.Write<ArchiveReport>(Path.Combine(folder, "archives.parquet"), [new() { Archive = "a.zip", Simulated = kind == DataKind.Simulated }]);

    public AssignedFolds AssignFolds(FoldsParameters parameters) =>
        Stages.AssignFolds.Run(Joined, Resampled, parameters, Stage("05-folds"));

    /// <summary>Writes folds chosen by hand: for each protocol one fold a spectrum, classes in ordinal order of country.</summary>
    public AssignedFolds WriteFolds(params (string Protocol, int[] Folds)[] protocols)
    {
        var joined = Joined.Spectra;
        string[] countries = [.. joined.Select(row => row.Country).Distinct().Order(StringComparer.Ordinal)];
        ParquetTable.Write(Path.Combine(folder, "classes.parquet"), countries.Select((country, i) => new CountryClass
        {
            Class = i,
            Country = country,
            Rows = joined.Count(row => row.Country == country),
        }).ToArray());
        ParquetTable.Write(Path.Combine(folder, "folds.parquet"), protocols.SelectMany(protocol => protocol.Folds.Select((fold, row) => new FoldAssignment
        {
            Protocol = protocol.Protocol,
            SpectrumId = joined[row].SpectrumId,
            Class = Array.IndexOf(countries, joined[row].Country),
            Fold = fold,
        })).ToArray());
        return new AssignedFolds(folder);
    }

    /// <summary>Writes a trained branch whose logits are 2 for the class that is predicted and 0 for the others.</summary>
    public TrainedModel WriteBranch(AssignedFolds folds, ModelBranch branch, IReadOnlyDictionary<string, int> predicted) =>
        WriteBranch(folds, branch, row => [.. folds.Classes.Select(country => country.Class == predicted[row.SpectrumId] ? 2f : 0)]);

    /// <summary>Writes a trained branch with any logits.</summary>
    public TrainedModel WriteBranch(AssignedFolds folds, ModelBranch branch, Func<FoldAssignment, float[]> logits)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, $"{branch.Protocol}-{branch.Model}-{branch.Fold}")).FullName;
        ParquetTable.Write(Path.Combine(place, "predictions.parquet"), folds.Assignments
            .Where(row => row.Protocol == branch.Protocol && row.Fold == branch.Fold)
            .Select(row => new HeldOutPrediction { SpectrumId = row.SpectrumId, Class = row.Class, Logits = logits(row) }).ToArray());
        return new TrainedModel(branch, place);
    }

    public MeasuredModels Measure(AssignedFolds folds, params TrainedModel[] branches) => MeasureModels.Run(
        Raw, Joined, Resampled, folds, new TrainedModels([.. branches]), new FittedBaselines([]), new MetricsParameters { BootstrapDraws = 400 }, Stage("07-metrics"));

    /// <summary>Replaces what was measured of the folds.</summary>
    public void Calibrate(IEnumerable<FoldCalibration> calibrations) =>
        ParquetTable.Write(Path.Combine(folder, "07-metrics", "fold_calibration.parquet"), calibrations.ToArray());

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A spectrum of two bands; spectra of like direction are near each other.</summary>
    private static float[] Spread(double direction)
    {
        var intensities = new float[Points];
        intensities[10] = (float)Math.Cos(direction);
        intensities[20] = (float)Math.Sin(direction);
        return intensities;
    }

    private sealed record StoredSpectrum
    {
        public string SpectrumId { get; init; } = "";

        [Unit("cm⁻¹")]
        public float NativeFirst { get; init; }

        [Unit("cm⁻¹")]
        public float NativeLast { get; init; }

        [Unit("1")]
        public float PaddingShare { get; init; }

        [Unit("1")]
        public float[] Intensities { get; init; } = [];
    }
}

/// <summary>A spectrum of a constructed corpus; angle of its two bands in radians, 0 … π/2.</summary>
internal sealed record ConstructedSpectrum(string Id, string Country, string Specimen)
{
    public string Acquisition { get; init; } = Id;

    public string Mineral { get; init; } = "Quartz";

    public string Locality { get; init; } = Specimen;

    public double Direction { get; init; }

    public float NativeFirst { get; init; } = 100;

    public double Latitude { get; init; }

    public string Precision { get; init; } = "city";
}
