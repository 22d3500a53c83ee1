using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

public sealed class JoinCountriesTests : IDisposable
{
    private const string Tsumeb = "Tsumeb, Namibia";
    private const string Nowhere = "unknown";
    private const string Ocean = "Atlantic Ocean";
    private const string Labrador = "Labrador, Canada";
    private const string Grown = "Synthetic, Namibia";

    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-joined-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_point_gives_its_country_and_every_row_is_kept_in_order()
    {
        var rows = Join(Sample("a", Tsumeb), Sample("b", Nowhere), Sample("c", Labrador)).Spectra;

        Assert.Equal(["a", "b", "c"], rows.Select(row => row.SpectrumId));
        Assert.Equal(["Namibia", "", "Canada"], rows.Select(row => row.Country));
        Assert.Equal(["NA", "", "CA"], rows.Select(row => row.IsoCode));
        Assert.Equal(["inside", "none", "inside"], rows.Select(row => row.JoinRule));
    }

    [Fact]
    public void A_row_that_is_left_out_says_all_its_reasons()
    {
        var rows = Join(
            Sample("a", Tsumeb), Sample("b", Nowhere), Sample("c", Ocean), Sample("d", Grown), Sample("e", Tsumeb) with { Mineral = "" }).Spectra;

        Assert.Equal(["", "no-coordinates", "no-country", "no-coordinates;synthetic", "no-mineral"], rows.Select(row => row.Exclusions));
    }

    [Fact]
    public void The_deciding_keyword_and_its_field_are_kept()
    {
        var rows = Join(Sample("a", Grown), Sample("b", Tsumeb) with { Mineral = "Man-made quartz" }, Sample("c", Labrador)).Spectra;

        Assert.Equal(["synthetic in locality", "man-made in name", ""], rows.Select(row => row.SyntheticKeyword));
    }

    [Fact]
    public void A_keyword_inside_a_word_counts_under_the_substring_rule_alone_and_is_marked()
    {
        var sample = Sample("a", Tsumeb) with { Mineral = "Photosynthetic crust" };

        var byWord = Join(sample).Spectra[0];
        var bySubstring = Join(new JoinedParameters { SyntheticRule = "substring" }, sample).Spectra[0];

        Assert.Equal((false, true), (byWord.Synthetic, byWord.SyntheticRulesDiffer));
        Assert.Equal((true, true), (bySubstring.Synthetic, bySubstring.SyntheticRulesDiffer));
    }

    [Fact]
    public void A_point_at_sea_takes_the_nearest_country_only_if_asked()
    {
        // Half a degree off Namibia's coast.
        var sample = Sample("a", Ocean);

        Assert.Equal("none", Join(sample).Spectra[0].JoinRule);
        var snapped = Join(new JoinedParameters { SnapDegrees = 2 }, sample).Spectra[0];
        Assert.Equal(("nearest", "Namibia"), (snapped.JoinRule, snapped.Country));
    }

    [Fact]
    public void An_unknown_locality_is_a_group_of_its_own_for_each_specimen()
    {
        var rows = Join(
            Sample("a", Nowhere), Sample("b", Nowhere) with { Specimen = "R000002" }, Sample("c", Tsumeb), Sample("d", Tsumeb) with { Specimen = "R000002" }).Spectra;

        Assert.NotEqual(rows[0].LocalityGroup, rows[1].LocalityGroup);
        Assert.Equal("tsumeb, namibia", rows[2].LocalityGroup);
        Assert.Equal(rows[2].LocalityGroup, rows[3].LocalityGroup);
    }

    [Fact]
    public void Table_1_counts_natural_samples_and_cumulates()
    {
        var countries = Join(
            Sample("a", Labrador), Sample("b", Tsumeb), Sample("c", Tsumeb), Sample("d", Tsumeb), Sample("e", Tsumeb) with { Mineral = "Synthetic quartz" }).Countries;

        Assert.Equal([("Namibia", 3, 75.0), ("Canada", 1, 100.0)], countries.Select(row => (row.Country, row.Samples, row.CumulativePercent)));
    }

    [Fact]
    public void Table_2_puts_equal_counts_in_ordinal_order()
    {
        var species = Join(
            Sample("a", Tsumeb) with { Mineral = "Zircon" }, Sample("b", Tsumeb), Sample("c", Tsumeb) with { Mineral = "Albite" }, Sample("d", Tsumeb)).Species;

        Assert.Equal([(1, "Quartz", 2), (2, "Albite", 1), (3, "Zircon", 1)], species.Select(row => (row.Rank, row.Mineral, row.Samples)));
    }

    [Fact]
    public void Used_and_excluded_rows_add_up_to_all()
    {
        var counts = Join(
            Sample("a", Tsumeb), Sample("b", Nowhere), Sample("c", Ocean), Sample("d", Grown), Sample("e", Nowhere) with { Mineral = "" })
            .Counts.ToDictionary(row => row.Name, row => row.Count);

        Assert.Equal(5, counts["samples"]);
        Assert.Equal(counts["samples"], counts["natural"] + counts["synthetic"]);
        Assert.Equal(counts["samples"], counts["with_coordinates"] + counts["without_coordinates"]);
        Assert.Equal(1, counts["used"]);
        Assert.Equal((1, 1, 1, 1), (counts["excluded_no_mineral"], counts["excluded_synthetic"], counts["excluded_no_coordinates"], counts["excluded_no_country"]));
    }

    [Fact]
    public void A_locality_that_was_never_geocoded_is_named() =>
        Assert.StartsWith(
            "geocoded.parquet has no row for the locality 'Lost City'",
            Assert.Throws<InvalidDataException>(() => Join(Sample("a", "Lost City"))).Message,
            StringComparison.Ordinal);

    private static SpectrumDescription Sample(string id, string locality) =>
        new() { SpectrumId = id, Archive = "a.zip", Member = $"{id}.txt", Mineral = "Quartz", Specimen = "R000001", Locality = locality };

    private static GeocodedLocality Place(string locality, double? latitude, double? longitude) =>
        new() { Locality = locality, Cleaned = locality, Latitude = latitude, Longitude = longitude, Status = latitude is null ? "not-found" : "found" };

    private JoinedSpectra Join(params SpectrumDescription[] samples) => Join(new JoinedParameters(), samples);

    private JoinedSpectra Join(JoinedParameters parameters, params SpectrumDescription[] samples)
    {
        ParquetTable.Write(Path.Combine(folder, "raw.parquet"), samples);
        ParquetTable.Write(Path.Combine(folder, "geocoded.parquet"), new[]
        {
            Place(Tsumeb, -19.24, 17.71), Place(Labrador, 53.5, -64), Place(Ocean, -23, 13.9), Place(Nowhere, null, null), Place(Grown, null, null),
        });
        return JoinCountries.Run(
            new RawSpectra(folder), new GeocodedLocalities(folder), new CountryPolygons(null, ""), parameters,
            new StageContext(folder, folder, new Progress<StageProgress>(), TestContext.Current.CancellationToken));
    }
}
