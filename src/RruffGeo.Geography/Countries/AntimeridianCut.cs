using NetTopologySuite.Geometries;

namespace RruffGeo.Geography;

/// <summary>Cuts polygons that run across ±180° into parts that do not.</summary>
/// <remarks>
/// A stitched topology (world-atlas) has no cut there: a ring simply steps from 179.9° to −179.9°, and the ring of Antarctica runs once round
/// the pole. Taken at face value Russia would cover twice its area.
/// </remarks>
internal static class AntimeridianCut
{
    /// <summary>Removes the jumps from a ring: longitudes may leave −180 … 180 afterwards. A ring that runs round a pole is closed through it.</summary>
    /// <param name="ring">Closed: the last point equals the first.</param>
    public static IReadOnlyList<Coordinate> Unwrap(IReadOnlyList<Coordinate> ring)
    {
        var unwrapped = new List<Coordinate>(ring.Count + 3);
        var turns = 0;
        for (var i = 0; i < ring.Count; i++)
        {
            if (i > 0)
                turns -= (int)double.Round((ring[i].X - ring[i - 1].X) / 360);
            unwrapped.Add(new Coordinate(ring[i].X + (360 * turns), ring[i].Y));
        }

        if (turns != 0)
        {
            var pole = double.CopySign(90, ring[0].Y);
            unwrapped.Add(new Coordinate(unwrapped[^1].X, pole));
            unwrapped.Add(new Coordinate(unwrapped[0].X, pole));
            unwrapped.Add(unwrapped[0].Copy());
        }

        return unwrapped;
    }

    /// <summary>The parts of an unwrapped polygon, each moved into −180 … 180; a polygon that lies there is returned as it is.</summary>
    public static IEnumerable<Polygon> Cut(Polygon unwrapped)
    {
        var extent = unwrapped.EnvelopeInternal;
        if (extent.MinX >= -180 && extent.MaxX <= 180)
            return [unwrapped];
        var valid = PolygonRepair.Repair(unwrapped, out _);
        var (first, last) = ((int)double.Floor((extent.MinX + 180) / 360), (int)double.Floor((extent.MaxX + 180) / 360));
        return Enumerable.Range(first, last - first + 1).SelectMany(turn => Part(valid, 360.0 * turn));
    }

    private static IEnumerable<Polygon> Part(Geometry valid, double centre)
    {
        var box = valid.Factory.ToGeometry(new Envelope(centre - 180, centre + 180, -90, 90));
        var part = valid.Intersection(box).Copy();
        foreach (var point in part.Coordinates)
            point.X -= centre;
        part.GeometryChanged();
        return PolygonRepair.Polygons(part);
    }
}
