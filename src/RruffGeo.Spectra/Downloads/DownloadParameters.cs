namespace RruffGeo.Spectra;

/// <summary>Which archives are fetched when none are given.</summary>
/// <remarks>In no stage's key: the archives' own digests are.</remarks>
public sealed record DownloadParameters
{
    /// <summary>
    /// <c>high-resolution</c> (all archives but LR-Raman.zip), <c>all</c>, or names separated by commas. Paper: not stated; ours is the
    /// high-resolution set, RAW and Processed, oriented and unoriented, which is one declared reading.
    /// </summary>
    public string Archives { get; init; } = ArchiveManifest.HighResolution;

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        try
        {
            ArchiveManifest.Rruff.Select(Archives);
        }
        catch (ArgumentException unknown)
        {
            throw new ArgumentException(unknown.Message.Split(" (Parameter")[0], nameof(Archives));
        }
    }
}
