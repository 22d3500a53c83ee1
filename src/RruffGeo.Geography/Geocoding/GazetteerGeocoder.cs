namespace RruffGeo.Geography;

/// <summary>Finds places offline, in the embedded gazetteer.</summary>
/// <remarks>
/// Deviation: the paper asks Nominatim, Photon and ArcGIS. Here the last field gives the country and the first field must be a place in it,
/// inside the units that the fields between them name; so the later spatial join confirms what the text said (GEO.md calls it circular).
/// Immutable; safe to use from several threads.
/// </remarks>
/// <param name="atlas">Gives the label points for countries.</param>
/// <param name="reading">What is read as a country's name.</param>
public sealed class GazetteerGeocoder(CountryAtlas atlas, FieldReading reading) : IGeocoder
{
    private readonly Dictionary<string, GeoPoint> labelPoints =
        atlas.Countries.ToDictionary(country => country.Name, country => country.LabelPoint, StringComparer.Ordinal);

    /// <summary>Reads names only.</summary>
    /// <param name="atlas">Gives the label points for countries.</param>
    public GazetteerGeocoder(CountryAtlas atlas)
        : this(atlas, FieldReading.Names)
    {
    }

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
        var named = CountryReader.Read(candidate, reading);
        if (named.Country.Length == 0)
            return new GeocodeAnswer.NotFound(named.Why);
        if (named.Before.Length > 0 && SaysOnlyTheCountry(named))
            return FoundCountry(named.Country, $"'{named.Before[0]}' is a part of it without a point of its own");
        var places = Gazetteer.Load().In(named.Country);
        if (named.Before.Length > 0 && GazetteerScope.Of(named, places).Find(named.Before[0]) is { } found)
        {
            return IsRegion(named) && FinerPlace(named, places) is { } finer
                ? new GeocodeAnswer.NotFound($"'{named.Before[0]}' is a region; '{finer}' after it is a finer place")
                : found;
        }

        if (named.Before.Length > 0 && LocalityText.Fields(candidate).Count > 1)
            return new GeocodeAnswer.NotFound($"'{named.Before[0]}' is no place of the gazetteer there");
        return named.Unit is not null && places.Admin1(named.Unit) is { } unit // nothing is left to drop, though "Death Valley USA" says more
            ? GazetteerScope.FoundUnit(unit, PlacePrecision.Admin1)
            : FoundCountry(named.Country, named.Why);
    }

    /// <summary>True for "Bohemia, Czech Republic" and "Ural, Russia": the first field names a part that is no unit, and a village of that name is not meant.</summary>
    private static bool SaysOnlyTheCountry(CountryReading named)
    {
        var key = PlaceKey.Of(named.Before[0]);
        return PlaceAliases.FindUnit(key) is { Unit: null } part && part.Country == named.Country && key != PlaceKey.Of(named.Country);
    }

    /// <summary>True for "Långban, Filipstad, Sweden": the first field is an alias that stands for the unit it lies in.</summary>
    private static bool IsRegion(CountryReading named)
    {
        var key = PlaceKey.Of(named.Before[0]);
        return PlaceAliases.FindUnit(key) is { Unit: { } unit } region && region.Country == named.Country && PlaceKey.Core(key) != PlaceKey.Core(unit);
    }

    /// <summary>The first of the later fields that is a place finer than a first-order unit; null if there is none.</summary>
    private static string? FinerPlace(CountryReading named, CountryPlaces places) => Enumerable.Range(1, named.Before.Length - 1)
        .Select(dropped => named with { Before = named.Before[dropped..] })
        .FirstOrDefault(rest => GazetteerScope.Of(rest, places).Find(rest.Before[0]) is { Precision: < PlacePrecision.Admin1 })?.Before[0];

    private GeocodeAnswer FoundCountry(string country, string why) =>
        labelPoints.TryGetValue(country, out var point)
            ? new GeocodeAnswer.Found(point, PlacePrecision.Country, country, $"label point of the country; {why}")
            : new GeocodeAnswer.NotFound($"{country} has no polygon in the atlas");
}
