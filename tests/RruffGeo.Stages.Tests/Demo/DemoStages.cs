using System.Security.Cryptography;
using RruffGeo.Artifacts;
using RruffGeo.Demo;

namespace RruffGeo.Stages.Tests.Demo;

/// <summary>Stages 01 to 05 run as functions on a simulated corpus in a folder of its own; stages 06 and 07 on demand.</summary>
internal sealed class DemoStages : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-stages-").FullName;
    private int stages;

    public DemoStages(DemoParameters corpus, int points, FoldsParameters folds)
    {
        Corpus = corpus;
        var archives = Path.Combine(folder, "archives");
        DemoCorpus.Write(archives, corpus, TestContext.Current.CancellationToken);
        var files = new RawFiles(
            [.. Directory.GetFiles(archives).Order(StringComparer.Ordinal).Select(path => new ArchiveFile(path, Digest(path), new FileInfo(path).Length))],
            Simulated: true);
        Raw = ReadSpectra.Run(files, new RawParameters(), Stage());
        Geocoded = GeocodeLocalities.Run(Raw, RruffGeo.Geography.KeptAnswers.None, new GeocodedParameters(), Stage());
        Joined = JoinCountries.Run(Raw, Geocoded, new CountryPolygons(null, ""), new JoinedParameters(), Stage());
        Resampled = ResampleSpectra.Run(Raw, Joined, new ResampledParameters { Points = points }, Stage());
        Folds = AssignFolds.Run(Joined, Resampled, folds, Stage());
    }

    public DemoParameters Corpus { get; }

    public RawSpectra Raw { get; }

    public GeocodedLocalities Geocoded { get; }

    public JoinedSpectra Joined { get; }

    public ResampledSpectra Resampled { get; }

    public AssignedFolds Folds { get; }

    /// <summary>Share of the rows that the largest class holds.</summary>
    public double Majority => (double)Folds.Classes.Max(c => c.Rows) / Folds.Classes.Sum(c => c.Rows);

    public TrainedModel Train(ModelsParameters parameters, ModelBranch branch) =>
        TrainModel.Run(Resampled, Folds, parameters, branch, Stage());

    public MeasuredModels Measure(params TrainedModel[] models) => MeasureModels.Run(
        Raw, Joined, Resampled, Folds, new TrainedModels([.. models]), new FittedBaselines([]), new MetricsParameters { BootstrapDraws = 200 }, Stage());

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private StageContext Stage()
    {
        var place = Path.Combine(folder, $"stage-{stages++}");
        return new StageContext(
            Directory.CreateDirectory(Path.Combine(place, "out")).FullName, Directory.CreateDirectory(Path.Combine(place, "scratch")).FullName,
            new Progress<StageProgress>(), TestContext.Current.CancellationToken);
    }

    private static string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
