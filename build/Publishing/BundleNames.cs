namespace RruffGeo.Build.Publishing;

/// <summary>The names of what a bundle holds.</summary>
internal static class BundleNames
{
    public const string Checksums = "SHA256SUMS";
    public const string Readme = "README.md";
    public const string Licence = "LICENSE";
    public const string Attributions = "ATTRIBUTIONS.md";
    public const string FontLicence = "LICENSES/DejaVuSans.txt";
    public const string GeographyNotice = "LICENSES/geographic-data.md";
    public const string Citation = "CITATION.cff";
    public const string Crate = "ro-crate-metadata.json";
    public const string Statement = "provenance.intoto.json";
    public const string Lock = "paper.lock";
    public const string Manifests = "manifests/";

    /// <summary>What a bundle of simulated data says of itself, in its file name too.</summary>
    public const string Simulated = "simulated";

    /// <summary>Folders of the stages whose artifacts are published whole. Those of other stages hold spectra, or what can be had from these.</summary>
    public static IReadOnlyList<string> PublishedStages { get; } = ["05-folds", "07-metrics", "08-paper"];

    /// <summary>File name of a run's bundle.</summary>
    public static string FileOf(string run, bool simulated) =>
        simulated && !run.Contains(Simulated, StringComparison.OrdinalIgnoreCase) ? $"rruffgeo-{run}-{Simulated}.zip" : $"rruffgeo-{run}.zip";

    /// <summary>Where a stage's record lies in the bundle.</summary>
    public static string ManifestOf(string stageAndBranch) => $"{Manifests}{stageAndBranch}.json";
}
