using System.Globalization;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>The fixed grid of L equally spaced wavenumbers (paper 4.1, A.4).</summary>
/// <param name="First">First wavenumber, cm⁻¹.</param>
/// <param name="Last">Last wavenumber, cm⁻¹, included.</param>
/// <param name="Points">L ≥ 2.</param>
public sealed record ResamplingGrid(double First, double Last, int Points)
{
    /// <summary>The grid's wavenumbers.</summary>
    public WavenumberGrid ToWavenumbers() => new(First, Last, Points);

    /// <summary>The grid as metadata of <c>resampled.parquet</c>.</summary>
    public IReadOnlyDictionary<string, string> ToMetadata() => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["grid_first"] = First.ToString("R", CultureInfo.InvariantCulture),
        ["grid_last"] = Last.ToString("R", CultureInfo.InvariantCulture),
        ["grid_points"] = Points.ToString(CultureInfo.InvariantCulture),
        ["grid_unit"] = "cm⁻¹",
    };

    /// <summary>Reads the grid from the metadata of <c>resampled.parquet</c>.</summary>
    /// <exception cref="InvalidDataException">A key is missing.</exception>
    public static ResamplingGrid Parse(IReadOnlyDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue("grid_first", out var first) || !metadata.TryGetValue("grid_last", out var last)
            || !metadata.TryGetValue("grid_points", out var points))
            throw new InvalidDataException("resampled.parquet has no grid in its metadata: expected grid_first, grid_last and grid_points.");
        return new ResamplingGrid(
            double.Parse(first, CultureInfo.InvariantCulture), double.Parse(last, CultureInfo.InvariantCulture),
            int.Parse(points, CultureInfo.InvariantCulture));
    }
}
