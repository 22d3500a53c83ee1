namespace RruffGeo.Geography;

/// <summary>Finds places offline, in the embedded gazetteer.</summary>
/// <remarks>
/// Deviation: the paper asks Nominatim, Photon and ArcGIS. Here the last field gives the country and the first field must be a place in it,
/// inside the units that the fields between them name; so the later spatial join confirms what the text said (GEO.md calls it circular).
/// Immutable; safe to use from several threads.
/// </remarks>
/// <param name="atlas">Gives the label points for countries.</param>
public sealed class GazetteerGeocoder(CountryAtlas atlas) : IGeocoder
{
    private readonly Dictionary<string, GeoPoint> labelPoints =
        atlas.Countries.ToDictionary(country => country.Name, country => country.LabelPoint, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "Gazetteer";

    /// <inheritdoc/>
    public ValueTask<GeocodeAnswer> GeocodeAsync(string candidate, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Geocode(candidate, cancellationToken));

    /// <summary>Looks up one candidate text.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public GeocodeAnswer Geocode(string candidate, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reading = CountryReader.Read(candidate);
        if (reading.Country.Length == 0)
            return new GeocodeAnswer.NotFound(reading.Why);
        var places = Gazetteer.Load().In(reading.Country);
        var found = reading.Before.Length > 0
            ? GazetteerScope.Of(reading, places).Find(reading.Before[0])
            : reading.Unit is not null && places.Admin1(reading.Unit) is { } unit
                ? GazetteerScope.FoundUnit(unit, PlacePrecision.Admin1)
                : FoundCountry(reading.Country, reading.Why);
        return found ?? (SaysOnlyTheCountry(reading)
            ? FoundCountry(reading.Country, $"'{reading.Before[0]}' is a part of it without a point of its own")
            : new GeocodeAnswer.NotFound($"'{reading.Before[0]}' is no place of the gazetteer there"));
    }

    /// <summary>True for "Bohemia, Czech Republic": the first field is but another word for the country.</summary>
    private static bool SaysOnlyTheCountry(CountryReading reading) =>
        PlaceAliases.FindUnit(PlaceKey.Of(reading.Before[0])) is { Unit: null } named && named.Country == reading.Country;

    private GeocodeAnswer FoundCountry(string country, string why) =>
        labelPoints.TryGetValue(country, out var point)
            ? new GeocodeAnswer.Found(point, PlacePrecision.Country, country, $"label point of the country; {why}")
            : new GeocodeAnswer.NotFound($"{country} has no polygon in the atlas");
}
