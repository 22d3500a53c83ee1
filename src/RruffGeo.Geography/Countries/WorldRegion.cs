using System.Collections.Frozen;

namespace RruffGeo.Geography;

/// <summary>Where in the world a country lies, after the geographic regions of the United Nations' M49 standard.</summary>
/// <param name="Continent">Region: Africa, Americas, Antarctica, Asia, Europe or Oceania.</param>
/// <param name="Name">Sub-region, such as <c>Southern Europe</c>.</param>
public sealed record WorldRegion(string Continent, string Name)
{
    private const string File = "regions.tsv";

    private static readonly FrozenDictionary<string, WorldRegion> ByCode = EmbeddedData.Lines(File)
        .SelectMany(line => Parse(line.Number, line.Text)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The region of an ISO 3166-1 alpha-2 code; null if the code is none or unknown.</summary>
    public static WorldRegion? Of(string isoCode) => ByCode.GetValueOrDefault(isoCode);

    private static IEnumerable<KeyValuePair<string, WorldRegion>> Parse(int number, string text) =>
        text.Split('\t') is [var continent, var name, var codes]
            ? codes.Split(' ').Select(code => KeyValuePair.Create(code, new WorldRegion(continent, name)))
            : throw new InvalidDataException($"{File}({number}): expected 'region, sub-region, codes' parted by tabs but found '{text}'.");
}
