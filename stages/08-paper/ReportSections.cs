using System.Collections.Immutable;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Report;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Stages;

/// <summary>The sections of the report after its first screen.</summary>
internal static class ReportSections
{
    private static readonly ImmutableArray<string> DataFigureIds = ["figure-1-map", "geocoding-precision", "figure-2-countries", "figure-3-species", "figure-4-spectra", "figure-5-resampled"];
    private static readonly ImmutableArray<string> AuditFigureIds = ["leakage-audit", "learning-curves"];

    /// <summary>The note that stands beside every result (circular geocoding).</summary>
    public static Caution Circularity { get; } = new(
        "Circular by construction.",
        "The offline geocoder reads the country from the last field of the locality text, and its point then falls into that country's polygon: the spatial join confirms itself. "
        + "Labels are what the locality texts say, not independent positions; truncation makes the paper's live geocoders nearly as circular.");

    /// <summary>The sections in the order of the report: one line each.</summary>
    public static ImmutableArray<Section> Of(ReportContents contents) => Of(contents, contents.Sources, contents.Tables, contents.Figures);

    private static ImmutableArray<Section> Of(ReportContents contents, PaperSources sources, ImmutableArray<Table> tables, ImmutableArray<DrawnFigure> figures) =>
    [
        new("data", "Data", [RowFlow.Text(sources), .. Figures(figures, f => f.Id == "row-flow"), .. GeocoderBlocks.Failures(sources), .. LoadTables.Coverage(sources), .. Named(tables, "row-flow", "section-3-totals", "archives"), .. Folded(tables, "join-counts", "rejections"), .. LoadTables.Shown(tables), .. Figures(figures, f => DataFigureIds.Contains(f.Id))]),
        GeographySection.Of(sources, tables),
        new("tables", "Tables 1–3", [.. Named(tables, "table-1-countries", "table-2-species", "table-3-breakdown")]),
        new("results", "Results", [Circularity, .. Figures(figures, f => !DataFigureIds.Contains(f.Id) && !AuditFigureIds.Contains(f.Id) && f.Id != "row-flow"), .. Folded(tables, "comparisons", "overall-metrics", "single-folds", "calibration", "prediction-sets", "selective-accuracy", "fold-warnings")]),
        ExploreSection.Of(sources, tables, contents.Spectra),
        new("audit", "Leakage audit", [new Paragraph(LeakageSentence.Of(sources)), Circularity, .. Figures(figures, f => AuditFigureIds.Contains(f.Id)), .. Named(tables, "audit-page", "audit-by-model"), .. Folded(tables, "leakage-audit", "novelty"), .. Named(tables, "twin-recall"), .. Folded(tables, "suspicious-twins")]),
        new("claims", "Claims", [new Paragraph(ClaimsLead(sources)), new LedgerBlock(contents.Claims)]),
        WriteCards.Section(contents.Cards),
        ProvenanceSection.Of(sources, contents.Files),
        new("attributions", "Sources and licences", [.. Attributions, .. GeocoderBlocks.Attributions(sources)]),
    ];

    private static ImmutableArray<Block> Attributions { get; } =
    [
        new Attribution(
            "Paper: F. Pappone, F. Califano, M. Tafani, From Spectra to Geography: Intelligent Mapping of RRUFF Mineral Data, 2024.", ""),
        new Attribution(
            "RRUFF spectra: B. Lafuente, R. T. Downs, H. Yang, N. Stone (2015), The power of databases: the RRUFF project, in Highlights in Mineralogical Crystallography, De Gruyter, pp. 1–30.", "https://rruff.info/"),
        new Attribution("Gazetteer: contains data from GeoNames, CC BY 4.0, reduced and reformatted.", "https://www.geonames.org"),
        new Attribution("Country outlines: made with Natural Earth, free vector and raster map data, public domain; derived from world-atlas 2.0.2, © Michael Bostock, ISC licence.", "https://www.naturalearthdata.com"),
        new Attribution("Typeface of the figures: DejaVu Sans, Bitstream Vera licence with DejaVu changes in the public domain.", "https://dejavu-fonts.github.io"),
        new Attribution("Viewer of spectra: uPlot 1.6.32, © 2022 Leon Sorokin, MIT licence, unchanged inside this file.", "https://github.com/leeoniya/uPlot"),
        new Facts("Licence of uPlot", [("MIT", VendoredLicence.UPlot)]),
        new Attribution("Map projection: Equal Earth (Šavrič, Patterson, Jenny 2018). Colours: Okabe and Ito; viridis.", ""),
    ];

    private static string ClaimsLead(PaperSources sources) =>
        "Each claim of the paper with the value recomputed here and where it comes from. Checks marked “paper alone” need no data: they hold the paper's numbers against each other. "
        + (sources.Origin == DataOrigin.Simulated ? "Simulated data can confirm or refute nothing about RRUFF, so checks against them are marked as not applicable." : "A sample is one spectrum file.");

    private static IEnumerable<Block> Figures(ImmutableArray<DrawnFigure> figures, Func<DrawnFigure, bool> wanted) =>
        figures.Where(wanted).Select(f => new FigureBlock(f.Id, f.Caption, f.Picture));

    private static IEnumerable<Block> Named(ImmutableArray<Table> tables, params string[] ids) =>
        ids.SelectMany(id => tables.Where(t => t.Id == id)).Select(t => new TableBlock(t));

    private static IEnumerable<Block> Folded(ImmutableArray<Table> tables, params string[] ids) =>
        ids.SelectMany(id => tables.Where(t => t.Id == id && t.Rows.Length > 0)).Select(t => new TableBlock(t, Folding.Folded));
}
