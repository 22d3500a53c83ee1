using System.Text;
using NetTopologySuite.Geometries;

namespace RruffGeo.Geography.Tests;

public sealed class TopoJsonTests
{
    [Fact]
    public void Two_squares_share_an_arc_that_one_of_them_walks_backwards()
    {
        // Scale 0.5, offset (10, 20). Arc 0 is the common edge x = 11 from y = 20 to y = 21; arcs 1 and 2 close the squares.
        var countries = Read("""
            {"transform":{"scale":[0.5,0.5],"translate":[10,20]},
             "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,2],[2,0],[0,-2],[-2,0]]],
             "objects":{"countries":{"geometries":[
               {"type":"Polygon","id":"528","properties":{"name":"West"},"arcs":[[0,1]]},
               {"type":"MultiPolygon","properties":{"name":"Kosovo"},"arcs":[[[-1,-3]]]}]}}}
            """);

        Assert.Equal(
            [
                "West NL POLYGON ((11 20, 11 21, 10 21, 10 20, 11 20))",
                "Kosovo XK POLYGON ((11 21, 11 20, 12 20, 12 21, 11 21))",
            ],
            countries.Select(country => $"{country.Name} {country.IsoCode} {country.Geometry}"));
    }

    [Fact]
    public void A_ring_of_three_points_is_dropped_and_counted()
    {
        var country = Assert.Single(Read("""
            {"transform":{"scale":[1,1],"translate":[0,0]},
             "arcs":[[[0,0],[4,0],[0,4],[-4,0],[0,-4]],[[1,1],[1,0],[-1,0]]],
             "objects":{"countries":{"geometries":[{"type":"Polygon","properties":{"name":"Holed"},"arcs":[[0],[1]]}]}}}
            """));

        Assert.Equal((1, 16.0), (country.Dropped, country.Geometry.Area));
    }

    [Fact]
    public void A_ring_across_the_antimeridian_becomes_two_parts()
    {
        var country = Assert.Single(Read("""
            {"transform":{"scale":[1,1],"translate":[0,0]},
             "arcs":[[[178,0],[-357,0],[0,1],[357,0],[0,-1]]],
             "objects":{"countries":{"geometries":[{"type":"Polygon","properties":{"name":"Date line"},"arcs":[[0]]}]}}}
            """));

        // 178 … 181° E: two degrees west of the cut, one east of it.
        Assert.Equal([1.0, 2.0], PolygonRepair.Polygons(country.Geometry).Select(part => part.Area).Order());
        Assert.Equal(new Envelope(-180, 180, 0, 1), country.Geometry.EnvelopeInternal);
    }

    [Fact]
    public void A_ring_round_the_pole_covers_it()
    {
        var ring = AntimeridianCut.Unwrap([new(-90, -70), new(0, -70), new(90, -70), new(180, -70), new(-90, -70)]);

        var polygon = GeometryFactory.Default.CreatePolygon([.. ring]);
        Assert.Equal(360 * 20, polygon.Area);
        Assert.Equal(360 * 20, AntimeridianCut.Cut(polygon).Sum(part => part.Area));
    }

    private static IReadOnlyList<RawCountry> Read(string json) => TopoJsonCountries.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))).Countries;
}
