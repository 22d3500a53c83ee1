using System.Collections.Immutable;
using RruffGeo.Presentation.Report;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Stages;

/// <summary>The report's section to look around in: a map whose countries filter the table below it, and a viewer of spectra.</summary>
internal static class ExploreSection
{
    private const string TableId = "per-country-metrics";

    public static Section Of(PaperSources sources, ImmutableArray<Table> tables, ImmutableArray<ViewedSpectrum> spectra) => new(
        "explore", "Countries and spectra",
        [
            ReportSections.Circularity, Map(sources), .. tables.Where(table => table.Id == TableId && table.Rows.Length > 0).Select(table => new TableBlock(table, Folding.Folded)),
            .. spectra.IsEmpty ? (Block[])[] : [new SpectraBlock(ViewedSpectra.Caption, spectra)],
        ]);

    private static CountryMapBlock Map(PaperSources sources)
    {
        var (regions, islets) = MapOutlines.Of(sources.Countries.Select(country => country.Country));
        var network = sources.Network;
        var f1 = sources.PerCountry.Where(row => row.Model == network).GroupBy(row => (row.Protocol, row.Country)).ToDictionary(group => group.Key, group => group.First().PooledF1);
        double? F1(string protocol, string country) => f1.TryGetValue((protocol, country), out var value) ? value : null;
        return new CountryMapBlock(
            $"Natural spectra by country; F1 of {(network.Length > 0 ? Naming.Model(network) : "no network")}, of the summed confusion matrix. Choose a country to see only its rows in the table below the map. Discs: countries too small for the outlines.",
            regions, islets,
            [
                .. sources.Countries.Where(country => country.Samples > 0)
                    .Select(country => new MappedCountry(country.Country, country.Samples, country.Specimens, F1("row", country.Country), F1("specimen", country.Country))),
            ],
            TableId, 1);
    }
}
