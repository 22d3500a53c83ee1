using System.Globalization;
using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

public sealed class AssignFoldsTests
{
    private static readonly string[] AllProtocols = ["row", "twin", "specimen", "locality", "species"];
    private static readonly string[] Countries = ["Zambia", "Brazil", "Chile"];

    [Fact]
    public void Every_spectrum_has_one_fold_under_each_protocol_in_artifact_order()
    {
        using var corpus = new ConstructedCorpus(Mixed());
        var assignments = corpus.AssignFolds(new FoldsParameters { Protocols = "species,locality,specimen,twin,row" }).Assignments;
        Assert.Equal(AllProtocols, assignments.Select(row => row.Protocol).Distinct());
        foreach (var protocol in assignments.GroupBy(row => row.Protocol))
        {
            Assert.Equal(Mixed().Select(row => row.Id), protocol.Select(row => row.SpectrumId));
            Assert.Equal([0, 1, 2, 3, 4], protocol.Select(row => row.Fold).Distinct().Order());
        }
    }

    [Theory]
    [InlineData("twin")]
    [InlineData("specimen")]
    [InlineData("locality")]
    [InlineData("species")]
    public void No_unit_of_a_grouped_protocol_is_on_both_sides_of_a_split(string protocol)
    {
        using var corpus = new ConstructedCorpus(Mixed());
        var folds = corpus.AssignFolds(new FoldsParameters { Protocols = protocol }).Assignments;
        var units = Mixed().Select(row => protocol switch
        {
            "twin" => row.Acquisition,
            "specimen" => row.Specimen,
            "locality" => row.Locality,
            _ => row.Mineral,
        });
        Assert.All(units.Zip(folds).GroupBy(pair => pair.First), unit => Assert.Single(unit.Select(pair => pair.Second.Fold).Distinct()));
    }

    [Fact]
    public void Classes_of_the_row_protocol_are_spread_as_evenly_as_can_be()
    {
        using var corpus = new ConstructedCorpus(Mixed());
        var folds = corpus.AssignFolds(new FoldsParameters { Protocols = "row" }).Assignments;
        foreach (var country in folds.GroupBy(row => row.Class))
        {
            var sizes = Enumerable.Range(0, 5).Select(fold => country.Count(row => row.Fold == fold)).ToArray();
            Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
        }
    }

    [Fact]
    public void Shuffled_and_ordered_rows_give_scikit_learns_folds()
    {
        // Expected folds were made with scikit-learn 1.2.1: StratifiedKFold(3) of these labels, seed 42 and unshuffled.
        int[] labels = [2, 0, 0, 1, 2, 1, 0, 2, 2, 0, 1, 0, 0, 2, 2, 1, 0, 0, 2, 2, 0];
        using var corpus = new ConstructedCorpus(
            [.. labels.Select((label, row) => new ConstructedSpectrum($"s{row:D2}", $"Country {label}", $"R{row}"))]);
        var parameters = new FoldsParameters { Folds = 3, Protocols = "row" };
        Assert.Equal(
            [0, 1, 2, 0, 1, 1, 0, 0, 2, 1, 2, 1, 2, 0, 1, 2, 0, 0, 1, 2, 2],
            corpus.AssignFolds(parameters).Assignments.Select(row => row.Fold));
        Assert.Equal(
            [0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 2, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2],
            corpus.AssignFolds(parameters with { Shuffle = false }).Assignments.Select(row => row.Fold));
    }

    [Fact]
    public void The_unshuffled_row_protocol_stands_beside_the_shuffled_one()
    {
        using var corpus = new ConstructedCorpus(
            [.. Enumerable.Range(0, 21).Select(row => new ConstructedSpectrum($"s{row:D2}", $"Country {row % 2}", $"R{row}"))]);
        int[] Of(string protocol, FoldsParameters parameters) =>
            [.. corpus.AssignFolds(parameters).Assignments.Where(row => row.Protocol == protocol).Select(row => row.Fold)];
        var both = new FoldsParameters { Folds = 3, Protocols = "row-unshuffled,row" };
        Assert.Equal(["row", "row-unshuffled"], corpus.AssignFolds(both).Assignments.Select(row => row.Protocol).Distinct());
        Assert.Equal(Of("row", both with { Protocols = "row" }), Of("row", both));
        Assert.Equal(Of("row", both with { Protocols = "row", Shuffle = false }), Of("row-unshuffled", both));
    }

    [Fact]
    public void Classes_stand_in_ordinal_order_with_their_rows_and_specimens()
    {
        using var corpus = new ConstructedCorpus(Mixed());
        var classes = corpus.AssignFolds(new FoldsParameters()).Classes;
        Assert.Equal(["Brazil", "Chile", "Zambia"], classes.Select(row => row.Country));
        Assert.Equal([0, 1, 2], classes.Select(row => row.Class));
        Assert.Equal([40, 40, 40], classes.Select(row => row.Rows));
        Assert.Equal([10, 10, 10], classes.Select(row => row.Specimens));
    }

    [Fact]
    public void A_country_with_a_single_row_is_left_out_and_named()
    {
        using var corpus = new ConstructedCorpus([.. Mixed(), new ConstructedSpectrum("lonely", "Malta", "R9")]);
        var folds = corpus.AssignFolds(new FoldsParameters { Protocols = "row" });
        Assert.DoesNotContain(folds.Assignments, row => row.SpectrumId == "lonely");
        var warning = Assert.Single(folds.Warnings);
        Assert.Equal(("all", "Malta", "left-out-too-few-rows"), (warning.Protocol, warning.Country, warning.Code));
        Assert.Equal("Malta is no class of the task and its 1 rows are left out: 1 of at least 2 rows.", warning.Message);
    }

    [Fact]
    public void A_country_with_too_few_specimens_is_left_out_where_they_are_asked_for()
    {
        ConstructedSpectrum[] malta = [.. Enumerable.Range(0, 6).Select(i => new ConstructedSpectrum($"m{i}", "Malta", $"M{i / 2}"))];
        using var corpus = new ConstructedCorpus([.. Mixed(), .. malta]);
        var folds = corpus.AssignFolds(new FoldsParameters { Protocols = "row", MinimumSpecimens = 5 });
        Assert.Equal("left-out-too-few-specimens", Assert.Single(folds.Warnings).Code);
        Assert.Equal(120, folds.Assignments.Count);
    }

    [Fact]
    public void A_country_with_fewer_groups_than_folds_is_reported_for_that_protocol_only()
    {
        ConstructedSpectrum[] malta = [.. Enumerable.Range(0, 6).Select(i => new ConstructedSpectrum($"m{i}", "Malta", $"M{i / 2}"))];
        using var corpus = new ConstructedCorpus([.. Mixed(), .. malta]);
        var warning = Assert.Single(corpus.AssignFolds(new FoldsParameters()).Warnings);
        Assert.Equal(("specimen", "Malta", "fewer-groups-than-folds"), (warning.Protocol, warning.Country, warning.Code));
        Assert.Equal("Malta has 3 groups for 5 folds: some folds hold none of it out.", warning.Message);
    }

    [Fact]
    public void Old_and_new_names_of_a_mineral_are_one_species()
    {
        ConstructedSpectrum[] renamed = [.. Mixed().Select((row, i) => row.Mineral == "Mineral 3" && i % 2 == 0 ? row with { Mineral = "Renamed 3" } : row)];
        using var corpus = new ConstructedCorpus(renamed);
        var folds = corpus.AssignFolds(new FoldsParameters { Protocols = "species" }).Assignments;
        Assert.Single(folds.Where((_, i) => renamed[i].Mineral is "Mineral 3" or "Renamed 3").Select(row => row.Fold).Distinct());
    }

    [Fact]
    public void The_same_parameters_give_the_same_bytes()
    {
        using var corpus = new ConstructedCorpus(Mixed());
        var bytes = new List<byte[]>();
        foreach (var name in new[] { "once", "again" })
        {
            var stage = corpus.Stage(name);
            AssignFolds.Run(corpus.Joined, corpus.Resampled, new FoldsParameters(), stage);
            bytes.Add(File.ReadAllBytes(stage.File("folds.parquet")));
        }
        Assert.Equal(bytes[0], bytes[1]);
    }

    [Fact]
    public void Seed_and_order_stand_in_the_files_metadata()
    {
        using var corpus = new ConstructedCorpus(Mixed());
        var stage = corpus.Stage("05-folds");
        AssignFolds.Run(corpus.Joined, corpus.Resampled, new FoldsParameters { Seed = 7 }, stage);
        var metadata = ParquetTable.ReadMetadata(stage.File("folds.parquet"));
        Assert.Equal(("7", "5", "shuffled"), (metadata["seed"], metadata["folds"], metadata["row_order"]));
    }

    [Theory]
    [InlineData("row;specimen")]
    [InlineData("row,")]
    public void An_unknown_protocol_is_refused(string protocols) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FoldsParameters { Protocols = protocols }.Validate());

    /// <summary>Three countries of ten specimens, each measured twice as RAW and Processed; eight minerals, fifteen localities.</summary>
    private static ConstructedSpectrum[] Mixed() =>
    [
        .. from row in Enumerable.Range(0, 120)
           let specimen = row / 4
           let country = Countries[specimen % 3]
           select new ConstructedSpectrum(row.ToString("D3", CultureInfo.InvariantCulture), country, $"R{specimen:D2}")
           {
               Acquisition = $"a{row / 2}", Mineral = $"Mineral {specimen % 8}", Locality = $"{country} {specimen / 3 % 5}",
           },
    ];
}
