namespace RruffGeo.Spectra;

/// <summary>A spectrum as read from a file of any format.</summary>
/// <param name="Format">The format that the file's content was found to have.</param>
/// <param name="Labels">What the file says of itself, in its order; empty where the format has no room for it.</param>
/// <param name="Wavenumbers">Raman shift, cm⁻¹, finite, strictly increasing; length n ≥ 4.</param>
/// <param name="Intensities">Arbitrary units, finite, not all equal; length n.</param>
/// <param name="Diagnostics">What was noticed, lines left out first in the order of the file.</param>
public sealed record SpectrumFile(
    SpectrumFormat Format, IReadOnlyList<KeyValuePair<string, string>> Labels,
    float[] Wavenumbers, float[] Intensities, IReadOnlyList<Diagnostic> Diagnostics);
