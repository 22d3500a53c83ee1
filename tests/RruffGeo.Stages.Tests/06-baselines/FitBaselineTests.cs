using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

public sealed class FitBaselineTests : IDisposable
{
    // Two countries whose spectra point in different directions, ten specimens each, in two folds.
    private readonly ConstructedCorpus corpus = new(
    [
        .. Enumerable.Range(0, 40).Select(row => new ConstructedSpectrum($"s{row:D2}", row % 2 == 0 ? "Chile" : "Peru", $"R{row / 4}") { Direction = row % 2 == 0 ? 0.3 : 1.2 }),
    ]);

    public void Dispose() => corpus.Dispose();

    [Theory]
    [InlineData("logistic-regression")]
    [InlineData("boosted-trees")]
    public void Every_spectrum_of_the_fold_is_predicted_by_a_classifier_that_never_saw_it(string model)
    {
        var folds = corpus.WriteFolds(("row", [.. Enumerable.Range(0, 40).Select(row => row / 2 % 2)]));
        FittedBaseline[] fitted = [.. Enumerable.Range(0, 2).Select(fold => Fit(folds, new ModelBranch("row", model, fold)))];
        Assert.All(fitted, branch => Assert.Equal(
            folds.Assignments.Where(row => row.Fold == branch.Branch.Fold).Select(row => (row.SpectrumId, row.Class)),
            branch.Predictions.Select(row => (row.SpectrumId, row.Class))));

        var measured = MeasureModels.Run(
            corpus.Raw, corpus.Joined, corpus.Resampled, folds, new TrainedModels([]), new FittedBaselines([.. fitted]),
            new MetricsParameters { BootstrapDraws = 100 }, corpus.Stage("07-metrics"));
        Assert.Equal(1, measured.Metrics.Single(row => row.Model == model && row is { Fold: "pooled", Metric: "accuracy" }).Value);
        Assert.Contains(measured.Conformal, row => row.Model == model);
    }

    [Fact]
    public void The_artifact_says_how_it_was_fitted()
    {
        var folds = corpus.WriteFolds(("row", [.. Enumerable.Range(0, 40).Select(row => row % 5)]));
        var stage = corpus.Stage("06-baselines-described");
        FitBaseline.Run(corpus.Resampled, folds, new BaselinesParameters { TreeRounds = 7 }, new ModelBranch("row", "boosted-trees", 3), stage);
        var described = ParquetTable.ReadMetadata(stage.File("predictions.parquet"));
        Assert.Equal(("7", "3", "32"), (described["parameter.TreeRounds"], described["branch.fold"], described["training_spectra"]));
    }

    [Theory]
    [InlineData("k-means")]
    [InlineData("logistic-regression,tree")]
    public void An_unknown_classifier_is_refused(string models) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BaselinesParameters { Models = models }.Validate());

    private FittedBaseline Fit(AssignedFolds folds, ModelBranch branch) => FitBaseline.Run(
        corpus.Resampled, folds, new BaselinesParameters(), branch, corpus.Stage($"06-{branch.Model}-{branch.Fold}"));
}
