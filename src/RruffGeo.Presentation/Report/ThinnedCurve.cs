using System.Collections.Immutable;

namespace RruffGeo.Presentation.Report;

/// <summary>Makes a curve small enough for a page without losing its bands.</summary>
internal static class ThinnedCurve
{
    /// <summary>The largest intensity of each of <paramref name="steps"/> equal stretches of <paramref name="first"/> … <paramref name="last"/>, cm⁻¹; null where nothing was measured.</summary>
    public static ImmutableArray<double?> Of(ViewedCurve curve, float first, float last, int steps)
    {
        var thinned = new double?[steps];
        foreach (var (wavenumber, intensity) in curve.Wavenumbers.Zip(curve.Intensities))
        {
            if (!(wavenumber >= first && wavenumber <= last) || !float.IsFinite(intensity))
                continue;
            var step = Math.Min((int)(steps * (wavenumber - first) / (last - first)), steps - 1);
            thinned[step] = thinned[step] is { } known && known >= intensity ? known : intensity;
        }

        return [.. thinned];
    }
}
