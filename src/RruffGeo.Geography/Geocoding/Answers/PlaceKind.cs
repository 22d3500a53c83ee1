using System.Collections.Frozen;

namespace RruffGeo.Geography;

/// <summary>Reads the geocoders' own words for kinds of places.</summary>
internal static class PlaceKind
{
    private static readonly FrozenDictionary<string, PlacePrecision> Words = new (PlacePrecision Precision, string Geocoder, string[] Kinds)[]
    {
        (PlacePrecision.Country, GeocoderNames.Nominatim, ["country"]),
        (PlacePrecision.Admin1, GeocoderNames.Nominatim, ["state", "region", "province"]),
        (PlacePrecision.Admin2, GeocoderNames.Nominatim, ["county", "district", "state_district"]),
        (PlacePrecision.City, GeocoderNames.Nominatim,
            ["city", "town", "village", "hamlet", "municipality", "borough", "suburb", "quarter", "neighbourhood", "city_district"]),
        (PlacePrecision.Country, GeocoderNames.Photon, ["country"]),
        (PlacePrecision.Admin1, GeocoderNames.Photon, ["state", "region", "province"]),
        (PlacePrecision.Admin2, GeocoderNames.Photon, ["county"]),
        (PlacePrecision.City, GeocoderNames.Photon, ["city", "town", "village", "hamlet", "district", "suburb"]),
        (PlacePrecision.Country, GeocoderNames.ArcGis, ["Locality/Country"]),
        (PlacePrecision.Admin1, GeocoderNames.ArcGis, ["Locality/State or Province", "Locality/Region"]),
        (PlacePrecision.Admin2, GeocoderNames.ArcGis, ["Locality/County", "Locality/Subregion"]),
        (PlacePrecision.City, GeocoderNames.ArcGis,
            ["Locality", "Locality/City", "Locality/District", "Locality/Neighborhood", "Locality/Metro Area", "Locality/Sector"]),
    }.SelectMany(row => row.Kinds.Select(kind => (Key: Key(row.Geocoder, kind), row.Precision)))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Precision, StringComparer.Ordinal);

    /// <summary>What a point of this kind stands for; a site unless the word names a settlement, a unit or a country.</summary>
    public static PlacePrecision PrecisionOf(string geocoder, string kind) => Words.GetValueOrDefault(Key(geocoder, kind), PlacePrecision.Site);

    private static string Key(string geocoder, string kind) => $"{geocoder} {kind}";
}
