using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace RruffGeo.Geography;

/// <summary>Finds the country that holds a point: the spatial join of paper section 2.</summary>
/// <remarks>
/// A point on a common border belongs to the country whose name comes first in ordinal order. The polygons are cut at ±180°; snapping
/// looks across that meridian. Immutable once built; safe to use from several threads.
/// </remarks>
public sealed class CountryLocator
{
    private readonly STRtree<Part> index = new();
    private readonly double snapDegrees;

    /// <summary>Indexes <paramref name="atlas"/> for a plain join: a point in no polygon has no country.</summary>
    public CountryLocator(CountryAtlas atlas)
        : this(atlas, snapDegrees: 0)
    {
    }

    /// <summary>Indexes <paramref name="atlas"/>.</summary>
    /// <param name="atlas">The polygons.</param>
    /// <param name="snapDegrees">Distance within which a point in no polygon takes the nearest one, planar degrees, ≥ 0; 0 = plain join.</param>
    public CountryLocator(CountryAtlas atlas, double snapDegrees)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        if (!(snapDegrees >= 0 && double.IsFinite(snapDegrees)))
            throw new ArgumentOutOfRangeException(nameof(snapDegrees), snapDegrees, "Expected a finite distance, 0 or more degrees.");
        this.snapDegrees = snapDegrees;
        foreach (var country in atlas.Countries)
        {
            foreach (var polygon in PolygonRepair.Polygons(country.Geometry))
                index.Insert(polygon.EnvelopeInternal, new Part(country, polygon));
        }

        index.Build(); // built lazily otherwise, which threads would race for
    }

    /// <summary>The country of <paramref name="point"/>.</summary>
    public CountryMatch Find(GeoPoint point)
    {
        var at = new Coordinate(point.Longitude, point.Latitude);
        var inside = index.Query(new Envelope(at))
            .Where(part => part.Covers(at))
            .MinBy(part => part.Country.Name, StringComparer.Ordinal);
        if (inside is not null)
            return new CountryMatch(inside.Country, MatchRule.Inside, 0);
        return snapDegrees > 0 ? FindNearest(at) : default;
    }

    private CountryMatch FindNearest(Coordinate at)
    {
        var (nearest, distance) = Images(at)
            .SelectMany(Near)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Country.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest is null ? default : new CountryMatch(nearest, MatchRule.Nearest, distance);
    }

    /// <summary>The point, and the same point seen from the other side of ±180° if the snap distance reaches across.</summary>
    private IEnumerable<Coordinate> Images(Coordinate at)
    {
        yield return at;
        if (double.Abs(at.X) + snapDegrees > 180)
            yield return new Coordinate(at.X - double.CopySign(360, at.X), at.Y);
    }

    private IEnumerable<(CountryShape Country, double Distance)> Near(Coordinate at)
    {
        var reach = new Envelope(at);
        reach.ExpandBy(snapDegrees);
        var place = new Point(at);
        return index.Query(reach)
            .Select(part => (part.Country, Distance: part.Polygon.Distance(place)))
            .Where(candidate => candidate.Distance <= snapDegrees);
    }

    /// <summary>One polygon of a country, with the index that a prepared polygon would use.</summary>
    private sealed class Part(CountryShape country, Polygon polygon)
    {
        private readonly Lazy<IndexedPointInAreaLocator> locator = new(() => Built(polygon));

        public CountryShape Country => country;

        public Polygon Polygon => polygon;

        public bool Covers(Coordinate at) => locator.Value.Locate(at) != Location.Exterior;

        private static IndexedPointInAreaLocator Built(Polygon polygon)
        {
            var locator = new IndexedPointInAreaLocator(polygon);
            locator.Locate(polygon.Coordinate); // its own index is built by the first question, which threads would race for
            return locator;
        }
    }
}
