using RruffGeo.Evaluation;

namespace RruffGeo.Stages.Tests;

/// <summary>Eight spectra of three countries in two folds; every expectation is worked by hand from this table.</summary>
public sealed class MeasureModelsTests : IDisposable
{
    private static readonly string[] Countries = ["A", "A", "B", "C", "A", "B", "B", "C"];
    private static readonly int[] Folds = [0, 0, 0, 0, 1, 1, 1, 1];
    private static readonly int[] Predicted = [0, 1, 1, 2, 0, 0, 2, 2];

    private readonly ConstructedCorpus corpus = new(
        [.. Countries.Select((country, row) => new ConstructedSpectrum($"s{row}", country, $"R{row}"))]);

    public void Dispose() => corpus.Dispose();

    [Fact]
    public void Accuracy_is_given_for_each_fold_with_mean_deviation_and_pooled()
    {
        var accuracy = Measure().Metrics.Where(row => row is { Model: "convnext1d", Metric: "accuracy" }).ToArray();
        Assert.Equal(["0", "1", "mean", "sd", "pooled"], accuracy.Select(row => row.Fold));
        Assert.Equal([4, 4, 2, 2, 8], accuracy.Select(row => row.N));
        double[] expected = [0.75, 0.5, 0.625, 0.25 / Math.Sqrt(2), 0.625];
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], accuracy[i].Value, 12);
    }

    [Fact]
    public void Intervals_are_wilsons_for_a_fold_and_the_specimen_bootstraps_for_all()
    {
        var metrics = Measure().Metrics.Where(row => row.Model == "convnext1d").ToArray();
        var fold = metrics.Single(row => row is { Fold: "0", Metric: "accuracy" });
        Assert.Equal(WilsonInterval.Of(3, 4), new Interval(fold.Low!.Value, fold.High!.Value));
        var independent = metrics.Single(row => row.Metric == "accuracy_row_interval");
        Assert.Equal(WilsonInterval.Of(5, 8), new Interval(independent.Low!.Value, independent.High!.Value));
        var pooled = metrics.Single(row => row is { Fold: "pooled", Metric: "accuracy" });
        // Here every specimen is one row, so that drawing rows is drawing specimens.
        var drawn = metrics.Single(row => row.Metric == "accuracy_row_bootstrap");
        Assert.Equal((pooled.Value, pooled.Low, pooled.High), (drawn.Value, drawn.Low, drawn.High));
        // Binomial(8, 5/8) / 8: its 2.5 % and 97.5 % points are 2/8 and 8/8, give or take one step.
        Assert.InRange(pooled.Low!.Value, 0.25, 0.375);
        Assert.InRange(pooled.High!.Value, 0.875, 1);
        Assert.All(metrics.Where(row => !row.Metric.StartsWith("accuracy", StringComparison.Ordinal)), row => Assert.Null(row.Low));
    }

    [Theory]
    [InlineData("0", "macro_f1", 7 / 9.0)]
    [InlineData("1", "macro_f1", 4 / 9.0)]
    [InlineData("pooled", "macro_f1", (2 / 3.0 + 0.4 + 0.8) / 3)]
    [InlineData("pooled", "weighted_f1", (3 * 2 / 3.0 + 3 * 0.4 + 2 * 0.8) / 8)]
    [InlineData("pooled", "macro_recall", (2 / 3.0 + 1 / 3.0 + 1) / 3)]
    [InlineData("pooled", "macro_precision", (2 / 3.0 + 1 / 2.0 + 2 / 3.0) / 3)]
    [InlineData("pooled", "top3", 1)]
    public void Averages_equal_those_worked_by_hand(string fold, string metric, double expected) =>
        Assert.Equal(expected, Measure().Metrics.Single(row => row.Model == "convnext1d" && row.Fold == fold && row.Metric == metric).Value, 12);

    [Fact]
    public void The_loss_is_the_cross_entropy_of_the_logits()
    {
        var wrong = Math.Log(Math.Exp(2) + 2);
        var loss = Measure().Metrics.Single(row => row is { Model: "convnext1d", Fold: "0", Metric: "loss" }).Value;
        Assert.Equal((3 * (wrong - 2) + wrong) / 4, loss, 12);
    }

    [Fact]
    public void Scores_of_a_country_are_means_over_folds_beside_the_pooled_ones()
    {
        var countries = Measure().PerCountry.Where(row => row.Model == "convnext1d").ToArray();
        Assert.Equal(["A", "B", "C"], countries.Select(row => row.Country));
        Assert.Equal([3, 3, 2], countries.Select(row => row.Support));
        AssertScores(countries[0], 0.75, 0.75, 2 / 3.0, 2 / 3.0);
        AssertScores(countries[1], 0.25, 0.5, 1 / 3.0, 0.4);
        AssertScores(countries[2], 0.75, 1, 5 / 6.0, 0.8);
    }

    [Fact]
    public void The_confusion_table_holds_the_cells_that_are_not_empty()
    {
        var cells = Measure().Confusion.Where(row => row.Model == "convnext1d");
        Assert.Equal(
            [(0, 0, 2), (0, 1, 1), (1, 0, 1), (1, 1, 1), (1, 2, 1), (2, 2, 2)],
            cells.Select(row => (row.TrueClass, row.PredictedClass, row.Count)));
    }

    [Fact]
    public void A_network_is_compared_with_each_baseline_on_the_same_specimens()
    {
        // The majority predicts B in fold 0 and A in fold 1: right for s2 and s4, where the network is right too.
        var comparison = Measure().Comparisons.Single(row => row is { Baseline: "majority", Subset: "all" });
        Assert.Equal(("row", "convnext1d", 3, 0), (comparison.Protocol, comparison.Model, comparison.OnlyModelRight, comparison.OnlyBaselineRight));
        Assert.Equal(0.375, comparison.Gain, 12);
        Assert.Equal(0.25, comparison.PValue, 12);
        Assert.InRange(comparison.Low, 0, 0.3);
        Assert.InRange(comparison.High, 0.5, 1);
    }

    [Fact]
    public void Every_baseline_is_measured_where_no_network_was_trained()
    {
        var measured = corpus.Measure(corpus.WriteFolds(("row", Folds)));
        Assert.Equal(["majority", "species-prior", "cosine-1nn", "cosine-5nn", "padding-mask", "metadata"], measured.Metrics.Select(row => row.Model).Distinct());
        Assert.Empty(measured.Comparisons);
        Assert.Equal(0.25, measured.Metrics.Single(row => row is { Model: "majority", Fold: "pooled", Metric: "accuracy" }).Value);
    }

    [Fact]
    public void The_padding_mask_recognises_countries_by_their_range_alone()
    {
        using var ranged = new ConstructedCorpus([.. Countries.Select((country, row) =>
            new ConstructedSpectrum($"s{row}", country, $"R{row}") { NativeFirst = 100 + 50 * (country[0] - 'A') })]);
        var metrics = ranged.Measure(ranged.WriteFolds(("row", Folds))).Metrics;
        Assert.Equal(1, metrics.Single(row => row is { Model: "padding-mask", Fold: "pooled", Metric: "accuracy" }).Value);
        Assert.DoesNotContain(metrics, row => row is { Model: "padding-mask", Metric: "top3" or "loss" });
    }

    [Fact]
    public void The_metadata_recognise_countries_by_the_year_of_their_ids()
    {
        using var dated = new ConstructedCorpus([.. Countries.Select((country, row) =>
            new ConstructedSpectrum($"s{row}", country, $"R{country[0] - 'A' + 4:D2}000{row}"))]);
        var metrics = dated.Measure(dated.WriteFolds(("row", Folds))).Metrics;
        Assert.Equal(1, metrics.Single(row => row is { Model: "metadata", Fold: "pooled", Metric: "accuracy" }).Value);
    }

    [Fact]
    public void A_cancelled_measurement_stops()
    {
        var folds = corpus.WriteFolds(("row", Folds));
        var stage = corpus.Stage("07-metrics") with { Cancellation = new CancellationToken(canceled: true) };
        Assert.ThrowsAny<OperationCanceledException>(() => MeasureModels.Run(
            corpus.Raw, corpus.Joined, corpus.Resampled, folds, new TrainedModels([]), new FittedBaselines([]), new MetricsParameters(), stage));
    }

    [Fact]
    public void A_network_trained_under_one_of_two_protocols_is_measured_under_that_one()
    {
        var folds = corpus.WriteFolds(("row", Folds), ("specimen", Folds));
        var measured = corpus.Measure(folds, Branch(folds, 0), Branch(folds, 1));
        Assert.Equal(["row"], measured.Metrics.Where(row => row.Model == "convnext1d").Select(row => row.Protocol).Distinct());
        Assert.Equal(["row", "specimen"], measured.Audit.Select(row => row.Protocol));
    }

    [Fact]
    public void A_network_with_one_of_two_folds_is_measured_in_that_fold_and_pooled_nowhere()
    {
        var folds = corpus.WriteFolds(("row", Folds));
        var whole = corpus.Measure(folds, Branch(folds, 0), Branch(folds, 1));
        var partial = corpus.Measure(folds, Branch(folds, 1));
        Assert.Equal(
            whole.Metrics.Where(row => row is { Model: "convnext1d", Fold: "1" }),
            partial.Metrics.Where(row => row.Model == "convnext1d"));
        Assert.DoesNotContain(partial.PerCountry, row => row.Model == "convnext1d");
        Assert.Equal(whole.Metrics.Where(row => row.Model != "convnext1d"), partial.Metrics.Where(row => row.Model != "convnext1d"));
    }

    [Fact]
    public void A_spectrum_that_its_network_does_not_predict_is_an_error_that_names_it()
    {
        var folds = corpus.WriteFolds(("row", Folds));
        var zero = Branch(folds, 0);
        var more = corpus.WriteFolds(("row", [.. Folds.Select((fold, row) => row == 4 ? 0 : fold)]));
        var error = Assert.Throws<InvalidDataException>(() => corpus.Measure(more, zero));
        Assert.Equal("06-models/row/convnext1d/fold-0 does not predict spectrum 's4', expected every spectrum that the fold holds out. Rerun stage Models.", error.Message);
    }

    [Fact]
    public void A_logit_that_is_no_number_is_an_error_that_says_what_to_do()
    {
        var folds = corpus.WriteFolds(("row", Folds));
        var diverged = corpus.WriteBranch(folds, new ModelBranch("row", "convnext1d", 0), _ => [0, float.NaN, 0]);
        var error = Assert.Throws<InvalidDataException>(() => corpus.Measure(folds, diverged));
        Assert.Contains("not finite: training diverged. Lower Models.LearningRate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_of_other_folds_are_refused()
    {
        var folds = corpus.WriteFolds(("row", Folds));
        var (zero, one) = (Branch(folds, 0), Branch(folds, 1));
        var changed = corpus.WriteFolds(("row", [1, 0, 0, 0, 1, 1, 1, 1]));
        var error = Assert.Throws<InvalidDataException>(() => corpus.Measure(changed, zero, one));
        Assert.Contains("spectrum 's0' was predicted as held out by fold 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Measuring_twice_gives_the_same_bytes()
    {
        var folds = corpus.WriteFolds(("row", Folds));
        var models = new TrainedModels([Branch(folds, 0), Branch(folds, 1)]);
        string[] tables = ["metrics", "per_country", "confusion", "audit", "verdicts", "comparisons", "calibration", "conformal", "fold_calibration", "selective", "novelty"];
        var stages = new[] { corpus.Stage("once"), corpus.Stage("again") };
        foreach (var stage in stages)
            MeasureModels.Run(corpus.Raw, corpus.Joined, corpus.Resampled, folds, models, new FittedBaselines([]), new MetricsParameters(), stage);
        Assert.All(tables, table => Assert.Equal(
            File.ReadAllBytes(stages[0].File($"{table}.parquet")), File.ReadAllBytes(stages[1].File($"{table}.parquet"))));
    }

    private MeasuredModels Measure()
    {
        var folds = corpus.WriteFolds(("row", Folds));
        return corpus.Measure(folds, Branch(folds, 0), Branch(folds, 1));
    }

    private TrainedModel Branch(AssignedFolds folds, int fold) => corpus.WriteBranch(
        folds, new ModelBranch("row", "convnext1d", fold),
        Predicted.Select((label, row) => (label, row)).ToDictionary(pair => $"s{pair.row}", pair => pair.label));

    private static void AssertScores(CountryMetrics country, double precision, double recall, double f1, double pooledF1)
    {
        Assert.Equal(precision, country.Precision, 12);
        Assert.Equal(recall, country.Recall, 12);
        Assert.Equal(f1, country.F1, 12);
        Assert.Equal(f1, country.ZeroFilledF1, 12);
        Assert.Equal(precision, country.ZeroFilledPrecision, 12);
        Assert.Equal(recall, country.ZeroFilledRecall, 12);
        Assert.Equal(pooledF1, country.PooledF1, 12);
        Assert.Equal(2, country.Folds);
    }
}
