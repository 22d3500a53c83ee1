using System.Collections.Immutable;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>How far the readings of the paper's preprocessing lie apart (SCIENCE 5.5).</summary>
/// <param name="Spectra">Spectra compared.</param>
/// <param name="Distances">For orders B, C and D: root of the mean squared difference from order A over all grid points of all spectra.</param>
internal sealed record OrderEffect(int Spectra, ImmutableArray<(ResamplingOrder Order, double Distance)> Distances)
{
    private static readonly ImmutableArray<ResamplingOrder> Others = [ResamplingOrder.B, ResamplingOrder.C, ResamplingOrder.D];

    public static OrderEffect Of(IReadOnlyList<RawSpectrum> spectra, WavenumberGrid grid, CancellationToken cancellation)
    {
        var (first, other) = (new float[grid.Points], new float[grid.Points]);
        var squares = new double[Others.Length];
        foreach (var spectrum in spectra)
        {
            cancellation.ThrowIfCancellationRequested();
            Resampling.Resample(spectrum.Wavenumbers, spectrum.Intensities, grid, ResamplingOrder.A, first);
            for (var order = 0; order < Others.Length; order++)
            {
                Resampling.Resample(spectrum.Wavenumbers, spectrum.Intensities, grid, Others[order], other);
                for (var i = 0; i < grid.Points; i++)
                    squares[order] += ((double)other[i] - first[i]) * ((double)other[i] - first[i]);
            }
        }

        return new OrderEffect(spectra.Count, [.. Others.Select((order, place) => (order, Math.Sqrt(squares[place] / Math.Max(1L, (long)spectra.Count * grid.Points))))]);
    }
}
