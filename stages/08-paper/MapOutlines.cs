using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using RruffGeo.Geography;
using RruffGeo.Presentation.Figures;

namespace RruffGeo.Stages;

/// <summary>Countries as the maps of the paper draw them.</summary>
internal static class MapOutlines
{
    /// <summary>The outlines of all countries that the small-scale atlas has, and the places of those among <paramref name="needed"/> that it lacks, by name.</summary>
    public static (ImmutableArray<MapRegion> Regions, ImmutableArray<MapIslet> Islets) Of(IEnumerable<string> needed)
    {
        ImmutableArray<MapRegion> regions =
            [.. CountryAtlas.LoadEmbedded(AtlasScale.Scale110m).Countries.OrderBy(country => country.Name, StringComparer.Ordinal).Select(country => new MapRegion(country.Name, Rings(country.Geometry)))];
        var drawn = regions.Select(region => region.Name).ToHashSet(StringComparer.Ordinal);
        return (regions, needed.All(drawn.Contains)
            ? []
            : [.. CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).Countries.Where(country => !drawn.Contains(country.Name))
                .Select(country => new MapIslet(country.Name, country.LabelPoint.Longitude, country.LabelPoint.Latitude)).OrderBy(islet => islet.Name, StringComparer.Ordinal)]);
    }

    private static ImmutableArray<ImmutableArray<(double, double)>> Rings(Geometry geometry) =>
        [.. Polygons(geometry).SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing)).Select(ring => ring.Coordinates.Select(c => (c.X, c.Y)).ToImmutableArray())];

    private static IEnumerable<Polygon> Polygons(Geometry geometry) =>
        geometry is Polygon polygon ? [polygon] : Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>();
}
