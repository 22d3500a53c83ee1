namespace RruffGeo.Spectra;

/// <summary>One spectrum file as read.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Wavenumbers">Raman shift, cm⁻¹, finite, strictly increasing; length n ≥ 4.</param>
/// <param name="Intensities">Arbitrary units, finite, not all equal; length n.</param>
/// <param name="Diagnostics">What was noticed, lines left out first in the order of the file.</param>
public sealed record RruffFile(
    RruffHeader Header, float[] Wavenumbers, float[] Intensities, IReadOnlyList<Diagnostic> Diagnostics);
