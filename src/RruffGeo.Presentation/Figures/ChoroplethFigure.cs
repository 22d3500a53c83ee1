using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>Samples per country as shades of a world map (paper fig. 1), on a logarithmic scale.</summary>
public static class ChoroplethFigure
{
    private const double Width = 960;
    private const double Margin = 16;

    /// <summary>
    /// Draws <paramref name="samples"/> (by name, ≥ 1) on <paramref name="regions"/>; a name without a region becomes a disc at its place among
    /// <paramref name="islets"/>, one without either is listed below the map.
    /// </summary>
    public static Picture Draw(FigureText text, IReadOnlyList<MapRegion> regions, IReadOnlyList<MapIslet> islets, IReadOnlyDictionary<string, long> samples)
    {
        var mapHeight = WorldMap.HeightOf(Width - (2 * Margin));
        var sheet = new Sheet(text, Width, 58 + mapHeight + 92);
        var map = new WorldMap(sheet, Margin, sheet.Top, Width - (2 * Margin));
        var scale = new LogScale(1, Math.Max(10, samples.Values.DefaultIfEmpty(1).Max()), 0, 1);
        map.Draw(regions, region => samples.TryGetValue(region.Name, out var count) ? Palette.Viridis(1 - scale.At(count)) : Ink.Empty);
        foreach (var islet in islets.Where(islet => samples.ContainsKey(islet.Name)))
            sheet.Add(new PointMark(map.OnPage(islet.Longitude, islet.Latitude), 4, Palette.Viridis(1 - scale.At(samples[islet.Name])), Border: Ink.Muted));
        sheet.Brand(Margin, sheet.Top, Width - (2 * Margin), mapHeight);
        DrawLegend(sheet, scale, sheet.Top + mapHeight + 24);
        DrawUnplaced(sheet, samples.Keys.Except(regions.Select(r => r.Name)).Except(islets.Select(i => i.Name)).Order(StringComparer.Ordinal).ToList(), samples);
        return sheet.Finish();
    }

    private static void DrawLegend(Sheet sheet, LogScale scale, double y)
    {
        const double Left = 250;
        const double Length = 380;
        const int Steps = 76;
        sheet.Words(Left - 12, y + 11, "Samples (log scale)", Ink.Text, Anchor.End);
        for (var i = 0; i < Steps; i++)
            sheet.Add(new BoxMark(Left + (Length * i / Steps), y, (Length / Steps) + 0.4, 14, Palette.Viridis(1 - ((i + 0.5) / Steps))));
        foreach (var tick in scale.Ticks(0).Append(new Tick(scale.High, Numerals.Of((long)scale.High))).DistinctBy(t => t.Value))
        {
            var x = Left + (Length * scale.At(tick.Value));
            var room = (Lettering.Width(tick.Label, Sheet.SmallSize) + Lettering.Width(Numerals.Of((long)scale.High), Sheet.SmallSize)) / 2;
            var crowded = tick.Value < scale.High && Length * (1 - scale.At(tick.Value)) < room + 6;
            sheet.Line(x, y + 14, x, y + 19, Ink.Text);
            if (!crowded)
                sheet.Words(x, y + 31, tick.Label, Ink.Text, Anchor.Middle, Sheet.SmallSize);
        }

        sheet.Add(new BoxMark(Left + Length + 40, y, 22, 14, Ink.Empty, Ink.Grid));
        sheet.Words(Left + Length + 68, y + 11, "no samples", Ink.Text);
    }

    private static void DrawUnplaced(Sheet sheet, List<string> names, IReadOnlyDictionary<string, long> samples)
    {
        if (names.Count == 0)
            return;
        var list = string.Join(", ", names.Select(n => $"{n} ({Numerals.Of(samples[n])})"));
        sheet.Words(
            Margin, sheet.Height - 12, Lettering.Fit($"Not on this map: {list}", Sheet.SmallSize, Width - (2 * Margin)), Ink.Muted, size: Sheet.SmallSize);
    }
}
