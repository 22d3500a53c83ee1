using NetTopologySuite.Geometries;

namespace RruffGeo.Geography;

/// <summary>A country of the atlas.</summary>
/// <param name="Name">Natural Earth's NAME, such as <c>Dem. Rep. Congo</c>.</param>
/// <param name="IsoCode">ISO 3166-1 alpha-2 code (ISO_A2_EH); empty if the territory has none.</param>
/// <param name="Geometry">A valid Polygon or MultiPolygon; x = longitude, y = latitude, degrees WGS 84; cut at ±180°.</param>
/// <param name="LabelPoint">A point inside the largest polygon (by area in square degrees).</param>
/// <remarks>Do not change the geometry: it is shared.</remarks>
public sealed record CountryShape(string Name, string IsoCode, Geometry Geometry, GeoPoint LabelPoint)
{
    /// <summary>Makes a country, finding its label point.</summary>
    internal static CountryShape Of(string name, string isoCode, Geometry geometry)
    {
        var inside = PolygonRepair.Polygons(geometry).MaxBy(polygon => polygon.Area)!.InteriorPoint;
        return new CountryShape(name, isoCode, geometry, new GeoPoint(inside.Y, inside.X));
    }
}
