using System.Text;

namespace RruffGeo.Presentation.Drawing;

/// <summary>Makes any text safe inside XML and HTML, in elements and in quoted attributes alike.</summary>
public static class Markup
{
    /// <summary><paramref name="text"/> with the five special characters as entities and without characters that XML forbids.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in Legible(text))
        {
            _ = letter switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                _ => safe.Append(letter),
            };
        }

        return safe.ToString();
    }

    /// <summary><paramref name="text"/> on one line and without characters that XML forbids or that show nothing; halves of letters become the sign for what cannot be read.</summary>
    public static string Legible(string text)
    {
        var legible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\t' or '\n' or '\r' => legible.Append(' '),
                < 0x20 or 0x7F or 0xFFFE or 0xFFFF => legible.Append('\uFFFD'),
                _ => legible.Append(rune.ToString()),
            };
        }

        return legible.ToString();
    }
}
