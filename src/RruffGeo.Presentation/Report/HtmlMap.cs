using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;
using static RruffGeo.Presentation.Drawing.Markup;

namespace RruffGeo.Presentation.Report;

/// <summary>Writes the interactive map: outlines in the page, numbers as data, one stop for the tab key.</summary>
internal static class HtmlMap
{
    private const double Width = 960;
    private const double Edge = 4;
    private const double Radius = (Width - (2 * Edge)) / 2;
    private const double IsletRadius = 4;
    private const int ScaleSteps = 40;

    public static void Write(StringBuilder html, CountryMapBlock map)
    {
        var colourings = MapColouring.Of(map.Countries);
        html.Append("<figure class=\"worldmap\" data-table=\"").Append(Escape(HtmlTables.Anchor(map.Table))).Append(CultureInfo.InvariantCulture, $"\" data-column=\"{map.Column}\">\n");
        WriteChoices(html, map, colourings);
        WriteOutlines(html, map, colourings[0].Fills);
        WriteScale(html, colourings[0]);
        html.Append("<output class=\"mapinfo\" aria-live=\"polite\">Point at a country, or move with the arrow keys.</output>\n<figcaption>").Append(Escape(map.Caption)).Append("</figcaption>\n");
        HtmlArtifacts.WriteFrom(html, map.From);
        WriteData(html, map, colourings);
        html.Append("</figure>\n");
    }

    private static void WriteChoices(StringBuilder html, CountryMapBlock map, ImmutableArray<MapColouring> colourings)
    {
        html.Append("<div class=\"tools\" hidden><label>Colour <select data-colour>");
        foreach (var (index, colouring) in colourings.Index())
            html.Append(CultureInfo.InvariantCulture, $"<option value=\"{index}\">{Escape(colouring.Name)}</option>");
        html.Append("</select></label><label>Country <select data-country><option value=\"\">all</option>");
        foreach (var (index, country) in map.Countries.Index().OrderBy(country => country.Item.Name, StringComparer.Ordinal))
            html.Append(CultureInfo.InvariantCulture, $"<option value=\"{index}\">{Escape(country.Name)}</option>");
        html.Append("</select></label></div>\n");
    }

    private static void WriteOutlines(StringBuilder html, CountryMapBlock map, ImmutableArray<string> fills)
    {
        var places = map.Countries.Select((country, index) => (country.Name, index)).DistinctBy(country => country.Name).ToDictionary(country => country.Name, country => country.index, StringComparer.Ordinal);
        html.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Number(Width)} {Number((2 * Edge) + (2 * EqualEarth.HalfHeight * Radius / EqualEarth.HalfWidth))}\" role=\"group\" aria-label=\"World map\">\n");
        foreach (var region in map.Regions)
        {
            var outline = string.Concat(region.Rings.Select(ring => "M" + string.Join('L', ring.Select(point => OnPage(point.Longitude, point.Latitude))) + "Z"));
            html.Append("<path d=\"").Append(outline).Append('"');
            WriteCountry(html, "path", places.TryGetValue(region.Name, out var place) ? place : null, map, fills);
        }

        foreach (var islet in map.Islets.Where(islet => places.ContainsKey(islet.Name)))
        {
            html.Append(CultureInfo.InvariantCulture, $"<circle r=\"{Number(IsletRadius)}\" transform=\"translate({OnPage(islet.Longitude, islet.Latitude)})\"");
            WriteCountry(html, "circle", places[islet.Name], map, fills);
        }

        html.Append("</svg>\n");
    }

    private static void WriteCountry(StringBuilder html, string element, int? place, CountryMapBlock map, ImmutableArray<string> fills)
    {
        if (place is not { } index)
        {
            html.Append("/>\n");
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $" role=\"button\" tabindex=\"-1\" data-place=\"{index}\" fill=\"{fills[index]}\"><title>{Escape(Words(map.Countries[index]))}</title></{element}>\n");
    }

    private static void WriteScale(StringBuilder html, MapColouring first)
    {
        html.Append("<div class=\"mapscale\"><span data-low>").Append(Escape(first.Low)).Append("</span><svg viewBox=\"0 0 ").Append(ScaleSteps).Append(" 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        foreach (var (index, fill) in MapColouring.Scale(ScaleSteps).Index())
            html.Append(CultureInfo.InvariantCulture, $"<rect x=\"{index}\" width=\"1.05\" height=\"1\" fill=\"{fill}\"/>");
        html.Append("</svg><span data-high>").Append(Escape(first.High)).Append("</span><i class=\"nodata\"></i><span>no spectra, or not measured</span></div>\n");
    }

    private static void WriteData(StringBuilder html, CountryMapBlock map, ImmutableArray<MapColouring> colourings) => PageData.Append(html, "map-data", json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("countries");
        foreach (var country in map.Countries)
        {
            json.WriteStartObject();
            json.WritePropertyName("name");
            PageData.Text(json, country.Name);
            json.WritePropertyName("words");
            PageData.Text(json, Words(country));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("colours");
        foreach (var colouring in colourings)
        {
            json.WriteStartObject();
            json.WriteString("low", colouring.Low);
            json.WriteString("high", colouring.High);
            json.WriteStartArray("fills");
            foreach (var fill in colouring.Fills)
                json.WriteStringValue(fill);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string Words(MappedCountry country) =>
        $"{country.Name}: {Numerals.Of(country.Spectra)} {(country.Spectra == 1 ? "spectrum" : "spectra")} of {Numerals.Of(country.Specimens)} {(country.Specimens == 1 ? "specimen" : "specimens")}; "
        + (country.RowF1 is null && country.SpecimenF1 is null ? "F1 not measured" : $"F1 {F1(country.RowF1)} by row, {F1(country.SpecimenF1)} by specimen");

    private static string F1(double? value) => value is { } known ? Numerals.Of(known, 2) : "not measured";

    private static string OnPage(double longitude, double latitude)
    {
        var place = EqualEarth.Project(longitude, latitude);
        var unit = Radius / EqualEarth.HalfWidth;
        return $"{Number(Edge + ((place.X + EqualEarth.HalfWidth) * unit))},{Number(Edge + ((place.Y + EqualEarth.HalfHeight) * unit))}";
    }

    private static string Number(double value) => (Math.Round(value, 1) is 0 ? 0 : Math.Round(value, 1)).ToString("0.#", CultureInfo.InvariantCulture);
}
