using System.Text;

namespace RruffGeo.Presentation.Drawing;

/// <summary>Makes any text safe inside XML and HTML, in elements and in quoted attributes alike.</summary>
public static class Markup
{
    /// <summary><paramref name="text"/> with the five special characters as entities and without characters that XML forbids.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                '\t' or '\n' or '\r' => safe.Append(' '),
                < 0x20 or 0x7F or 0xFFFE or 0xFFFF => safe.Append('\uFFFD'),
                _ => safe.Append(rune.ToString()),
            };
        }

        return safe.ToString();
    }
}
