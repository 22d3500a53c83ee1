using System.Security.Cryptography;
using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

/// <summary>Stages 01 to 05 on two of the archives that may lie beside the repository; tests that need them skip where they do not.</summary>
public sealed class RealArchives : IDisposable
{
    private static readonly string[] Names = ["LR-Raman.zip", "excellent_oriented.zip"]; // the largest archive would only make the tests slow

    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-real-").FullName;
    private readonly Lazy<GeocodedLocalities> geocoded;
    private readonly Lazy<RawSpectra> raw;
    private int stages;

    public RealArchives()
    {
        raw = new(() => ReadSpectra.Run(Files(), new RawParameters(), Stage()));
        geocoded = new(() => GeocodeLocalities.Run(raw.Value, Geography.KeptAnswers.None, new GeocodedParameters(), Stage()));
    }

    /// <summary>Stage 01; skips the test if the archives are not there.</summary>
    public RawSpectra Raw => raw.Value;

    /// <summary>Stage 02.</summary>
    public GeocodedLocalities Geocoded => geocoded.Value;

    /// <summary>The rows that stages 03 to 05 make of them.</summary>
    internal FlowRows Rows()
    {
        var joined = JoinCountries.Run(Raw, Geocoded, new CountryPolygons(null, ""), new JoinedParameters(), Stage());
        var resampled = ResampleSpectra.Run(Raw, joined, new ResampledParameters { Points = 64 }, Stage());
        return FlowRows.Of(Raw, joined, resampled, AssignFolds.Run(joined, resampled, new FoldsParameters(), Stage()));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Folder of the repository; empty if the tests run elsewhere.</summary>
    internal static string Root()
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "RruffGeo.sln")))
            root = Path.GetDirectoryName(root);
        return root ?? "";
    }

    private static RawFiles Files()
    {
        var shared = Path.GetFullPath(Path.Combine(Root(), "..", "shared", "data", "rruff"));
        Assert.SkipUnless(Directory.Exists(shared), "needs ../shared/data/rruff, which is not part of the repository");
        return new RawFiles(
            [
                .. Names.Select(name => Path.Combine(shared, name))
                    .Select(path => new ArchiveFile(path, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), new FileInfo(path).Length)),
            ],
            Simulated: false);
    }

    private StageContext Stage()
    {
        var place = Path.Combine(folder, $"stage-{stages++}");
        return new StageContext(
            Directory.CreateDirectory(Path.Combine(place, "out")).FullName, Directory.CreateDirectory(Path.Combine(place, "scratch")).FullName,
            new Progress<StageProgress>(), TestContext.Current.CancellationToken);
    }
}
