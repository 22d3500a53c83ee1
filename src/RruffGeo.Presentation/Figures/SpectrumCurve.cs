using System.Collections.Immutable;

namespace RruffGeo.Presentation.Figures;

/// <summary>A spectrum to draw.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Wavenumbers">Raman shift, cm⁻¹, increasing; length n ≥ 1.</param>
/// <param name="Intensities">Intensity; length n.</param>
public sealed record SpectrumCurve(string Label, ImmutableArray<float> Wavenumbers, ImmutableArray<float> Intensities)
{
    /// <summary>Values for a line, thinned to the lowest and highest of each of <paramref name="columns"/> columns so that no band is lost.</summary>
    internal IEnumerable<(double X, double Y)> Thinned(int columns)
    {
        var width = Math.Max(1, (int)Math.Ceiling(Wavenumbers.Length / (double)columns));
        for (var start = 0; start < Wavenumbers.Length; start += width)
        {
            var end = Math.Min(start + width, Wavenumbers.Length);
            var (low, high) = (start, start);
            for (var i = start; i < end; i++)
            {
                low = Intensities[i] < Intensities[low] ? i : low;
                high = Intensities[i] > Intensities[high] ? i : high;
            }

            yield return (Wavenumbers[Math.Min(low, high)], Intensities[Math.Min(low, high)]);
            if (low != high)
                yield return (Wavenumbers[Math.Max(low, high)], Intensities[Math.Max(low, high)]);
        }
    }
}
