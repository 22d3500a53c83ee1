using RruffGeo.Artifacts;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>Spectra on the common grid (artifact of stage 04).</summary>
/// <param name="folder">Holds <c>resampled.parquet</c> and <c>unresampled.parquet</c>.</param>
public sealed class ResampledSpectra(string folder)
{
    internal const string Table = "resampled.parquet";
    internal const string LeftTable = "unresampled.parquet";
    internal const string OrderKey = "order";

    /// <summary>Names this artifact to the engine.</summary>
    public static Artifact<ResampledSpectra> Artifact { get; } = new("04-resampled", 1, folder => new ResampledSpectra(folder));

    /// <summary>What is known of each resampled spectrum, in the order of <c>raw.parquet</c>; no intensities are read.</summary>
    public IReadOnlyList<ResampledSpectrum> Spectra => ParquetTable.Read<ResampledSpectrum>(Path.Combine(folder, Table));

    /// <summary>Usable rows of stage 03 that could not be resampled, with the reason.</summary>
    public IReadOnlyList<UnresampledSpectrum> Left => ParquetTable.Read<UnresampledSpectrum>(Path.Combine(folder, LeftTable));

    /// <summary>First and last wavenumber of the grid (cm⁻¹, both included) and the number of points L.</summary>
    public ResamplingGrid Grid => ResamplingGrid.Parse(ParquetTable.ReadMetadata(Path.Combine(folder, Table)));

    /// <summary>The order of normalising, interpolating and padding by which they were put there.</summary>
    /// <exception cref="InvalidDataException">The table does not say it.</exception>
    public ResamplingOrder Order => ParquetTable.ReadMetadata(Path.Combine(folder, Table)).TryGetValue(OrderKey, out var order) && Enum.TryParse<ResamplingOrder>(order, out var value)
        ? value
        : throw new InvalidDataException("resampled.parquet does not say in what order it was normalised and interpolated. Run --target=Resampled again.");

    /// <summary>The intensities of all <see cref="Spectra"/>, row after row: rows × L values, 0 outside the native range.</summary>
    public float[] ReadIntensities() => ParquetTable.ReadFloats(Path.Combine(folder, Table), "intensities");
}
