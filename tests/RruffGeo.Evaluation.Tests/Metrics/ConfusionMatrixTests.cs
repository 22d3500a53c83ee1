namespace RruffGeo.Evaluation.Tests;

public sealed class ConfusionMatrixTests
{
    // truth 0: 3 1 0, truth 1: 1 2 1, truth 2: 0 0 2; predicted 4, 3, 3.
    private static readonly (int Truth, int Predicted)[] Rows =
        [(0, 0), (0, 0), (0, 0), (0, 1), (1, 0), (1, 1), (1, 1), (1, 2), (2, 2), (2, 2)];

    [Fact]
    public void Scores_of_each_class_equal_those_worked_by_hand()
    {
        var scores = Matrix(3).Scores();
        AssertScore(scores[0], 4, 3 / 4.0, 3 / 4.0, 3 / 4.0);
        AssertScore(scores[1], 4, 2 / 3.0, 1 / 2.0, 4 / 7.0);
        AssertScore(scores[2], 2, 2 / 3.0, 1, 4 / 5.0);
    }

    [Fact]
    public void Averages_equal_those_worked_by_hand()
    {
        var summary = MatrixSummary.Of(Matrix(3));
        Assert.Equal(0.7, summary.Accuracy, 12);
        Assert.Equal(25 / 36.0, summary.MacroPrecision, 12);
        Assert.Equal(0.75, summary.MacroRecall, 12);
        Assert.Equal((3 / 4.0 + 4 / 7.0 + 4 / 5.0) / 3, summary.MacroF1, 12);
        Assert.Equal(0.7, summary.WeightedPrecision, 12);
        Assert.Equal(0.7, summary.WeightedRecall, 12);
        Assert.Equal((3 + 16 / 7.0 + 1.6) / 10, summary.WeightedF1, 12);
        Assert.Equal(0.75, summary.BalancedAccuracy, 12);
        Assert.Equal(36 / Math.Sqrt(66 * 64), summary.MatthewsCorrelation, 12);
        Assert.Equal(36 / 66.0, summary.Kappa, 12);
    }

    [Fact]
    public void A_class_of_the_task_without_rows_lowers_the_macro_average_but_not_the_balanced_accuracy()
    {
        var summary = MatrixSummary.Of(Matrix(4));
        Assert.Equal(0.75 * 3 / 4, summary.MacroRecall, 12);
        Assert.Equal(25 / 48.0, summary.MacroPrecision, 12);
        Assert.Equal(0.75, summary.BalancedAccuracy, 12);
        Assert.Equal(0.7, summary.Accuracy, 12);
    }

    [Fact]
    public void A_constant_prediction_has_no_correlation_and_no_agreement_beyond_chance()
    {
        var matrix = new ConfusionMatrix(2);
        matrix.Add(0, 0);
        matrix.Add(1, 0);
        var summary = MatrixSummary.Of(matrix);
        Assert.Equal(0, summary.MatthewsCorrelation);
        Assert.Equal(0, summary.Kappa);
        AssertScore(matrix.ScoreOf(1), 1, 0, 0, 0);
    }

    [Fact]
    public void Every_quotient_of_an_empty_matrix_is_zero()
    {
        var summary = MatrixSummary.Of(new ConfusionMatrix(2));
        Assert.Equal([0, 0, 0, 0, 0], [summary.Accuracy, summary.MacroF1, summary.WeightedF1, summary.BalancedAccuracy, summary.Kappa]);
    }

    [Fact]
    public void A_class_outside_the_task_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(2).Add(0, 2));

    private static ConfusionMatrix Matrix(int classes)
    {
        var matrix = new ConfusionMatrix(classes);
        foreach (var (truth, predicted) in Rows)
            matrix.Add(truth, predicted);
        return matrix;
    }

    private static void AssertScore(ClassScore score, long support, double precision, double recall, double f1)
    {
        Assert.Equal(support, score.Support);
        Assert.Equal(precision, score.Precision, 12);
        Assert.Equal(recall, score.Recall, 12);
        Assert.Equal(f1, score.F1, 12);
    }
}
