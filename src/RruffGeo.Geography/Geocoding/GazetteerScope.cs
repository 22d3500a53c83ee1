namespace RruffGeo.Geography;

/// <summary>A country, narrowed to the units that a locality's middle fields name.</summary>
internal sealed class GazetteerScope
{
    private readonly CountryPlaces places;
    private readonly string country;
    private readonly AdminUnit? admin1;
    private readonly List<AdminUnit> admin2;
    private readonly bool beforeCountry;
    private readonly bool unknownBetween;

    private GazetteerScope(CountryReading reading, CountryPlaces places)
    {
        this.places = places;
        country = reading.Country;
        beforeCountry = reading.Before.Length == 1 && reading.Unit is null;
        var keys = reading.Before.Skip(1).Select(PlaceKey.Of).Reverse().ToList();
        if (reading.Unit is not null)
            admin1 = places.Admin1(reading.Unit);
        else if (keys.Find(key => Admin1(key) is not null) is { } key1)
        {
            admin1 = Admin1(key1);
            keys.Remove(key1);
        }

        admin2 = keys.Select(key => Within([.. places.Admin2(key), .. places.Admin2WithoutKind(key)])).FirstOrDefault(units => units.Count > 0) ?? [];
        unknownBetween = keys.Count > (admin2.Count > 0 ? 1 : 0);
    }

    /// <summary>Narrows to the last middle field that names a first-order unit, and within it to the last that names a second-order one.</summary>
    public static GazetteerScope Of(CountryReading reading, CountryPlaces places) => new(reading, places);

    /// <summary>An answer with the point of a unit.</summary>
    public static GeocodeAnswer.Found FoundUnit(AdminUnit unit, PlacePrecision precision) =>
        new(unit.Point, precision, unit.FullName, "medoid city of the unit");

    /// <summary>The place called <paramref name="name"/>; null if there is none.</summary>
    /// <remarks>
    /// In this order: a first-order unit, if the name stands directly before the country ("California, USA" is not the town in Maryland); a
    /// second-order unit; a city; a second-order unit without the word for its kind; a first-order unit; a city after the words for mines and
    /// surroundings are dropped. Units of one name in several places are no match; of cities the largest is taken.
    /// </remarks>
    public GeocodeAnswer.Found? Find(string name)
    {
        var key = PlaceKey.Of(name);
        var unit = Admin1(key);
        if (unit is not null && (beforeCountry || (admin1 is null && PlaceKey.Of(unit.Name) == key)))
            return FoundUnit(unit, PlacePrecision.Admin1);
        if (Within(places.Admin2(key)) is [var second])
            return FoundUnit(second, PlacePrecision.Admin2);
        if (FoundCity(key) is { } city)
            return city;
        if (Within(places.Admin2WithoutKind(key)) is [var bare])
            return FoundUnit(bare, PlacePrecision.Admin2);
        if (unit is not null && (admin1 is null || admin1 == unit))
            return FoundUnit(unit, PlacePrecision.Admin1);
        return FoundSite(key);
    }

    private GeocodeAnswer.Found? FoundCity(string key)
    {
        var cities = Cities(key);
        if (cities.Count == 0)
            return null;
        var why = cities.Count == 1 ? "city" : $"most populous of {cities.Count} places of that name";
        return new GeocodeAnswer.Found(cities[0].Point, PlacePrecision.City, FullName(cities[0]), why);
    }

    /// <summary>
    /// "near Hemet" → Hemet, "Kapunda Quarry" → Kapunda. With nothing but the country to go by the name must be the only one of its kind;
    /// and a mine is not looked for far away while a field after it may name the place where it is.
    /// </summary>
    private GeocodeAnswer.Found? FoundSite(string key)
    {
        if (PlaceKey.WithoutSiteWords(key) is not { } site || (unknownBetween && PlaceKey.IsWorking(key)))
            return null;
        if (admin1 is null && admin2.Count == 0 && Cities(site).Count > 1)
            return null;
        return FoundCity(site) is { } found ? found with { Why = $"{found.Why}; second try, '{site}' for '{key}'" } : null;
    }

    private AdminUnit? Admin1(string key) =>
        PlaceAliases.FindUnit(key) is { Unit: { } unit } alias && alias.Country == country ? places.Admin1(unit) : places.Admin1(key);

    private List<AdminUnit> Within(IEnumerable<AdminUnit> units) =>
        [.. units.Distinct().Where(unit => admin1 is null || unit.Parent == admin1)];

    private List<City> Cities(string key) => [.. places.Cities(key).Where(city =>
        (admin1 is null || city.Admin1 == admin1) && (admin2.Count == 0 || (city.Admin2 is { } second && admin2.Contains(second))))];

    private string FullName(City city) => $"{city.Name}, {(city.Admin2 ?? city.Admin1)?.FullName ?? country}";
}
