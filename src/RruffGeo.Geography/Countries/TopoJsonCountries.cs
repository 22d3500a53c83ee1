using System.Text.Json;
using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace RruffGeo.Geography;

/// <summary>Reads the countries of a quantised TopoJSON topology (world-atlas's layout).</summary>
/// <remarks>
/// An arc is a list of integer pairs, each the step from the one before; position = step sum × scale + translate. A ring is a list of
/// arc numbers, where i &lt; 0 means arc ~i walked backwards; an arc starts where the one before it ends.
/// </remarks>
internal sealed class TopoJsonCountries
{
    private static readonly GeometryFactory Factory = NtsGeometryServices.Instance.CreateGeometryFactory(4326);

    private readonly Coordinate[][] arcs;
    private int dropped;

    private TopoJsonCountries(Coordinate[][] arcs) => this.arcs = arcs;

    /// <summary>Decodes all countries, in file order, and tells the grid their points lie on.</summary>
    public static (IReadOnlyList<RawCountry> Countries, QuantisedGrid Grid) Read(Stream topoJson)
    {
        using var document = JsonDocument.Parse(topoJson);
        var root = document.RootElement;
        var grid = ToGrid(root.GetProperty("transform"));
        var reader = new TopoJsonCountries(DecodeArcs(root.GetProperty("arcs"), grid));
        var features = root.GetProperty("objects").GetProperty("countries").GetProperty("geometries");
        return ([.. features.EnumerateArray().Select(reader.ToCountry)], grid);
    }

    private static QuantisedGrid ToGrid(JsonElement transform)
    {
        var (scale, translate) = (transform.GetProperty("scale"), transform.GetProperty("translate"));
        return new QuantisedGrid(scale[0].GetDouble(), scale[1].GetDouble(), translate[0].GetDouble(), translate[1].GetDouble());
    }

    private static Coordinate[][] DecodeArcs(JsonElement arcs, QuantisedGrid grid)
    {
        return [.. arcs.EnumerateArray().Select(Decode)];

        Coordinate[] Decode(JsonElement arc)
        {
            var (x, y) = (0L, 0L);
            var points = new Coordinate[arc.GetArrayLength()];
            var i = 0;
            foreach (var step in arc.EnumerateArray())
            {
                x += step[0].GetInt64();
                y += step[1].GetInt64();
                points[i++] = new Coordinate(grid.X(x), grid.Y(y));
            }

            return points;
        }
    }

    private RawCountry ToCountry(JsonElement feature)
    {
        dropped = 0;
        var name = feature.GetProperty("properties").GetProperty("name").GetString()!;
        var numeric = feature.TryGetProperty("id", out var id) ? id.GetString() : null;
        var rings = feature.GetProperty("arcs");
        var polygons = feature.GetProperty("type").GetString() switch
        {
            "Polygon" => ToPolygons(rings).ToList(),
            "MultiPolygon" => rings.EnumerateArray().SelectMany(ToPolygons).ToList(),
            var other => throw new InvalidDataException($"{name}: expected a Polygon or MultiPolygon but found '{other}'."),
        };
        return new RawCountry(
            name, CountryCodes.Alpha2(numeric, name), Factory.BuildGeometry([.. polygons]), dropped);
    }

    /// <summary>The first ring is the shell, the others are holes; none if quantisation left no shell.</summary>
    private IEnumerable<Polygon> ToPolygons(JsonElement rings)
    {
        var linear = rings.EnumerateArray().Select(ToRing).ToList();
        dropped += linear.Count(ring => ring is null);
        return linear[0] is { } shell ? AntimeridianCut.Cut(Factory.CreatePolygon(shell, [.. linear.Skip(1).OfType<LinearRing>()])) : [];
    }

    private LinearRing? ToRing(JsonElement arcNumbers)
    {
        var points = new List<Coordinate>();
        foreach (var arcNumber in arcNumbers.EnumerateArray().Select(number => number.GetInt32()))
        {
            var arc = arcNumber < 0 ? arcs[~arcNumber].Reverse() : arcs[arcNumber];
            points.AddRange(points.Count == 0 ? arc : arc.Skip(1));
        }

        return points.Count >= 4 ? Factory.CreateLinearRing([.. AntimeridianCut.Unwrap(points)]) : null;
    }
}
