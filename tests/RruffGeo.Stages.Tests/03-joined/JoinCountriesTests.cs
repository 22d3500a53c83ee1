using RruffGeo.Artifacts;
using static RruffGeo.Stages.Tests.LocalityCorpus;

namespace RruffGeo.Stages.Tests;

public sealed class JoinCountriesTests
{
    [Fact]
    public void Rows_keep_the_order_of_raw_and_get_the_country_of_their_point()
    {
        using var corpus = At("Tucson, Arizona, USA", "Kolwezi, Katanga, Congo", "unknown");

        Assert.Equal(
            [
                ("0000", "United States of America", "US", "inside", "United States of America", ""),
                ("0001", "Dem. Rep. Congo", "CD", "inside", "Dem. Rep. Congo", ""),
                ("0002", "", "", "none", "", "no-coordinates"),
            ],
            corpus.Join().Spectra.Select(row => (row.SpectrumId, row.Country, row.IsoCode, row.JoinRule, row.TokenCountry, row.Exclusions)));
    }

    [Fact]
    public void A_keyword_in_locality_or_name_makes_a_sample_synthetic()
    {
        using var corpus = new LocalityCorpus(
            Quartz("Tucson, Arizona, USA"),
            Quartz("Synthetic from Sigma"),
            Quartz("Tucson, Arizona, USA") with { Mineral = "Quartz (lab-grown)" },
            Quartz("Biosynthetic pond, Peru"));

        Assert.Equal(
            [("", false, ""), ("synthetic in locality", false, "no-coordinates;synthetic"), ("lab-grown in name", false, "synthetic"), ("", true, "")],
            corpus.Join().Spectra.Select(row => (row.SyntheticKeyword, row.SyntheticRulesDiffer, row.Exclusions)));
        Assert.Equal(
            ["", "synthetic in locality", "lab-grown in name", "synthetic in locality"],
            corpus.Join(new JoinedParameters { SyntheticRule = "substring" }).Spectra.Select(row => row.SyntheticKeyword));
    }

    [Fact]
    public void Both_keyword_rules_are_counted_whichever_decides()
    {
        using var corpus = At("Synthetic", "Biosynthetic pond, Peru", "Peru");

        foreach (var rule in new[] { "word", "substring" })
        {
            var counts = Counts(corpus.Join(new JoinedParameters { SyntheticRule = rule }));
            Assert.Equal((1, 2, 1), (counts["synthetic_by_word"], counts["synthetic_by_substring"], counts["synthetic_rules_differ"]));
        }
    }

    [Fact]
    public void Localities_are_grouped_by_cleaned_text_and_unknown_ones_by_specimen()
    {
        using var corpus = new LocalityCorpus(
            Quartz("Tsumeb , Namibia."), Quartz("TSUMEB, NAMIBIA"), Quartz("Unknown"), Quartz(""), Quartz("unknown") with { Specimen = "R050001" });

        Assert.Equal(
            ["tsumeb, namibia", "tsumeb, namibia", "specimen R040031", "specimen R040031", "specimen R050001"],
            corpus.Join().Spectra.Select(row => row.LocalityGroup));
    }

    [Fact]
    public void A_point_off_the_coast_has_a_country_only_when_it_may_snap()
    {
        using var corpus = At("a reef, Peru");
        ParquetTable.Write(corpus.Stage("02-geocoded").File("geocoded.parquet"), [new GeocodedLocality
        {
            Locality = "a reef, Peru", Cleaned = "a reef, Peru", Latitude = -12.05, Longitude = -77.30, Precision = "city", Status = "found",
        }]);
        var geocoded = new GeocodedLocalities(corpus.Stage("02-geocoded").Destination);

        var plain = Assert.Single(corpus.JoinWith(geocoded, new JoinedParameters()).Spectra);
        var snapped = Assert.Single(corpus.JoinWith(geocoded, new JoinedParameters { SnapDegrees = 0.5 }).Spectra);

        Assert.Equal(("", "none", null, "no-country"), (plain.Country, plain.JoinRule, plain.SnapDistance, plain.Exclusions));
        Assert.Equal(("Peru", "nearest", ""), (snapped.Country, snapped.JoinRule, snapped.Exclusions));
        Assert.InRange(snapped.SnapDistance!.Value, 0.01, 0.3);
    }

    [Fact]
    public void A_sample_without_a_name_is_kept_and_left_out_of_learning()
    {
        using var corpus = new LocalityCorpus(Quartz("Peru") with { Mineral = "" });

        var joined = corpus.Join();

        Assert.Equal("no-mineral", Assert.Single(joined.Spectra).Exclusions);
        Assert.Empty(joined.Species);
    }

    [Fact]
    public void A_locality_that_was_not_geocoded_is_named()
    {
        using var corpus = At("Peru");
        ParquetTable.Write(corpus.Stage("02-geocoded").File("geocoded.parquet"), new List<GeocodedLocality>());

        var error = Assert.Throws<InvalidDataException>(
            () => corpus.JoinWith(new GeocodedLocalities(corpus.Stage("02-geocoded").Destination), new JoinedParameters()));

        Assert.Contains("no row for the locality 'Peru'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_count_adds_up_to_the_samples()
    {
        using var corpus = new LocalityCorpus(
            Quartz("Tucson, Arizona, USA"), Quartz("Peru"), Quartz("Peru") with { Mineral = "" }, Quartz("Synthetic"), Quartz("unknown"),
            Quartz("Tucson, Arizona, USA") with { Mineral = "Synthetic quartz" }, Quartz("Kragerø, Norway"), Quartz("Synthetic") with { Mineral = "" });
        var counts = Counts(corpus.Join());

        Assert.Equal(8, counts["samples"]);
        Assert.Equal(8, counts["natural"] + counts["synthetic"]);
        Assert.Equal(8, counts["with_coordinates"] + counts["without_coordinates"]);
        Assert.Equal(8, counts["used"] + Sum("left_out_"));
        Assert.Equal(counts["with_coordinates"], Sum("join_"));
        Assert.Equal(counts["with_coordinates"], Sum("precision_"));
        Assert.Equal(counts["with_coordinates"], Sum("token_") + counts["polygon_without_token"] + counts["neither_token_nor_polygon"]);
        Assert.Equal((3, 2, 3), (counts["excluded_synthetic"], counts["excluded_no_mineral"], counts["excluded_no_coordinates"]));
        Assert.Equal((3, 1, 1), (counts["left_out_synthetic"], counts["left_out_no_mineral"], counts["left_out_no_coordinates"]));

        long Sum(string prefix) => counts.Where(count => count.Key.StartsWith(prefix, StringComparison.Ordinal)).Sum(count => count.Value);
    }

    [Fact]
    public Task The_statistics_tables_of_a_small_corpus()
    {
        using var corpus = new LocalityCorpus(
            Quartz("Peru"), Quartz("Peru") with { Mineral = "Albite" }, Quartz("Chile") with { Specimen = "R050001" }, Quartz("Brazil"),
            Quartz("Peru") with { Specimen = "R050002" }, Quartz("Chile") with { Mineral = "Beryl" }, Quartz("Synthetic") with { Mineral = "Beryl" });
        var joined = corpus.Join();

        return Verify(FormattableString.Invariant($"""
            Table 1
            {string.Join('\n', joined.Countries.Select(row => FormattableString.Invariant($"{row.Rank} {row.Country} {row.IsoCode} {row.Samples} samples, {row.Specimens} specimens, {row.CumulativePercent:F2} %")))}

            Table 2
            {string.Join('\n', joined.Species.Select(row => $"{row.Rank} {row.Mineral} {row.Samples}"))}

            Section 3
            {string.Join('\n', joined.Counts.Select(row => row.Percent is { } share ? FormattableString.Invariant($"{row.Name} {row.Count} = {share:F2} %") : $"{row.Name} {row.Count}"))}
            """));
    }

    private static Dictionary<string, long> Counts(JoinedSpectra joined) => joined.Counts.ToDictionary(row => row.Name, row => row.Count);
}
