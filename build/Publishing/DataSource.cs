using System.Collections.Immutable;

namespace RruffGeo.Build.Publishing;

/// <summary>Something that others made and a bundle rests on.</summary>
/// <param name="Name">Name, with authors where there are any.</param>
/// <param name="Terms">Licence or terms, and what was done with it.</param>
/// <param name="Address">Where it comes from; empty if nowhere in particular.</param>
internal sealed record DataSource(string Name, string Terms, string Address)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<DataSource> All { get; } =
    [
        new("Paper: F. Pappone, F. Califano, M. Tafani, From Spectra to Geography: Intelligent Mapping of RRUFF Mineral Data, 2024",
            "Its printed numbers are quoted beside recomputed ones.", ""),
        new("RRUFF: B. Lafuente, R. T. Downs, H. Yang, N. Stone (2015), The power of databases: the RRUFF project, in Highlights in Mineralogical Crystallography, De Gruyter, pp. 1–30",
            "No terms for redistribution are known; its spectra are not in here. Names of minerals and localities, and ids, are cited from it.", "https://rruff.info"),
        new("GeoNames", "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). The gazetteer contains data from GeoNames, reduced and reformatted.", "https://www.geonames.org"),
        new("Natural Earth", "Public domain. Country outlines by way of world-atlas 2.0.2, © Michael Bostock, ISC licence: LICENSES/geographic-data.md.", "https://www.naturalearthdata.com"),
        new("DejaVu Sans", "Typeface of the figures. Bitstream Vera licence, DejaVu changes in the public domain: LICENSES/DejaVuSans.txt.", "https://dejavu-fonts.github.io"),
        new("Equal Earth", "Map projection of B. Šavrič, T. Patterson, B. Jenny (2018), computed from its published equations.", ""),
        new("Colours", "The palette of M. Okabe and K. Ito; viridis of S. van der Walt and N. Smith, CC0.", ""),
        new("RruffGeo", "The program, and what it wrote: tables, figures, metrics, folds, report. MIT: LICENSE.", ""),
    ];
}
