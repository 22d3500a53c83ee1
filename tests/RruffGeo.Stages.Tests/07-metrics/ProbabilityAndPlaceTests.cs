using RruffGeo.Geography;

namespace RruffGeo.Stages.Tests;

/// <summary>Eight spectra of three countries in two folds, predicted with logits of 2 against 0: every confidence is e² / (e² + 2).</summary>
public sealed class ProbabilityAndPlaceTests : IDisposable
{
    private static readonly string[] Countries = ["A", "A", "B", "C", "A", "B", "B", "C"];
    private static readonly string[] Minerals = ["Gold", "Gold", "Quartz", "Quartz", "Beryl", "Beryl", "Topaz", "Zircon"];
    private static readonly int[] Folds = [0, 0, 0, 0, 1, 1, 1, 1];
    private static readonly int[] Predicted = [0, 1, 1, 2, 0, 0, 2, 2];
    private static readonly double Confidence = Math.Exp(2) / (Math.Exp(2) + 2);

    private readonly ConstructedCorpus corpus = new(
        [.. Countries.Select((country, row) => new ConstructedSpectrum($"s{row}", country, $"R{row}")
        {
            Mineral = Minerals[row], Precision = row == 3 ? "country" : "city",
        })]);

    public void Dispose() => corpus.Dispose();

    [Fact]
    public void The_reliability_curve_has_one_point_where_all_confidences_are_equal()
    {
        var point = Assert.Single(Measure().Calibration, row => row is { Binning: "equal-width", Scaled: false });
        Assert.Equal((11, 8), (point.Bin, point.Rows)); // 0.787 lies in (11/15, 12/15]
        Assert.Equal(Confidence, point.Confidence, 12);
        Assert.Equal(5 / 8.0, point.Accuracy, 12);
    }

    [Theory]
    [InlineData("brier")]
    [InlineData("ece")]
    [InlineData("mce")]
    public void Scores_of_probabilities_equal_those_worked_by_hand(string metric)
    {
        var other = (1 - Confidence) / 2;
        var right = Math.Pow(1 - Confidence, 2) + 2 * other * other;
        var wrong = Math.Pow(Confidence, 2) + Math.Pow(1 - other, 2) + other * other;
        var expected = metric switch
        {
            "brier" => (5 * right + 3 * wrong) / 8,
            _ => Confidence - 5 / 8.0,
        };
        Assert.Equal(expected, Pooled(metric).Value, 6);
    }

    [Fact]
    public void Two_specimens_cannot_promise_ninety_per_cent_so_that_sets_hold_every_country()
    {
        var sets = Measure().Conformal;
        Assert.Equal(4 * 4, sets.Count); // two scores, two units; all rows and three countries
        Assert.All(sets, set => Assert.Equal((1, 3, 0), (set.Coverage, set.MeanSize, set.EmptyShare)));
        Assert.Equal([8, 3, 3, 2], sets.Take(4).Select(set => set.Rows));
        Assert.Equal(["", "A", "B", "C"], sets.Take(4).Select(set => set.Country));
    }

    [Fact]
    public void Answering_every_row_gives_the_accuracy()
    {
        var curve = Measure().Selective;
        Assert.Equal(20, curve.Count);
        Assert.Equal((1, 5 / 8.0), (curve[^1].Coverage, curve[^1].Accuracy));
    }

    [Theory]
    [InlineData("continent_accuracy", 7 / 8.0, 8)] // only B taken for C leaves Europe
    [InlineData("region_accuracy", 5 / 8.0, 8)]
    [InlineData("within_25_km", 3 / 7.0, 7)]
    [InlineData("within_2500_km", 1, 7)] // 20° are 2,224 km
    public void Places_are_judged_by_the_predicted_country(string metric, double expected, int rows)
    {
        var value = Pooled(metric);
        Assert.Equal(expected, value.Value, 12);
        Assert.Equal(rows, value.N);
    }

    [Fact]
    public void Distances_run_from_the_specimen_to_the_label_point_and_leave_out_places_known_by_country_only()
    {
        // All lie at 0° N; label points at 0°, 10° and 20° N: without s3, 0 + 10 + 10 + 0 + 0 + 20 + 20 degrees.
        var degree = Math.PI / 180 * GreatCircle.Radius;
        Assert.Equal(60 / 7.0 * degree, Pooled("distance_mean_km").Value, 6);
        Assert.Equal(10 * degree, Pooled("distance_median_km").Value, 6);
    }

    [Fact]
    public void The_expected_distance_weighs_every_country_by_its_probability()
    {
        // Label points at 0°, 10° and 20° from all specimens: p of the predicted one, half of the rest of each other; without s3, C is predicted twice, A three times, B twice.
        var degree = Math.PI / 180 * GreatCircle.Radius;
        double other = (1 - Confidence) / 2, a = (10 + 20) * other, b = (10 * Confidence) + (20 * other), c = (20 * Confidence) + (10 * other);
        Assert.Equal(((3 * a) + (2 * b) + (2 * c)) / 7 * degree, Pooled("distance_expected_km").Value, 3);
    }

    [Fact]
    public void Rows_of_species_that_the_other_fold_lacks_are_strange()
    {
        // Fold 0 is tested with Beryl, Topaz and Zircon in training, fold 1 with Gold and Quartz: no species is in both, so that all eight rows are strange.
        Assert.All(Measure().Novelty.Where(row => row.Shift == "unseen species"), row => Assert.Equal((8, 0, null), (row.StrangeRows, row.UsualRows, row.Area)));
        Assert.Equal(["max-softmax", "energy", "neighbour-distance"], Measure().Novelty.Where(row => row.Shift == "other laser").Select(row => row.Score));
    }

    [Fact]
    public void Each_fold_keeps_its_temperature_and_the_thresholds_of_its_specimens()
    {
        // Three of four rows are right in fold 0: the odds of right to each wrong class that fit best are 3 to 1/2, at e^(2/T).
        var fold = Measure().FoldCalibration[0];
        Assert.Equal((0, 4, 0.9), (fold.Fold, fold.Specimens, fold.Level));
        Assert.Equal(2 / Math.Log(6), fold.Temperature, 5);
        Assert.Null(fold.LacThreshold);
    }

    [Fact]
    public void The_gain_on_species_of_two_countries_counts_their_rows_alone()
    {
        // Quartz (B, C) and Beryl (A, B): s2 to s5. The network gets s2, s3 and s4.
        var gain = Measure().Comparisons.Single(row => row is { Baseline: "majority", Subset: ComparisonTable.WideSpecies });
        Assert.Equal(4, gain.Rows);
        // The majority says B in fold 0 and A in fold 1: right for s2 and s4.
        Assert.Equal(3 / 4.0 - 2 / 4.0, gain.Gain, 12);
        Assert.Equal((1, 0), (gain.OnlyModelRight, gain.OnlyBaselineRight));
    }

    private MetricValue Pooled(string metric) =>
        Measure().Metrics.Single(row => row is { Model: "convnext1d", Fold: "pooled" } && row.Metric == metric);

    private MeasuredModels Measure()
    {
        var folds = corpus.WriteFolds(("row", Folds));
        return corpus.Measure(folds, Branch(folds, 0), Branch(folds, 1));
    }

    private TrainedModel Branch(AssignedFolds folds, int fold) => corpus.WriteBranch(
        folds, new ModelBranch("row", "convnext1d", fold),
        Predicted.Select((label, row) => (label, row)).ToDictionary(pair => $"s{pair.row}", pair => pair.label));
}
