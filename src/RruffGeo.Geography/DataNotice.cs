namespace RruffGeo.Geography;

/// <summary>Origin and licences of the geographic data: what is embedded, and what live geocoders answered.</summary>
public static class DataNotice
{
    /// <summary>The notice that has to accompany the embedded polygons and gazetteer wherever they go, as Markdown.</summary>
    public static string Text
    {
        get
        {
            using var reader = new StreamReader(EmbeddedData.Open("NOTICE.md"));
            return reader.ReadToEnd();
        }
    }

    /// <summary>The notice for coordinates that <paramref name="geocoders"/> gave: <see cref="Text"/>, and a line for each live one among them.</summary>
    public static string For(IEnumerable<string> geocoders) => string.Join('\n', [Text, .. Attributions(geocoders).Select(line => $"- {line}")]);

    /// <summary>What is owed to the live geocoders among <paramref name="geocoders"/>, in the order of <see cref="GeocoderNames.Live"/>.</summary>
    public static IEnumerable<string> Attributions(IEnumerable<string> geocoders) =>
        GeocoderNames.Live.Intersect(geocoders).Select(name => $"Answers of {name}: {ServiceDialect.Of(name).Licence}.");
}
