namespace RruffGeo.Stages;

/// <summary>A distinct locality text with its place and the joined rows that have it, in their order.</summary>
/// <param name="Place">Row of <c>geocoded.parquet</c>.</param>
/// <param name="Rows">Rows of <c>joined.parquet</c>; never empty.</param>
internal sealed record LocalityRows(GeocodedLocality Place, IReadOnlyList<JoinedSpectrum> Rows)
{
    /// <summary>Groups joined rows by the locality of their description, in ordinal order of the texts.</summary>
    public static IReadOnlyList<LocalityRows> Of(
        IReadOnlyList<GeocodedLocality> places, IReadOnlyList<SpectrumDescription> descriptions, IReadOnlyList<JoinedSpectrum> rows)
    {
        var byText = descriptions.Zip(rows).ToLookup(pair => pair.First.Locality, pair => pair.Second, StringComparer.Ordinal);
        return
        [
            .. places.Where(place => byText.Contains(place.Locality)).OrderBy(place => place.Locality, StringComparer.Ordinal)
                .Select(place => new LocalityRows(place, [.. byText[place.Locality]])),
        ];
    }
}
