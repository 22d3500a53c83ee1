using System.Diagnostics;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using RruffGeo.Geography;

namespace RruffGeo.Build.Bench;

/// <summary>Measures the spatial join: points of the gazetteer's cities against the country polygons, beside NetTopologySuite's own prepared geometries.</summary>
public static class JoinBench
{
    /// <summary>Points that are joined.</summary>
    public const int Points = 100_000;

    private const int Rounds = 3;

    /// <summary>Joins in turn with both, three times; the median of each counts. Loading is not measured, building the index is.</summary>
    /// <remarks>Both use all cores. The peer's tree holds whole countries, as one would write it from the library's documentation.</remarks>
    public static JoinBenchResult Run(CountryAtlas atlas, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        var points = GazetteerPoints.Take(Points);
        var (ours, peers, inside, agree) = (new List<double>(), new List<double>(), 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var watch = Stopwatch.StartNew();
            var locator = new CountryLocator(atlas);
            var found = new string?[points.Count];
            Parallel.For(0, points.Count, i => found[i] = locator.Find(points[i]).Country?.Name);
            ours.Add(watch.Elapsed.TotalSeconds);

            cancellationToken.ThrowIfCancellationRequested();
            watch.Restart();
            var peer = Peer(atlas, points);
            peers.Add(watch.Elapsed.TotalSeconds);
            inside = found.Count(name => name is not null);
            agree = found.Zip(peer).Count(pair => pair.First == pair.Second);
        }

        return new JoinBenchResult(atlas.Source, Environment.ProcessorCount, points.Count, inside, agree, Median(ours), Median(peers));
    }

    private static string?[] Peer(CountryAtlas atlas, IReadOnlyList<GeoPoint> points)
    {
        var tree = new STRtree<(string Name, IPreparedGeometry Shape)>();
        foreach (var country in atlas.Countries)
            tree.Insert(country.Geometry.EnvelopeInternal, (country.Name, PreparedGeometryFactory.Prepare(country.Geometry)));
        tree.Build();
        var found = new string?[points.Count];
        Parallel.For(0, points.Count, i =>
        {
            var at = new Coordinate(points[i].Longitude, points[i].Latitude);
            var point = atlas.Countries[0].Geometry.Factory.CreatePoint(at);
            found[i] = tree.Query(new Envelope(at)).Where(country => country.Shape.Covers(point)).Select(country => country.Name).Min(StringComparer.Ordinal);
        });
        return found;
    }

    private static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);
}
