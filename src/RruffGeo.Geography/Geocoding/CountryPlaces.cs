namespace RruffGeo.Geography;

/// <summary>The places of one country, by comparison key.</summary>
internal sealed class CountryPlaces
{
    private readonly ILookup<string, AdminUnit> admin1ByKey;
    private readonly ILookup<string, AdminUnit> admin1ByCore;
    private readonly ILookup<string, AdminUnit> admin2ByKey;
    private readonly ILookup<string, AdminUnit> admin2ByCore;
    private readonly ILookup<string, City> citiesByKey;

    /// <summary>Indexes places in the gazetteer's order, which decides among equals.</summary>
    public CountryPlaces(IReadOnlyCollection<AdminUnit> admin1, IReadOnlyCollection<AdminUnit> admin2, IReadOnlyCollection<City> cities)
    {
        admin1ByKey = admin1.ToLookup(unit => PlaceKey.Of(unit.Name));
        admin1ByCore = admin1.ToLookup(unit => PlaceKey.Core(PlaceKey.Of(unit.Name)));
        admin2ByKey = admin2.ToLookup(unit => PlaceKey.Of(unit.Name));
        admin2ByCore = admin2.ToLookup(unit => PlaceKey.Core(PlaceKey.Of(unit.Name)));
        citiesByKey = cities.ToLookup(city => PlaceKey.Of(city.Name));
        Points = [.. cities.Select(city => city.Point)];
    }

    /// <summary>Where the cities lie, in the gazetteer's order.</summary>
    public IReadOnlyList<GeoPoint> Points { get; }

    /// <summary>The first-order unit called <paramref name="key"/>, with or without its kind (Värmland, Värmland County); null if none or several.</summary>
    public AdminUnit? Admin1(string key) =>
        Only(admin1ByKey[key]) ?? Only(admin1ByCore[PlaceKey.Core(key)]);

    /// <summary>The one first-order unit whose name, without its kind, is one slip away from <paramref name="key"/>; null if none or several.</summary>
    public AdminUnit? Admin1OneSlipAway(string key)
    {
        var core = PlaceKey.Core(key);
        return Only(admin1ByCore.Where(group => SpellingTolerance.IsOneSlip(core, group.Key)).SelectMany(group => group));
    }

    /// <summary>The second-order units and cities of <paramref name="unit"/> whose name is one slip away from <paramref name="key"/>.</summary>
    public (IReadOnlyList<AdminUnit> Units, IReadOnlyList<City> Cities) OneSlipAway(string key, AdminUnit unit) =>
        ([.. admin2ByCore.Where(group => SpellingTolerance.IsOneSlip(key, group.Key)).SelectMany(group => group).Where(second => second.Parent == unit)],
         [.. citiesByKey.Where(group => SpellingTolerance.IsOneSlip(key, group.Key)).SelectMany(group => group).Where(city => city.Admin1 == unit)]);

    /// <summary>The second-order units called exactly so, or so but for the word for their kind if the key holds one (Provincia di Siracusa, Siracusa Province).</summary>
    public IReadOnlyList<AdminUnit> Admin2(string key)
    {
        var core = PlaceKey.Core(key);
        return admin2ByKey.Contains(key) || core == key ? [.. admin2ByKey[key]] : [.. admin2ByCore[core]];
    }

    /// <summary>The second-order units called so but for the word for their kind (Gila, Gila County).</summary>
    public IReadOnlyList<AdminUnit> Admin2WithoutKind(string key) => [.. admin2ByCore[key]];

    /// <summary>The cities called so, largest population first, then in the gazetteer's order.</summary>
    public IReadOnlyList<City> Cities(string key) => [.. citiesByKey[key].OrderByDescending(city => city.Population)];

    private static AdminUnit? Only(IEnumerable<AdminUnit> units) => units.Take(2).ToArray() is [var unit] ? unit : null;
}
