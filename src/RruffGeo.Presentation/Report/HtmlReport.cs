using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using static RruffGeo.Presentation.Drawing.Markup;

namespace RruffGeo.Presentation.Report;

/// <summary>Writes a report as one HTML file that needs nothing beside it and asks nothing of any network.</summary>
public static class HtmlReport
{
    /// <summary>The page. Its content security policy allows only its own style and scripts, by digest.</summary>
    public static string Of(ReportPage page)
    {
        var plots = page.First.Concat(page.Sections.SelectMany(section => section.Blocks)).Any(block => block is SpectraBlock);
        var style = Resource("report.css") + Resource("explore.css") + (plots ? Resource("uPlot.min.css") : "");
        var theme = Resource("theme.js");
        ImmutableArray<string> scripts =
            [.. plots ? (string[])[Resource("uPlot.iife.min.js")] : [], Resource("tables.js"), Resource("map.js"), .. plots ? (string[])[Resource("spectra.js")] : [], Resource("page.js")];
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '").Append(Digest(style))
            .Append("'; script-src ").AppendJoin(' ', scripts.Prepend(theme).Select(script => $"'{Digest(script)}'"))
            .Append("; img-src data:; base-uri 'none'; form-action 'none'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Append("<title>").Append(Escape(Banner(page) is { Length: > 0 } words ? $"{words}: {page.Title}" : page.Title)).Append("</title>\n")
            .Append("<style>").Append(style).Append("</style>\n<script>").Append(theme).Append("</script>\n</head>\n<body>\n");
        WriteContents(html, page);
        WriteFirstScreen(html, page);
        foreach (var section in page.Sections)
        {
            html.Append("<section id=\"").Append(Escape(section.Id)).Append("\">\n");
            WriteBanner(html, page);
            html.Append("<h2>").Append(Escape(section.Heading)).Append("</h2>\n");
            foreach (var block in section.Blocks)
                HtmlBlocks.Write(html, block);
            html.Append("</section>\n");
        }

        html.Append("</main>\n");
        foreach (var script in scripts)
            html.Append("<script>").Append(script).Append("</script>\n");
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void WriteContents(StringBuilder html, ReportPage page)
    {
        html.Append("<a class=\"skip\" href=\"#first\">To the results</a>\n<nav aria-label=\"Sections\"><details class=\"contents\"><summary>Contents</summary><ol>\n<li><a href=\"#first\">In numbers</a></li>\n");
        foreach (var section in page.Sections)
            html.Append("<li><a href=\"#").Append(Escape(section.Id)).Append("\">").Append(Escape(section.Heading)).Append("</a></li>\n");
        html.Append("</ol></details><button type=\"button\" class=\"theme\" hidden>Theme: system</button></nav>\n");
    }

    private static void WriteFirstScreen(StringBuilder html, ReportPage page)
    {
        html.Append("<main>\n<header id=\"first\" tabindex=\"-1\">\n");
        WriteBanner(html, page);
        html.Append("<h1>").Append(Escape(page.Title)).Append("</h1>\n<p class=\"lead\">").Append(Escape(page.Lead)).Append("</p>\n");
        foreach (var block in page.First)
            HtmlBlocks.Write(html, block);
        html.Append("</header>\n");
    }

    private static void WriteBanner(StringBuilder html, ReportPage page)
    {
        if (Banner(page) is { Length: > 0 } words)
            html.Append("<p class=\"banner\"><strong>").Append(words).Append("</strong> from the embedded demo corpus: nothing here is a result about RRUFF.</p>\n");
    }

    private static string Banner(ReportPage page) => page.Origin == DataOrigin.Simulated ? DataOrigins.Words(page.Origin) : "";

    private static string Digest(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
