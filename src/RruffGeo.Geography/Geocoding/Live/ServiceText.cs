using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RruffGeo.Geography;

/// <summary>Texts and numbers taken from what a server sent: bounded, on one line, without control characters.</summary>
internal static class ServiceText
{
    private const int LongestName = 300;
    private const int LongestMessage = 160;

    /// <summary>A place's name as it may stand in a file.</summary>
    public static string Name(string text) => Plain(text, LongestName);

    /// <summary>The error message in a body: of JSON its message, of plain text the beginning, of a web page nothing.</summary>
    public static string Message(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Message(json.RootElement) : "";
        }
        catch (JsonException)
        {
            var text = Encoding.UTF8.GetString(body.Span[..int.Min(body.Length, 4 * LongestMessage)]).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
            return text.StartsWith('<') ? "" : Plain(text, LongestMessage);
        }
    }

    /// <summary>The message of an error body: <c>error</c> as text, <c>error.message</c> or <c>message</c>; empty if there is none.</summary>
    public static string Message(JsonElement body)
    {
        var holder = body.TryGetProperty("error", out var error) ? error : body;
        var message = holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty("message", out var inner) ? inner : holder;
        return message.ValueKind == JsonValueKind.String ? Plain(message.GetString()!, LongestMessage) : "";
    }

    /// <summary>The text of a property; empty if it is missing or no text.</summary>
    public static string Of(JsonElement holder, string property) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? Name(value.GetString()!)
            : "";

    /// <summary>A coordinate, written as a number or as a text; null if it is neither, or not finite.</summary>
    public static double? Degrees(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    private static string Plain(string text, int longest)
    {
        var plain = new StringBuilder(int.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length >= longest)
                return plain.Append('…').ToString();
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || Rune.IsWhiteSpace(rune))
                plain.Append(plain.Length > 0 && plain[^1] != ' ' ? " " : "");
            else
                plain.Append(rune.ToString());
        }

        return plain.ToString().TrimEnd();
    }
}
