using System.Globalization;

namespace RruffGeo.Loopback;

/// <summary>Bodies in the shapes that the three services send, made for tests.</summary>
public static class GeocoderBodies
{
    /// <summary>Nominatim's list with one place (format jsonv2): coordinates are texts.</summary>
    public static string Nominatim(string latitude, string longitude, string name, string kind = "village") =>
        $$"""
        [{"place_id":7,"licence":"Data © OpenStreetMap contributors, ODbL 1.0","osm_type":"relation","osm_id":99,"lat":"{{latitude}}","lon":"{{longitude}}",
          "category":"boundary","type":"administrative","place_rank":16,"importance":0.41,"addresstype":"{{kind}}","name":"x","display_name":"{{name}}",
          "boundingbox":["46.0","46.1","7.7","7.8"]}]
        """;

    /// <summary>Photon's collection with one feature: longitude first.</summary>
    public static string Photon(string latitude, string longitude, string name, string kind = "city") =>
        $$$"""
        {"features":[{"geometry":{"coordinates":[{{{longitude}}},{{{latitude}}}],"type":"Point"},"type":"Feature","properties":{"osm_id":12,"osm_type":"N",
          "extent":[7.7,46.1,7.8,46.0],"country":"Switzerland","osm_key":"place","countrycode":"CH","osm_value":"village","name":"{{{name}}}","type":"{{{kind}}}"}}],
          "type":"FeatureCollection"}
        """;

    /// <summary>ArcGIS's list with one candidate: x is the longitude.</summary>
    public static string ArcGis(string latitude, string longitude, string name, string kind = "City", double score = 97.5) =>
        $$$"""
        {"spatialReference":{"wkid":4326,"latestWkid":4326},"candidates":[{"address":"{{{name}}}","location":{"x":{{{longitude}}},"y":{{{latitude}}}},
          "score":{{{score.ToString(CultureInfo.InvariantCulture)}}},"attributes":{"Addr_type":"Locality","Type":"{{{kind}}}"},
          "extent":{"xmin":7.7,"ymin":46.0,"xmax":7.8,"ymax":46.1}}]}
        """;

    /// <summary>A place, in the words of the service that is asked.</summary>
    public static string Found(string service, string latitude, string longitude, string name) => service switch
    {
        "Nominatim" => Nominatim(latitude, longitude, name),
        "Photon" => Photon(latitude, longitude, name),
        _ => ArcGis(latitude, longitude, name),
    };

    /// <summary>"Nothing found", in the words of the service that is asked.</summary>
    public static string NotFound(string service) => service switch
    {
        "Nominatim" => "[]",
        "Photon" => """{"type":"FeatureCollection","features":[]}""",
        _ => """{"spatialReference":{"wkid":4326,"latestWkid":4326},"candidates":[]}""",
    };
}
