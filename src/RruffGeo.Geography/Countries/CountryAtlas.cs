namespace RruffGeo.Geography;

/// <summary>Country polygons after Natural Earth, admin-0 (paper section 2).</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed class CountryAtlas
{
    private static readonly Lazy<CountryAtlas> Fine = new(() => Open("countries-10m.br", "10m"));
    private static readonly Lazy<CountryAtlas> Coarse = new(() => Open("countries-110m.br", "110m"));

    private CountryAtlas(string source, IReadOnlyList<CountryShape> countries, IReadOnlyList<string> notes)
    {
        (Source, Countries, RepairNotes) = (source, countries, notes);
        RequireTableOne();
    }

    /// <summary>All countries, in ordinal order of their names.</summary>
    public IReadOnlyList<CountryShape> Countries { get; }

    /// <summary>Where the polygons come from, such as <c>Natural Earth 4.1.0, 1:10m (world-atlas 2.0.2)</c>.</summary>
    public string Source { get; }

    /// <summary>One note for each country that had to be repaired, or left out because nothing with an area remained, in order of <see cref="Countries"/>.</summary>
    public IReadOnlyList<string> RepairNotes { get; }

    /// <summary>The NAME that this atlas has for a country of the alias table, whose names are of Natural Earth 4.1: Macedonia may be North Macedonia here.</summary>
    /// <returns><paramref name="name"/> itself if no country here has its code.</returns>
    public string NameHere(string name)
    {
        if (name.Length == 0 || Countries.Any(country => country.Name == name))
            return name;
        var code = CountryCodes.Alpha2(name);
        return Countries.FirstOrDefault(country => code.Length > 0 && country.IsoCode == code)?.Name ?? name;
    }

    /// <summary>The polygons that travel inside this assembly; read once in a process.</summary>
    public static CountryAtlas LoadEmbedded(AtlasScale scale) => scale switch
    {
        AtlasScale.Scale10m => Fine.Value,
        AtlasScale.Scale110m => Coarse.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "No such scale."),
    };

    /// <summary>Loads a Natural Earth admin-0 shapefile.</summary>
    /// <param name="path">A .shp with its .dbf beside it, or a .zip that holds one.</param>
    /// <exception cref="InvalidDataException">The file is no readable polygon shapefile with a column NAME, or lacks a country of Table 1.</exception>
    public static CountryAtlas LoadShapefile(string path) => Repaired(Path.GetFileName(path), ShapefileCountries.Read(path));

    /// <summary>Repairs countries and puts them in ordinal order of their names.</summary>
    internal static CountryAtlas Repaired(string source, IEnumerable<RawCountry> raw)
    {
        var notes = new List<string>();
        var shapes = raw.OrderBy(country => country.Name, StringComparer.Ordinal).Select(country => ToShape(country, notes));
        return new CountryAtlas(source, [.. shapes.OfType<CountryShape>()], notes);
    }

    private static CountryAtlas Open(string file, string size)
    {
        using var stream = EmbeddedData.Open(file);
        var (countries, notes) = StoredCountries.Read(stream);
        return new CountryAtlas($"Natural Earth 4.1.0, 1:{size} (world-atlas 2.0.2)", countries, notes);
    }

    /// <summary>Null if quantisation left the country without area, as it does with the Vatican.</summary>
    private static CountryShape? ToShape(RawCountry raw, List<string> notes)
    {
        var geometry = PolygonRepair.Repair(raw.Geometry, out var fault);
        if (!PolygonRepair.Polygons(geometry).Any(polygon => polygon.Area > 0))
        {
            notes.Add($"{raw.Name}: left out, its polygons enclose no area at this scale.");
            return null;
        }

        if (fault is not null)
            notes.Add(FormattableString.Invariant($"{raw.Name}: {fault}; repaired, area {raw.Geometry.Area:F4} → {geometry.Area:F4} square degrees."));
        if (raw.Dropped > 0)
            notes.Add($"{raw.Name}: {raw.Dropped} ring(s) with fewer than four points dropped.");
        return CountryShape.Of(raw.Name, raw.IsoCode, geometry);
    }

    private void RequireTableOne()
    {
        var missing = TableOne.Except(Countries.Select(country => country.Name)).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidDataException(
                $"{Source}: no country is called {string.Join(", ", missing.Select(name => $"'{name}'"))}, but the paper's Table 1 names it. "
                + "Expected Natural Earth's 'Admin 0 – Countries' of 2018 (4.1) or later; take that file, or the embedded polygons.");
        }
    }

    private static readonly string[] TableOne =
    [
        "United States of America", "Canada", "Russia", "Brazil", "Mexico", "Germany", "Italy", "Australia", "Sweden", "India",
        "Namibia", "Bolivia", "Chile", "United Kingdom", "China", "Czechia", "Pakistan", "Japan", "Peru", "Dem. Rep. Congo",
    ];
}
