using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;
using RruffGeo.Presentation.Report;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Presentation.Tests;

public sealed class HtmlReportTests
{
    private const string Hostile = "</td></script><script>alert('x')</script><img src=x onerror=alert(1)>\"'&";

    private static string Page(string text, DataOrigin origin = DataOrigin.Measured) => HtmlReport.Of(new ReportPage(
        text, text, origin, [new Tiles([new Tile(text, text, text)]), new DividedBar(text, [new Bar(text, 1, "good")]), new Caution(text, text)],
        [
            new Section("one", text,
            [
                new Paragraph(text), new Flow([new FlowStep(text, 1, [text])]), new Facts(text, [(text, text)]), new Attribution(text, "https://example.org/?a=" + text), new Attribution(text, "javascript:alert(1)"),
                new TableBlock(new Table("t", text, origin, [new Column(text, text, CellKind.Text)], [[Cell.Of(text)]], text), Folding.Folded),
                new FigureBlock("f", text, new Picture(text, text, 10, 10, [new TextMark(new Place(0, 5), text, 4, Ink.Text)])),
                new TableBlock(new Table("long", text, origin, [new Column(text, text, CellKind.Text), new Column(text, text, CellKind.Number)], [.. Enumerable.Range(0, 300).Select(row => ImmutableArray.Create(Cell.Of(text), Cell.Of(row, 2)))])),
                new CountryMapBlock(text, [new MapRegion(text, [[(0, 0), (1, 0), (1, 1)]])], [new MapIslet("islet" + text, 5, 5)], [new MappedCountry(text, 3, 2, 0.5, null), new MappedCountry("islet" + text, 1, 1, null, null)], "long", 0),
                new SpectraBlock(text, [new ViewedSpectrum(text, text, new ViewedCurve([1, 2, 3], [1, 5, 2]), null)]),
                new ArtifactsBlock(text, [new ArtifactFile(text, text, 1)]),
                new LedgerBlock([new CheckedClaim(text, text, text, text, text, Verdict.Differs, text)]),
            ]),
        ]));

    [Fact]
    public void Untrusted_text_becomes_no_markup_anywhere()
    {
        var page = Page(Hostile);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", page, StringComparison.Ordinal);
        var harmless = Page("Quartz");
        Assert.Equal(Regex.Count(harmless, "<[a-z]"), Regex.Count(page, "<[a-z]"));
        Assert.Equal(Regex.Count(harmless, "=\""), Regex.Count(page, "=\""));
    }

    [Fact]
    public void The_policy_allows_this_script_and_this_style_by_their_digests()
    {
        var page = Page("x");
        foreach (var tag in new[] { "script", "style" })
        {
            var allowed = Regex.Match(page, $"{tag}-src ([^;]*);").Groups[1].Value.Split(' ');
            var present = Regex.Matches(page, $"<{tag}>(.*?)</{tag}>", RegexOptions.Singleline)
                .Select(match => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(match.Groups[1].Value)))}'");
            Assert.Equal(allowed, present);
        }

        Assert.Empty(Regex.Matches(page, " (style|on[a-z]+)=\""));
    }

    [Fact]
    public void A_report_on_simulated_data_has_a_banner_on_every_section()
    {
        Assert.Equal(2, Regex.Count(Page("x", DataOrigin.Simulated), "class=\"banner\""));
        Assert.DoesNotContain("class=\"banner\"", Page("x"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u0001b", "a\uFFFDb")]
    [InlineData("a\nb", "a b")]
    [InlineData("<&>\"'", "&lt;&amp;&gt;&quot;&#39;")]
    [InlineData("Příbram γ ⁻¹", "Příbram γ ⁻¹")]
    public void Escaping_keeps_letters_and_disarms_the_rest(string text, string escaped) => Assert.Equal(escaped, Markup.Escape(text));
}
