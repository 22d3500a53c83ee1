using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>A place at which localities were put.</summary>
/// <param name="Longitude">° WGS 84.</param>
/// <param name="Latitude">° WGS 84.</param>
/// <param name="Precision">What the point stands for: <c>site</c>, <c>city</c>, <c>admin2</c>, <c>admin1</c> or <c>country</c>.</param>
/// <param name="Rows">Spectra put there, ≥ 1.</param>
public sealed record GeocodedPlace(double Longitude, double Latitude, string Precision, int Rows);

/// <summary>Where localities were put and what each point stands for: a place, or the middle of a unit or of a whole country (ours).</summary>
public static class PrecisionMapFigure
{
    private const double Width = 960;
    private const double Margin = 16;
    private const double SmallestRadius = 2.2;
    private const double LargestRadius = 9;

    // Coarsest first, as they are drawn: fine points lie on top.
    private static readonly ImmutableArray<(string Precision, string Label, Ink Ink, Outline Outline)> styles =
    [
        ("country", "middle of a country", Palette.OkabeIto[1], Outline.Diamond),
        ("admin1", "middle of a state or region", Palette.OkabeIto[4], Outline.Square),
        ("admin2", "middle of a county or district", Palette.OkabeIto[2], Outline.Triangle),
        ("city", "town or village", Palette.OkabeIto[0], Outline.Disc),
        ("site", "the site itself", Palette.OkabeIto[3], Outline.Triangle),
    ];

    /// <summary>Draws <paramref name="places"/> on <paramref name="regions"/>; a larger mark stands for more rows.</summary>
    public static Picture Draw(FigureText text, IReadOnlyList<MapRegion> regions, IReadOnlyList<GeocodedPlace> places)
    {
        var mapHeight = WorldMap.HeightOf(Width - (2 * Margin));
        var present = styles.Where(style => places.Any(place => place.Precision == style.Precision)).ToList();
        var sheet = new Sheet(text, Width, 58 + mapHeight + 34 + (22 * ((present.Count + 1) / 2)) + 24);
        var map = new WorldMap(sheet, Margin, sheet.Top, Width - (2 * Margin));
        map.Draw(regions, _ => Ink.Empty);
        var most = Math.Max(1, places.Select(place => place.Rows).DefaultIfEmpty(1).Max());
        double RadiusOf(int rows) => SmallestRadius + ((LargestRadius - SmallestRadius) * Math.Sqrt((rows - 1.0) / Math.Max(1, most - 1)));
        foreach (var style in present)
            foreach (var place in places.Where(place => place.Precision == style.Precision)
                .OrderByDescending(place => place.Rows).ThenBy(place => place.Longitude).ThenBy(place => place.Latitude))
                sheet.Add(new PointMark(map.OnPage(place.Longitude, place.Latitude), RadiusOf(place.Rows), style.Ink with { Opacity = 0.85 }, style.Outline, Ink.Page));
        sheet.Brand(Margin, sheet.Top, Width - (2 * Margin), mapHeight);

        var y = sheet.Top + mapHeight + 26;
        long all = Math.Max(1, places.Sum(place => (long)place.Rows));
        foreach (var (index, style) in present.AsEnumerable().Reverse().Index())
        {
            var (x, line) = (Margin + (index % 2 * (Width / 2)), y + (22 * (index / 2)));
            var rows = places.Where(place => place.Precision == style.Precision).Sum(place => (long)place.Rows);
            sheet.Add(new PointMark(new Place(x + 6, line - 4), 5, style.Ink, style.Outline));
            sheet.Words(x + 18, line, $"{style.Label}: {Numerals.Of(rows)} spectra ({Numerals.Percent((double)rows / all)})", Ink.Text);
        }

        sheet.Words(
            Margin, sheet.Height - 12, $"A larger mark stands for more spectra, the largest for {Numerals.Of(most)}. Fine points lie on top of coarse ones.", Ink.Muted, size: Sheet.SmallSize);
        return sheet.Finish();
    }
}
