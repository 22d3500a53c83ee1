using RruffGeo.Artifacts;
using RruffGeo.Geography;

namespace RruffGeo.Stages.Tests;

/// <summary>A <c>raw.parquet</c> written from descriptions given in a test, and stages 02 and 03 run on it.</summary>
internal sealed class LocalityCorpus : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-localities-").FullName;

    public LocalityCorpus(params SpectrumDescription[] spectra) =>
        ParquetTable.Write(Path.Combine(folder, "raw.parquet"), spectra.Select((row, i) => row with { SpectrumId = $"{i:D4}", Kind = "RAW" }).ToArray());

    public RawSpectra Raw => new(folder);

    public static LocalityCorpus At(params string[] localities) =>
        new([.. localities.Select((locality, i) => Quartz(locality) with { Specimen = $"R{i:D6}" })]);

    public static SpectrumDescription Quartz(string locality) => new() { Mineral = "Quartz", Specimen = "R040031", Locality = locality };

    public GeocodedLocalities Geocode() => Geocode(new GeocodedParameters(), KeptAnswers.None);

    public GeocodedLocalities Geocode(GeocodedParameters parameters) => Geocode(parameters, KeptAnswers.None);

    public GeocodedLocalities Geocode(GeocodedParameters parameters, KeptAnswers answers) => GeocodeLocalities.Run(Raw, answers, parameters, Stage("02-geocoded"));

    public JoinedSpectra Join(JoinedParameters? parameters = null) => JoinWith(Geocode(), parameters ?? new JoinedParameters());

    public JoinedSpectra JoinWith(GeocodedLocalities geocoded, JoinedParameters parameters) => JoinCountries.Run(
        new RawSpectra(folder), geocoded, new CountryPolygons(ShapefilePath: null, ""), parameters, Stage("03-joined"));

    public StageContext Stage(string name)
    {
        var destination = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        return new StageContext(destination, destination, new Progress<StageProgress>(), TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
