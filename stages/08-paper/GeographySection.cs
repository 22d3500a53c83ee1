using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Report;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Stages;

/// <summary>The report's section on places and countries.</summary>
internal static class GeographySection
{
    public static Section Of(PaperSources sources, ImmutableArray<Table> tables) => new(
        "geography", "Places and countries",
        [
            new Paragraph(Lead(sources)), ReportSections.Circularity, new TableBlock(tables.Single(table => table.Id == "placements")),
            .. tables.Where(table => table.Id is "suspicious-localities" or "synthetic-cases" && table.Rows.Length > 0).Select(table => new TableBlock(table, Folding.Folded)),
            Polygons(sources),
        ]);

    private static string Lead(PaperSources sources)
    {
        var placed = sources.Placements.Where(row => row.Precision.Length > 0).ToList();
        var (samples, localities) = (sources.Placements.Sum(row => row.Samples), sources.Placements.Sum(row => row.Localities));
        return $"{Share(placed.Sum(row => row.Localities), localities)} of {Numerals.Of(localities)} distinct localities have a point, which gives one to {Share(placed.Sum(row => row.Samples), samples)} of the spectra; "
            + $"{Share(placed.Where(row => row.Precision == "country").Sum(row => row.Samples), samples)} of the spectra have nothing finer than a country. "
            + $"{Numerals.Of(placed.Sum(row => row.Nearest + row.None))} spectra lie in no polygon ({Numerals.Of(placed.Sum(row => row.Nearest))} of them take the nearest). "
            + $"The country that the text names and the polygon's differ on {Numerals.Of(placed.Sum(row => row.Disagreeing))} spectra. "
            + $"{Numerals.Of(sources.Suspicious.Count)} localities carry a sign that a person should look at.";
    }

    private static Facts Polygons(PaperSources sources) => new(
        $"Country polygons: {sources.Polygons.Source}, {Numerals.Of(sources.Polygons.Repairs.Count)} notes of repair",
        [("digest", sources.Polygons.Sha256.Length > 0 ? $"SHA-256 {sources.Polygons.Sha256}" : "embedded"), .. sources.Polygons.Repairs.Select(Note)]);

    private static (string, string) Note(string note) => note.Split(": ", 2) is [var country, var what] ? (country, what) : ("", note);

    private static string Share(long part, long whole) => Numerals.Percent(whole == 0 ? 0 : (double)part / whole);
}
