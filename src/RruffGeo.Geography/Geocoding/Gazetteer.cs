using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace RruffGeo.Geography;

/// <summary>The embedded gazetteer: GeoNames' populated places above 1,000 inhabitants or seats, and their units.</summary>
/// <remarks>Countries are parsed when first asked for; most runs need a third of them. Safe to use from several threads.</remarks>
internal sealed class Gazetteer
{
    private const double Degree = 1e4;

    private static readonly Lazy<Gazetteer> Embedded = new(() => new Gazetteer(EmbeddedData.Open("gazetteer.br")));

    private readonly ConcurrentDictionary<string, Lazy<CountryPlaces>> parsed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Range>> sections = new(StringComparer.Ordinal);
    private readonly byte[] text;

    private Gazetteer(Stream stream)
    {
        using var copy = new MemoryStream();
        using (stream)
            stream.CopyTo(copy);
        text = copy.ToArray();
        FindSections();
    }

    /// <summary>The gazetteer that travels inside this assembly; inflated once.</summary>
    public static Gazetteer Load() => Embedded.Value;

    /// <summary>The places of the country whose polygon is called <paramref name="country"/>; empty if it has none.</summary>
    public CountryPlaces In(string country) => parsed.GetOrAdd(country, name => new Lazy<CountryPlaces>(() => Parse(name))).Value;

    /// <summary>Where the cities lie, countries in ordinal order of their NAMEs.</summary>
    public IEnumerable<GeoPoint> Points() => sections.Keys.Order(StringComparer.Ordinal).SelectMany(country => In(country).Points);

    /// <summary>Notes which lines belong to which country; derive-gazetteer.mjs describes the lines.</summary>
    private void FindSections()
    {
        for (var start = 0; start < text.Length;)
        {
            var country = Encoding.UTF8.GetString(text, start + 2, 2);
            var next = text.AsSpan(start).IndexOf("\n1\t"u8);
            var end = next < 0 ? text.Length : start + next + 1;
            var name = CountryCodes.Name(country)
                ?? throw new InvalidDataException($"gazetteer: country code '{country}' is not in country-codes.tsv.");
            if (!sections.TryGetValue(name, out var ranges))
                sections.Add(name, ranges = []);
            ranges.Add(start..end);
            start = end;
        }
    }

    private CountryPlaces Parse(string country)
    {
        var (admin1, admin2, cities) = (new List<AdminUnit>(), new List<AdminUnit>(), new List<City>());
        foreach (var section in sections.GetValueOrDefault(country, []))
        {
            AdminUnit? first = null, second = null;
            foreach (var line in Encoding.UTF8.GetString(text[section]).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                switch (line.Split('\t'))
                {
                    case ["1", _, var name, var latitude, var longitude]:
                        admin1.Add(first = new AdminUnit(name, country, Parent: null, Point(latitude, longitude)));
                        break;
                    case ["1", _]:
                        first = null;
                        break;
                    case ["2", var name, var latitude, var longitude]:
                        admin2.Add(second = new AdminUnit(name, country, first, Point(latitude, longitude)));
                        break;
                    case ["2"]:
                        second = null;
                        break;
                    case ["c", var name, var latitude, var longitude, var hundreds]:
                        var population = hundreds.Length == 0 ? 0 : 100 * int.Parse(hundreds, CultureInfo.InvariantCulture);
                        cities.Add(new City(name, first, second, Point(latitude, longitude), population));
                        break;
                    default:
                        throw new InvalidDataException($"gazetteer, {country}: expected a unit or a city but found '{line}'.");
                }
            }
        }

        return new CountryPlaces(admin1, admin2, cities);
    }

    private static GeoPoint Point(string latitude, string longitude) => new(
        int.Parse(latitude, CultureInfo.InvariantCulture) / Degree, int.Parse(longitude, CultureInfo.InvariantCulture) / Degree);
}
