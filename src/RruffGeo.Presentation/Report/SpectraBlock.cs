using System.Collections.Immutable;

namespace RruffGeo.Presentation.Report;

/// <summary>A measured curve: wavenumbers, cm⁻¹, increasing, and intensities, a.u., of the same length.</summary>
public sealed record ViewedCurve(ImmutableArray<float> Wavenumbers, ImmutableArray<float> Intensities);

/// <summary>One measurement for the viewer: as measured, processed, or both.</summary>
/// <param name="Species">Mineral species.</param>
/// <param name="Label">Specimen, country, laser.</param>
/// <param name="Raw">The RAW file's curve; null if there is none.</param>
/// <param name="Processed">The Processed file's curve; null if there is none.</param>
public sealed record ViewedSpectrum(string Species, string Label, ViewedCurve? Raw, ViewedCurve? Processed);

/// <summary>A viewer of spectra.</summary>
/// <param name="Caption">What can be seen, and how it was chosen.</param>
/// <param name="Spectra">The spectra, species by species; a bounded sample.</param>
public sealed record SpectraBlock(string Caption, ImmutableArray<ViewedSpectrum> Spectra) : Block
{
    /// <summary>Spectra beyond this are refused, so that a page stays small.</summary>
    public const int MostSpectra = 24;

    /// <summary>Points of a curve in the page.</summary>
    public const int Points = 512;

    /// <summary>The spectra, species by species.</summary>
    public ImmutableArray<ViewedSpectrum> Spectra { get; } = Spectra.Length <= MostSpectra
        ? Spectra
        : throw new ArgumentException($"Found {Spectra.Length} spectra, expected {MostSpectra} at most.", nameof(Spectra));

    /// <summary>The files that its numbers come from; none if that is not known.</summary>
    public ImmutableArray<ArtifactFile> From { get; init; } = [];
}
