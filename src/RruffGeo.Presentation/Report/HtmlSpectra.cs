using System.Text;
using System.Text.Json;
using static RruffGeo.Presentation.Drawing.Markup;

namespace RruffGeo.Presentation.Report;

/// <summary>Writes the viewer of spectra: its controls in the page, its curves as data.</summary>
internal static class HtmlSpectra
{
    private const int Digits = 4;

    public static void Write(StringBuilder html, SpectraBlock block)
    {
        html.Append("<figure class=\"spectra\" id=\"spectra-viewer\">\n<div class=\"tools\" hidden><label>Species <select data-species></select></label><label>Spectrum <select data-spectrum></select></label>")
            .Append("<label>Height <select data-height><option value=\"own\">each curve to its own maximum</option><option value=\"measured\">as measured (a.u.)</option></select></label>")
            .Append("<span class=\"zoom\" role=\"group\" aria-label=\"Zoom\"><button type=\"button\" data-zoom=\"0.5\">Zoom in</button><button type=\"button\" data-zoom=\"2\">Zoom out</button><button type=\"button\" data-zoom=\"all\">Whole range</button></span></div>\n")
            .Append("<div class=\"plot\" tabindex=\"0\" role=\"group\" aria-label=\"Spectrum; arrow keys move the cursor\"></div>\n<output class=\"readout\" aria-live=\"polite\"></output>\n")
            .Append("<noscript><p class=\"note\">The viewer needs scripts; figures 4 and 5 show examples without them.</p></noscript>\n<figcaption>").Append(Escape(block.Caption)).Append("</figcaption>\n");
        HtmlArtifacts.WriteFrom(html, block.From);
        PageData.Append(html, "spectra-data", json =>
        {
            json.WriteStartArray();
            foreach (var spectrum in block.Spectra)
                WriteSpectrum(json, spectrum);
            json.WriteEndArray();
        });
        html.Append("</figure>\n");
    }

    private static void WriteSpectrum(Utf8JsonWriter json, ViewedSpectrum spectrum)
    {
        var axes = new[] { spectrum.Raw, spectrum.Processed }.OfType<ViewedCurve>().Where(curve => curve.Wavenumbers.Length > 1).Select(curve => curve.Wavenumbers).ToList();
        if (axes.Count == 0)
            return;
        var (first, last) = (axes.Min(axis => axis[0]), axes.Max(axis => axis[^1]));
        json.WriteStartObject();
        json.WritePropertyName("species");
        PageData.Text(json, spectrum.Species);
        json.WritePropertyName("label");
        PageData.Text(json, spectrum.Label);
        json.WritePropertyName("first");
        PageData.Number(json, first, 7);
        json.WritePropertyName("last");
        PageData.Number(json, last, 7);
        WriteCurve(json, "raw", spectrum.Raw, first, last);
        WriteCurve(json, "processed", spectrum.Processed, first, last);
        json.WriteEndObject();
    }

    private static void WriteCurve(Utf8JsonWriter json, string name, ViewedCurve? curve, float first, float last)
    {
        if (curve is null)
            return;
        json.WriteStartArray(name);
        foreach (var intensity in ThinnedCurve.Of(curve, first, last, SpectraBlock.Points))
            PageData.Number(json, intensity, Digits);
        json.WriteEndArray();
    }
}
