namespace RruffGeo.Geography;

/// <summary>Names of the geocoders, as parameters, answers and artifacts have them.</summary>
public static class GeocoderNames
{
    /// <summary>The embedded gazetteer; offline.</summary>
    public const string Gazetteer = "Gazetteer";

    /// <summary>Nominatim, over OpenStreetMap (paper A.1, asked first).</summary>
    public const string Nominatim = "Nominatim";

    /// <summary>Photon, over OpenStreetMap (paper A.1, asked second).</summary>
    public const string Photon = "Photon";

    /// <summary>ArcGIS World Geocoding (paper A.1, asked third).</summary>
    public const string ArcGis = "ArcGIS";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> All { get; } = [Gazetteer, Nominatim, Photon, ArcGis];

    /// <summary>Those that need a network.</summary>
    public static IReadOnlyList<string> Live { get; } = [Nominatim, Photon, ArcGis];
}
