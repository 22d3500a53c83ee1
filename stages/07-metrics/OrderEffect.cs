using System.Collections.Immutable;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>How far the readings of the paper's preprocessing lie apart (SCIENCE 5.5).</summary>
internal static class OrderEffect
{
    /// <summary>Spectra on which the orders are compared: the first of the learning task.</summary>
    public const int Compared = 256;

    private static readonly ImmutableArray<ResamplingOrder> Others = [ResamplingOrder.B, ResamplingOrder.C, ResamplingOrder.D];

    /// <summary>Orders B, C and D beside order A, on the first spectra of the learning task and its grid.</summary>
    public static IReadOnlyList<OrderDistance> Of(RawSpectra raw, ResampledSpectra resampled, CancellationToken cancellation)
    {
        var used = resampled.Spectra.Take(Compared).Select(spectrum => spectrum.SpectrumId).ToHashSet(StringComparer.Ordinal);
        return Of(used.Count == 0 ? [] : raw.ReadSpectra(used), resampled.Grid.ToWavenumbers(), cancellation);
    }

    /// <summary>The same of any spectra; nothing without spectra.</summary>
    public static IReadOnlyList<OrderDistance> Of(IReadOnlyList<RawSpectrum> spectra, WavenumberGrid grid, CancellationToken cancellation)
    {
        if (spectra.Count == 0)
            return [];
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

        return
        [
            .. Others.Select((order, place) => new OrderDistance
            {
                Order = order.ToString(),
                Spectra = spectra.Count,
                Distance = Math.Sqrt(squares[place] / ((double)spectra.Count * grid.Points)),
            }),
        ];
    }
}
