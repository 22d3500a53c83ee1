using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>The world on a sheet, in the Equal Earth projection.</summary>
/// <param name="sheet">The sheet.</param>
/// <param name="left">Left edge of the map, 1/96 inch.</param>
/// <param name="top">Upper edge of the map, 1/96 inch.</param>
/// <param name="width">Width of the map, 1/96 inch.</param>
internal sealed class WorldMap(Sheet sheet, double left, double top, double width)
{
    // Longest step along an edge, degrees: straight edges of the globe are curves on the map.
    private const double LongestStep = 3;

    private readonly double radius = width / (2 * EqualEarth.HalfWidth);

    /// <summary>Height of a map of the given width.</summary>
    public static double HeightOf(double width) => width * EqualEarth.HalfHeight / EqualEarth.HalfWidth;

    /// <summary>Where a point, ° WGS 84, lies on the sheet.</summary>
    public Place OnPage(double longitude, double latitude)
    {
        var place = EqualEarth.Project(longitude, latitude);
        return new Place(left + ((place.X + EqualEarth.HalfWidth) * radius), top + ((place.Y + EqualEarth.HalfHeight) * radius));
    }

    /// <summary>Draws the sea and the regions, each in its colour.</summary>
    public void Draw(IEnumerable<MapRegion> regions, Func<MapRegion, Ink> fill)
    {
        sheet.Add(new AreaMark([Curved([(-180, -90), (180, -90), (180, 90), (-180, 90)])], new Ink("#f7f9fb", "sea"), Ink.Grid, 0.8));
        foreach (var region in regions)
            sheet.Add(new AreaMark([.. region.Rings.Select(Curved)], fill(region), Ink.Page, 0.4));
    }

    private ImmutableArray<Place> Curved(ImmutableArray<(double Longitude, double Latitude)> ring)
    {
        var places = ImmutableArray.CreateBuilder<Place>(ring.Length);
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            var pieces = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(b.Longitude - a.Longitude), Math.Abs(b.Latitude - a.Latitude)) / LongestStep));
            for (var piece = 0; piece < pieces; piece++)
            {
                var share = (double)piece / pieces;
                places.Add(OnPage(a.Longitude + ((b.Longitude - a.Longitude) * share), a.Latitude + ((b.Latitude - a.Latitude) * share)));
            }
        }

        return places.ToImmutable();
    }
}
