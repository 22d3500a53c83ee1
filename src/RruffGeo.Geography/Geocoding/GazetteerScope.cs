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
    private readonly string misspelt = "";

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
        else if (keys.Find(key => places.Admin1OneSlipAway(key) is not null) is { } slip)
        {
            admin1 = places.Admin1OneSlipAway(slip);
            misspelt = $"; '{slip}' read as {admin1!.Name}, one letter off";
            keys.Remove(slip);
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
    /// second-order unit; a city; a second-order unit without the word for its kind; a city under another name (Bombay); a first-order unit; a city after the words for mines and surroundings are dropped; a name one letter off. Units of one name in several places are no match;
    /// of cities the largest is taken, unless they lie in several units and a field that is not understood may tell which.
    /// </remarks>
    public GeocodeAnswer.Found? Find(string name) => FindAsWritten(PlaceKey.Of(name)) is { } found ? found with { Why = found.Why + misspelt } : null;

    private GeocodeAnswer.Found? FindAsWritten(string key)
    {
        var unit = Admin1(key);
        if (unit is not null && (beforeCountry || (admin1 is null && PlaceKey.Of(unit.Name) == key)))
            return FoundUnit(unit, PlacePrecision.Admin1);
        if (Within(places.Admin2(key)) is [var second])
            return FoundUnit(second, PlacePrecision.Admin2);
        if (FoundCity(key) is { } city)
            return city;
        if (Within(places.Admin2WithoutKind(key)) is [var bare])
            return FoundUnit(bare, PlacePrecision.Admin2);
        if (Exonyms.Find(country, key) is { } other && FoundCity(PlaceKey.Of(other)) is { } renamed)
            return renamed with { Why = $"{renamed.Why}; '{other}' for '{key}'" };
        if (unit is not null && (admin1 is null || admin1 == unit))
            return FoundUnit(unit, PlacePrecision.Admin1);
        return FoundSite(key) ?? FoundMisspelt(key);
    }

    private GeocodeAnswer.Found? FoundCity(string key)
    {
        var cities = Cities(key);
        if (cities.Count == 0 || (unknownBetween && cities.Select(city => city.Admin1).Distinct().Count() > 1))
            return null;
        var why = cities.Count == 1 ? "city" : $"most populous of {cities.Count} places of that name";
        return new GeocodeAnswer.Found(cities[0].Point, PlacePrecision.City, FullName(cities[0]), why);
    }

    /// <summary>
    /// "near Hemet" → Hemet, "Kapunda Quarry" → Kapunda, "a quarry near Darmstadt" → Darmstadt. With nothing but the country to go by the name must
    /// be the only one of its kind; and a mine is not looked for far away while a field after it may name the place where it is.
    /// </summary>
    private GeocodeAnswer.Found? FoundSite(string key)
    {
        string?[] sites = [unknownBetween && PlaceKey.IsWorking(key) ? null : PlaceKey.WithoutSiteWords(key), PlaceKey.PointedAt(key)];
        foreach (var site in sites.OfType<string>().Distinct())
        {
            string?[] names = [site, Exonyms.Find(country, site) is { } other ? PlaceKey.Of(other) : null];
            foreach (var name in names.OfType<string>().Where(name => admin1 is not null || admin2.Count > 0 || Cities(name).Count == 1))
            {
                if (FoundCity(name) is { } found)
                    return found with { Why = $"{found.Why}; second try, '{name}' for '{key}'" };
            }
        }

        return null;
    }

    private GeocodeAnswer.Found? FoundMisspelt(string key)
    {
        GeocodeAnswer.Found? found = null;
        if (beforeCountry && places.Admin1OneSlipAway(key) is { } first)
        {
            found = FoundUnit(first, PlacePrecision.Admin1);
        }
        else if (admin1 is not null)
        {
            var (units, cities) = places.OneSlipAway(key, admin1);
            if (cities is [var city] && (units.Count == 0 || (units is [var its] && city.Admin2 == its)))
                found = new GeocodeAnswer.Found(city.Point, PlacePrecision.City, FullName(city), "city");
            else if (cities.Count == 0 && units is [var second])
                found = FoundUnit(second, PlacePrecision.Admin2);
        }

        return found is null ? null : found with { Why = $"{found.Why}; '{key}' is one letter off" };
    }

    private AdminUnit? Admin1(string key) =>
        PlaceAliases.FindUnit(key) is { Unit: { } unit } alias && alias.Country == country ? places.Admin1(unit) : places.Admin1(key);

    private List<AdminUnit> Within(IEnumerable<AdminUnit> units) =>
        [.. units.Distinct().Where(unit => admin1 is null || unit.Parent == admin1)];

    private List<City> Cities(string key) => [.. places.Cities(key).Where(city =>
        (admin1 is null || city.Admin1 == admin1) && (admin2.Count == 0 || (city.Admin2 is { } second && admin2.Contains(second))))];

    private string FullName(City city) => $"{city.Name}, {(city.Admin2 ?? city.Admin1)?.FullName ?? country}";
}
