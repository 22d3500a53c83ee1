using static RruffGeo.Stages.Tests.LocalityCorpus;

namespace RruffGeo.Stages.Tests;

public sealed class GeographyTablesTests
{
    [Fact]
    public void Placements_count_every_spectrum_and_every_text_once()
    {
        using var corpus = At(
            "Tucson, Arizona, USA", "Tucson, Arizona, USA", "Arizona, USA", "Peru", "Kragerø, Norway", "unknown", "unknown", "Synthetic", "USSR");

        var rows = corpus.Join().Placements;

        Assert.Equal(
            [
                ("city", "", 2, 1, 2), ("admin2", "", 1, 1, 0), ("admin1", "", 1, 1, 1), ("country", "", 1, 1, 1),
                ("", "unknown", 2, 1, 0), ("", "historic-state", 1, 1, 0), ("", "synthetic", 1, 1, 0),
            ],
            rows.Select(row => (row.Precision, row.Reason, row.Samples, row.Localities, row.Inside)));
        Assert.Equal(100, rows.Sum(row => row.SamplesPercent), 9);
        Assert.Equal(100, rows.Sum(row => row.LocalitiesPercent), 9);
        Assert.Equal(9, rows.Sum(row => row.Inside + row.Nearest + row.None));
        Assert.All(rows, row => Assert.Equal(0, row.Disagreeing));
    }

    [Fact]
    public void Suspicious_places_are_listed_with_their_signs()
    {
        using var corpus = At("Cyprus, Greece", "Springfield, USA", "Califonia, USA", "Pakistan (?)", "a cave (Peru)", "Kragerø, Norway", "Kragerø, Norway", "Tucson, Arizona, USA");

        Assert.Equal(
            [
                ("Kragerø, Norway", 2, "in-no-polygon"),
                ("Califonia, USA", 1, "one-letter-off"),
                ("Cyprus, Greece", 1, "another-country-named"),
                ("Pakistan (?)", 1, "uncertain"),
                ("Springfield, USA", 1, "several-of-that-name"),
                ("a cave (Peru)", 1, "country-in-parentheses"),
            ],
            corpus.Join().Suspicious.Select(row => (row.Locality, row.Samples, row.Signs)));
    }

    [Fact]
    public void A_locality_id_is_the_beginning_of_its_digest() =>
        Assert.Equal("e3b0c44298fc", SuspiciousPlaces.Id("")); // SHA-256 of nothing

    [Fact]
    public void Texts_on_which_the_rules_differ_or_which_no_rule_catches_are_listed_and_not_classified()
    {
        using var corpus = new LocalityCorpus(
            Quartz("Biosynthetic pond, Peru"), Quartz("Cultured biogenically in laboratory"), Quartz("Only one crystal was synthesized hydrothermally"),
            Quartz("Synthetic"), Quartz("Labrador, Canada"), Quartz("Fumade, France"), Quartz("Peru") with { Mineral = "Quartz (artificial)" });
        var joined = corpus.Join();

        Assert.Equal(
            [
                ("0000", "rules-differ", "synthetic in locality"), ("0001", "not-caught", "cultured in locality"),
                ("0002", "not-caught", "synthesized in locality"), ("0006", "not-caught", "artificial in name"),
            ],
            joined.SyntheticCases.Select(row => (row.SpectrumId, row.Case, row.Found)));
        Assert.Equal(["0003"], joined.Spectra.Where(row => row.Synthetic).Select(row => row.SpectrumId));
    }

    [Fact]
    public void The_polygons_that_were_joined_with_are_on_record()
    {
        using var corpus = At("Peru");

        Assert.StartsWith("Natural Earth 4.1.0, 1:10m", corpus.Join().Polygons.Source, StringComparison.Ordinal);
        Assert.NotEmpty(corpus.Join().Polygons.Repairs);
        Assert.StartsWith("Natural Earth 4.1.0, 1:110m", corpus.Join(new JoinedParameters { Scale = "110m" }).Polygons.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_scale_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new JoinedParameters { Scale = "1m" }.Validate());
}
