using RruffGeo.Artifacts;
using RruffGeo.Evaluation;
using RruffGeo.Stages;

namespace RruffGeo.Build.Bench;

/// <summary>Artifacts of stages 01 and 03 made up from a seed, and those of 04 to 06 that follow: something of full size for stage 07 to measure.</summary>
/// <param name="folder">An empty folder.</param>
internal sealed class SyntheticRun(string folder)
{
    /// <summary>Spectra.</summary>
    public const int Rows = 12_000;

    /// <summary>Countries.</summary>
    public const int Classes = 100;

    /// <summary>Points of the grid.</summary>
    public const int GridPoints = 2048;

    /// <summary>Protocols of the folds.</summary>
    public const string Protocols = "row,twin,specimen,locality,species";

    private const int RowsOfSpecimen = 4, Species = 400, Bands = 8, NativePoints = 1300, Noise = 1000;
    private const uint Seed = 20;

    private readonly MersenneTwister random = new(Seed);

    /// <summary>Stage 01.</summary>
    public RawSpectra Raw => new(At("01-raw"));

    /// <summary>Stage 03.</summary>
    public JoinedSpectra Joined => new(At("03-joined"));

    /// <summary>Writes stages 01 and 03: specimens of two measurements, each RAW and Processed; half of all rows in the ten largest countries.</summary>
    public void WriteSpectra()
    {
        var (raw, joined) = (new List<MadeUpSpectrum>(), new List<JoinedSpectrum>());
        var bands = Enumerable.Range(0, Species * Bands).Select(_ => 120 + Upto(1150)).ToArray();
        for (var specimen = 0; specimen < Rows / RowsOfSpecimen; specimen++)
        {
            var (country, species, shift) = (specimen < Classes ? specimen : Math.Min(Upto(Classes - 1), Upto(Classes - 1)), Upto(Species - 1), Upto(6) - 3);
            for (var row = 0; row < RowsOfSpecimen; row++)
            {
                var id = $"s{(specimen * RowsOfSpecimen) + row:D5}";
                raw.Add(Spectrum(id, specimen, row, bands.AsSpan(species * Bands, Bands), shift));
                joined.Add(new JoinedSpectrum
                {
                    SpectrumId = id,
                    Kind = raw[^1].Kind,
                    Mineral = $"Mineral {species}",
                    Specimen = raw[^1].Specimen,
                    Acquisition = raw[^1].Acquisition,
                    LocalityGroup = $"place {specimen / 2}",
                    Country = Country(country),
                    JoinRule = "inside",
                    Precision = "city",
                    Latitude = country % 80,
                    Longitude = country,
                });
            }
        }

        ParquetTable.Write(Path.Combine(At("01-raw"), "raw.parquet"), raw);
        ParquetTable.Write(Path.Combine(At("03-joined"), "joined.parquet"), joined);
        ParquetTable.Write(Path.Combine(At("03-joined"), "places.parquet"), Enumerable.Range(0, Classes).Select(country => new CountryPlace
        {
            Country = Country(country),
            LabelLatitude = country % 80,
            LabelLongitude = country,
            Continent = $"continent {country % 6}",
            Region = $"region {country % 20}",
        }).ToArray());
    }

    /// <summary>Writes the held-out logits of a model under every protocol and fold: the right class is ahead in about half of the rows.</summary>
    public IEnumerable<T> Predict<T>(AssignedFolds folds, string model, Func<ModelBranch, string, T> open)
    {
        foreach (var part in folds.Assignments.GroupBy(row => (row.Protocol, row.Fold)))
        {
            var branch = new ModelBranch(part.Key.Protocol, model, part.Key.Fold);
            var place = At($"06/{branch.Protocol}-{model}-{branch.Fold}");
            ParquetTable.Write(Path.Combine(place, "predictions.parquet"), part.Select(row => new HeldOutPrediction
            {
                SpectrumId = row.SpectrumId,
                Class = row.Class,
                Logits = [.. Enumerable.Range(0, Classes).Select(c => (Upto(Noise) / 250f) + (c == row.Class ? 2.2f : 0))],
            }).ToArray());
            yield return open(branch, place);
        }
    }

    /// <summary>Where a stage writes.</summary>
    public StageContext Stage(string name, IProgress<StageProgress> progress, CancellationToken cancellation) => new(At(name), folder, progress, cancellation);

    private MadeUpSpectrum Spectrum(string id, int specimen, int row, ReadOnlySpan<int> bands, int shift)
    {
        var (x, y) = (new float[NativePoints], new float[NativePoints]);
        for (var i = 0; i < NativePoints; i++)
            (x[i], y[i]) = (100 + i, (0.4f * i) + (Upto(Noise) / 40f));
        foreach (var band in bands)
            for (var i = Math.Max(0, band - 140); i < Math.Min(NativePoints, band - 60); i++)
                y[i] += 600 / (1 + (float)Math.Pow((i + 100 - band - shift) / 5.0, 2));
        return new MadeUpSpectrum
        {
            SpectrumId = id,
            Archive = "made-up.zip",
            Kind = row % 2 == 0 ? "RAW" : "Processed",
            Mineral = "made up",
            RruffId = $"R{specimen:D6}",
            Specimen = $"R{specimen:D6}",
            Acquisition = $"R{specimen:D6}|{row / 2}",
            LaserNanometres = row / 2 == 0 ? 532 : 785,
            Points = NativePoints,
            FirstWavenumber = x[0],
            LastWavenumber = x[^1],
            Wavenumbers = x,
            Intensities = y,
        };
    }

    private int Upto(int largest) => (int)random.NextUpTo((uint)largest);

    private string At(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    private static string Country(int country) => $"Country {country:D3}";
}

/// <summary>A whole row of <c>raw.parquet</c>.</summary>
internal sealed record MadeUpSpectrum : SpectrumDescription
{
    /// <summary>Raman shift.</summary>
    [Unit("cm⁻¹")]
    public float[] Wavenumbers { get; init; } = [];

    /// <summary>Intensities.</summary>
    [Unit("a.u.")]
    public float[] Intensities { get; init; } = [];
}
