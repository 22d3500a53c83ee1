namespace RruffGeo.Build.Tests.Mutations;

/// <summary>Edits of the stages' real code, each with the stages that must run again and, by their absence, those that must not.</summary>
public sealed class MutationTests(StageCode stages) : IClassFixture<StageCode>
{
    /// <summary>Assembly, type, method (or embedded file), edit, numbers of the stages.</summary>
    public static TheoryData<string, string, string, Edit, string> Corpus => new()
    {
        { "Demo", "LineShape", "*", Edit.Arithmetic, "00" },
        { "Demo", "DemoRandom", "*", Edit.Number, "00" },
        { "Demo", "CountryEffect", "*", Edit.Number, "00" },
        { "Demo", "", "minerals.txt", Edit.Resource, "00" },
        { "Spectra", "PlainLines", "*", Edit.Number, "01" },
        { "Spectra", "SpectrumFileName", "*", Edit.Number, "01" },
        { "Spectra", "SpectrumArchive", "*", Edit.Number, "01" },
        { "Stages", "ReadSpectra", "Run", Edit.Number, "01" },
        { "Geography", "LocalityText", "*", Edit.Number, "02" },
        { "Geography", "GazetteerGeocoder", "*", Edit.Comparison, "02" },
        { "Geography", "Directions", "*", Edit.Text, "02 03" },
        { "Geography", "", "gazetteer.br", Edit.Resource, "02 03" },
        { "Geography", "SyntheticKeywords", "*", Edit.Text, "02 03" },
        { "Geography", "CountryLocator", "*", Edit.Comparison, "03" },
        { "Geography", "", "country-codes.tsv", Edit.Resource, "02 03" },
        { "Geography", "", "aliases.txt", Edit.Resource, "02 03" },
        { "Geography", "", "exonyms.txt", Edit.Resource, "02 03" },
        // One class opens both scales, so that each counts wherever the other does.
        { "Geography", "", "countries-10m.br", Edit.Resource, "02 03 08" },
        { "Geography", "", "countries-110m.br", Edit.Resource, "02 03 08" },
        { "Stages", "JoinCountries", "Run", Edit.Comparison, "03" },
        { "Spectra", "CubicSpline", "Slopes", Edit.Arithmetic, "04 07" },
        { "Spectra", "CubicSpline", "Evaluate", Edit.Arithmetic, "04 07" },
        { "Spectra", "Normalisation", "*", Edit.Arithmetic, "04 07" },
        { "Stages", "ResampleSpectra", "Window", Edit.Comparison, "04" },
        { "Evaluation", "StratifiedFolds", "FillInFoldOrder", Edit.Arithmetic, "05" },
        { "Evaluation", "MersenneTwister", "*", Edit.Number, "05 07" },
        { "Evaluation", "GroupedFolds", "*", Edit.Comparison, "05" },
        { "Stages", "ClassFilter", "Apply", Edit.Comparison, "05" },
        { "Models", "ScheduleFreeAdamW", "*", Edit.Number, "06" },
        { "Models", "Gelu", "*", Edit.Arithmetic, "06" },
        { "Models", "TiledBlockPass", "*", Edit.Arithmetic, "06" },
        { "Models", "LibraryBlockPass`1", "*", Edit.Arithmetic, "06" },
        { "Models", "TwoRowsOf64", "AddOuter", Edit.Arithmetic, "06" },
        { "Models", "TiledProduct", "Piece", Edit.Comparison, "06" },
        { "Models", "Sixteen", "Store", Edit.Number, "06" },
        { "Models", "Mkl", "Multiply", Edit.Number, "06" },
        { "Models", "Mkl", ".cctor", Edit.Text, "06" },
        { "Models", "InitialWeights", "*", Edit.Number, "06" },
        { "Models", "EpochLoop", "*", Edit.Comparison, "06" },
        { "Evaluation", "CosineNeighbours", "*", Edit.Number, "07" },
        { "Evaluation", "ClusterBootstrap", "*", Edit.Arithmetic, "07" },
        { "Evaluation", "CalibrationError", "*", Edit.Number, "07" },
        { "Evaluation", "SpeciesPriorBaseline", "*", Edit.Comparison, "07" },
        { "Presentation", "Palette", "*", Edit.Text, "08" },
        { "Presentation", "EqualEarth", "*", Edit.Number, "08" },
        { "Presentation", "LatexTable", "*", Edit.Text, "08" },
        { "Presentation", "ParityClaim", "*", Edit.Text, "08" },
        { "Presentation", "", "report.css", Edit.Resource, "08" },
        { "Presentation", "", "DejaVuSans.ttf", Edit.Resource, "08" },
        // Columns are made by reflection: all of this assembly counts wherever a table is written or read.
        { "Artifacts", "ParquetTable", "Write", Edit.Number, "01 02 03 04 05 06 06 07 08" },
        { "Artifacts", "FloatListColumn`1", "Write", Edit.Number, "01 02 03 04 05 06 06 07 08" },
    };

    [Theory]
    [MemberData(nameof(Corpus))]
    public void An_edit_reruns_the_stages_that_reach_it_and_no_others_and_is_named_as_the_cause(
        string assembly, string type, string member, Edit edit, string numbers)
    {
        var name = $"RruffGeo.{assembly}";
        var edited = edit == Edit.Resource
            ? CompiledMethod.WithOtherResource(StageCode.Image(name), member)
            : CompiledMethod.Edited(StageCode.Image(name), type, member, edit);

        var wouldRun = stages.WouldRun(name, edited);

        Assert.Equal(numbers, string.Join(' ', wouldRun.Keys.Select(stage => stage[..2])));
        Assert.All(wouldRun.Values, reason => Assert.Matches(
            edit == Edit.Resource ? $"^code: resource {name} {member}$" : $@"^code: RruffGeo\.[\w.]*{type.Split('`')[0]}", reason));
    }

    [Fact]
    public void An_assembly_that_was_only_built_again_reruns_nothing()
    {
        var image = StageCode.Image("RruffGeo.Stages");
        image[BitConverter.ToInt32(image, 0x3c) + 8] ^= 1;
        Assert.Empty(stages.WouldRun("RruffGeo.Stages", image));
    }

    [Fact]
    public void The_corpus_has_an_edit_for_every_stage_and_thirty_in_all()
    {
        Assert.All(stages.Stages, stage => Assert.Contains(Corpus, row => row.Data.Item5 == stage[..2]));
        Assert.True(Corpus.Count >= 30);
    }
}
