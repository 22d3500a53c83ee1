using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Report;

/// <summary>Data that the page's scripts read: JSON in an element that no browser runs.</summary>
/// <remarks>The writer's default encoder leaves no angle bracket, ampersand, quotation mark or line separator as it is, so that no text can end the element.</remarks>
internal static class PageData
{
    /// <summary>Appends the element with what <paramref name="write"/> writes.</summary>
    /// <param name="html">The page.</param>
    /// <param name="id">Its id.</param>
    /// <param name="write">Writes one JSON value.</param>
    public static void Append(StringBuilder html, string id, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
            write(json);
        html.Append("<script type=\"application/json\" id=\"").Append(Markup.Escape(id)).Append("\">").Append(Encoding.UTF8.GetString(bytes.WrittenSpan)).Append("</script>\n");
    }

    /// <summary>A text as the page shows it elsewhere.</summary>
    public static void Text(Utf8JsonWriter json, string text) => json.WriteStringValue(Markup.Legible(text));

    /// <summary>A number with <paramref name="digits"/> significant digits; null for what is missing or not finite.</summary>
    public static void Number(Utf8JsonWriter json, double? value, int digits)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteRawValue(double.Parse(number.ToString($"G{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("0.###############", CultureInfo.InvariantCulture));
        else
            json.WriteNullValue();
    }
}
