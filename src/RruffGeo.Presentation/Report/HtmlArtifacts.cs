using System.Collections.Immutable;
using System.Text;
using RruffGeo.Presentation.Drawing;
using static RruffGeo.Presentation.Drawing.Markup;

namespace RruffGeo.Presentation.Report;

/// <summary>Writes which files a figure or table comes from, and the list of all files with their digests.</summary>
internal static class HtmlArtifacts
{
    private const int Shown = 3;

    /// <summary>One line with a link for each file; beyond three only their number.</summary>
    public static void WriteFrom(StringBuilder html, ImmutableArray<ArtifactFile> files)
    {
        if (files.IsEmpty)
            return;
        html.Append("<p class=\"from\">From ");
        foreach (var (index, file) in files.Take(Shown).Index())
        {
            html.Append(index > 0 ? ", " : "").Append("<a href=\"#").Append(Escape(file.Anchor)).Append("\" title=\"SHA-256 ").Append(Escape(file.Sha256)).Append("\">")
                .Append(Escape(file.Path)).Append(" <code>").Append(Escape(file.LeadingDigits)).Append("</code></a>");
        }

        if (files.Length > Shown)
            html.Append(" and <a href=\"#").Append(Escape(files[Shown].Anchor)).Append("\">").Append(Numerals.Of(files.Length - Shown)).Append(" more of their kind</a>");
        html.Append("</p>\n");
    }

    /// <summary>All files, folded, each with its whole digest.</summary>
    public static void Write(StringBuilder html, ArtifactsBlock block)
    {
        html.Append("<details><summary>").Append(Escape(block.Title)).Append(" (").Append(Numerals.Of(block.Files.Length))
            .Append(")</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"").Append(Escape(block.Title))
            .Append("\"><table class=\"artifacts\"><thead><tr><th scope=\"col\">File</th><th scope=\"col\" class=\"number\">Bytes</th><th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n");
        foreach (var file in block.Files)
        {
            html.Append("<tr id=\"").Append(Escape(file.Anchor)).Append("\" tabindex=\"-1\"><td>").Append(Escape(file.Path)).Append("</td><td class=\"number\">").Append(Numerals.Of(file.Bytes))
                .Append("</td><td><code>").Append(Escape(file.Sha256)).Append("</code> <button type=\"button\" class=\"copy\" data-copy=\"").Append(Escape(file.Sha256))
                .Append("\" hidden>Copy</button></td></tr>\n");
        }

        html.Append("</tbody></table></div></details>\n");
    }
}
