using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Operation.Valid;

namespace RruffGeo.Geography;

/// <summary>Makes polygons valid without losing area.</summary>
internal static class PolygonRepair
{
    /// <summary>Returns <paramref name="geometry"/> itself if it is valid, else a valid geometry of its polygons.</summary>
    /// <param name="geometry">Polygon or MultiPolygon.</param>
    /// <param name="fault">What was wrong and where; null if nothing was.</param>
    public static Geometry Repair(Geometry geometry, out string? fault)
    {
        var check = new IsValidOp(geometry);
        if (check.IsValid)
        {
            fault = null;
            return geometry;
        }

        var (message, at) = (check.ValidationError.Message, check.ValidationError.Coordinate);
        fault = FormattableString.Invariant($"{message} at {at.X:F4}° E {at.Y:F4}° N");

        // Part by part: fixing a whole archipelago at once takes ten times as long for the same result.
        var parts = Polygons(geometry).SelectMany(part => part.IsValid ? [part] : Polygons(GeometryFixer.Fix(part))).ToList();
        var repaired = geometry.Factory.BuildGeometry([.. parts]);
        if (!repaired.IsValid)
            repaired = geometry.Factory.BuildGeometry([.. MergeTouching(parts)]);
        return repaired.IsValid ? repaired : geometry.Factory.BuildGeometry([.. Polygons(GeometryFixer.Fix(geometry))]);
    }

    /// <summary>The polygons of <paramref name="geometry"/>, in its order; other parts are left out.</summary>
    public static IEnumerable<Polygon> Polygons(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>().Where(polygon => !polygon.IsEmpty);

    /// <summary>Unites the polygons that touch or overlap another one; the rest stay as they are.</summary>
    private static IEnumerable<Polygon> MergeTouching(List<Polygon> parts)
    {
        var index = new STRtree<int>();
        for (var i = 0; i < parts.Count; i++)
            index.Insert(parts[i].EnvelopeInternal, i);
        var touching = new bool[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            var prepared = PreparedGeometryFactory.Prepare(parts[i]);
            foreach (var other in index.Query(parts[i].EnvelopeInternal).Where(other => other > i && prepared.Intersects(parts[other])))
                touching[i] = touching[other] = true;
        }

        var merged = UnaryUnionOp.Union(parts.Where((_, i) => touching[i]).ToList<Geometry>());
        return parts.Where((_, i) => !touching[i]).Concat(merged is null ? [] : Polygons(merged));
    }
}
