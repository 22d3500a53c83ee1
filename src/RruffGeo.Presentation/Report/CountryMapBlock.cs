using System.Collections.Immutable;
using RruffGeo.Presentation.Figures;

namespace RruffGeo.Presentation.Report;

/// <summary>What the interactive map says of a country.</summary>
/// <param name="Name">Its name, by which outlines and table rows are matched.</param>
/// <param name="Spectra">Natural spectra.</param>
/// <param name="Specimens">Specimens they come from.</param>
/// <param name="RowF1">F1, 0 … 1, under folds by row; null if it was not measured.</param>
/// <param name="SpecimenF1">F1, 0 … 1, under folds by specimen; null if it was not measured.</param>
public sealed record MappedCountry(string Name, long Spectra, long Specimens, double? RowF1, double? SpecimenF1);

/// <summary>A world map that answers to pointer and keys; a chosen country filters a table of the same page.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Regions">Outlines of all countries.</param>
/// <param name="Islets">Places of countries too small for an outline.</param>
/// <param name="Countries">Countries with spectra, most first.</param>
/// <param name="Table">Id of the table that is filtered.</param>
/// <param name="Column">Place of its column of countries, from 0.</param>
public sealed record CountryMapBlock(
    string Caption, ImmutableArray<MapRegion> Regions, ImmutableArray<MapIslet> Islets, ImmutableArray<MappedCountry> Countries, string Table, int Column) : Block
{
    /// <summary>The files that its numbers come from; none if that is not known.</summary>
    public ImmutableArray<ArtifactFile> From { get; init; } = [];
}
