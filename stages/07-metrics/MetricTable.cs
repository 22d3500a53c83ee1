using System.Globalization;
using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Makes the rows of <c>metrics.parquet</c> and of the tables that come from the same confusion matrices.</summary>
internal sealed class MetricTable
{
    private readonly ModelPredictions model;
    private readonly Lazy<PredictionMetrics> all;
    private readonly (int Fold, PredictionMetrics Metrics)[] folds;

    /// <summary>Measures a model in every fold that was predicted, and over all of them.</summary>
    public MetricTable(ModelPredictions model)
    {
        this.model = model;
        all = new(() => PredictionMetrics.Pooled(model.Task, model.Predictions));
        folds = [.. model.Task.Folds.Where((_, row) => model.Predictions.Predicted[row] >= 0).Distinct().Order()
            .Select(fold => (fold, PredictionMetrics.OfFold(model.Task, model.Predictions, fold)))];
    }

    private PredictionMetrics Pooled => all.Value;

    /// <summary>Rows of <c>metrics.parquet</c>: each fold, then mean, sd and pooled.</summary>
    /// <param name="accuracy">Specimen-cluster interval of the pooled accuracy.</param>
    /// <param name="ofRows">Its interval if rows are drawn as though they were independent.</param>
    public IEnumerable<MetricValue> Metrics(Interval accuracy, Interval ofRows) => [.. OfFolds(), .. OverFolds(accuracy, ofRows)];

    /// <summary>Rows of <c>metrics.parquet</c> of each fold alone: all there is of a network of which only some folds were trained.</summary>
    public IEnumerable<MetricValue> OfFolds() =>
        from fold in folds
        from metric in fold.Metrics.Values
        select Row(
            fold.Fold.ToString(CultureInfo.InvariantCulture), metric.Name, metric.Value, (int)fold.Metrics.Matrix.Total,
            metric.Name == "accuracy" ? RowInterval(fold.Metrics.Matrix) : null);

    /// <summary>Rows of <c>per_country.parquet</c>, in class order.</summary>
    public IEnumerable<CountryMetrics> PerCountry(IReadOnlyList<CountryClass> classes)
    {
        foreach (var country in classes)
        {
            var score = Pooled.Matrix.ScoreOf(country.Class);
            ClassScore[] byFold = [.. folds.Select(fold => fold.Metrics.Matrix.ScoreOf(country.Class))];
            ClassScore[] supported = [.. byFold.Where(fold => fold.Support > 0)];
            var recall = WilsonInterval.Of(Pooled.Matrix[country.Class, country.Class], score.Support);
            yield return new CountryMetrics
            {
                Protocol = model.Protocol,
                Model = model.Model,
                Country = country.Country,
                Support = (int)score.Support,
                Precision = MeanOf(supported, fold => fold.Precision),
                Recall = MeanOf(supported, fold => fold.Recall),
                F1 = MeanOf(supported, fold => fold.F1),
                PooledF1 = score.F1,
                ZeroFilledF1 = supported.Sum(fold => fold.F1) / byFold.Length,
                ZeroFilledPrecision = supported.Sum(fold => fold.Precision) / byFold.Length,
                ZeroFilledRecall = supported.Sum(fold => fold.Recall) / byFold.Length,
                PooledPrecision = score.Precision,
                PooledRecall = score.Recall,
                PooledRecallLow = recall.Low,
                PooledRecallHigh = recall.High,
                Folds = supported.Length,
            };
        }
    }

    /// <summary>Rows of <c>confusion.parquet</c>, by true, then predicted class.</summary>
    public IEnumerable<ConfusionCount> Confusion() =>
        from truth in Enumerable.Range(0, Pooled.Matrix.Classes)
        from predicted in Enumerable.Range(0, Pooled.Matrix.Classes)
        let count = (int)Pooled.Matrix[truth, predicted]
        where count > 0
        select new ConfusionCount
        {
            Protocol = model.Protocol,
            Model = model.Model,
            TrueClass = truth,
            PredictedClass = predicted,
            Count = count,
        };

    private IEnumerable<MetricValue> OverFolds(Interval accuracy, Interval ofRows)
    {
        for (var i = 0; i < Pooled.Values.Count; i++)
        {
            double[] values = [.. folds.Select(fold => fold.Metrics.Values[i].Value)];
            yield return Row("mean", Pooled.Values[i].Name, FoldStatistics.Mean(values), values.Length, null);
            if (FoldStatistics.Deviation(values) is { } deviation)
                yield return Row("sd", Pooled.Values[i].Name, deviation, values.Length, null);
        }

        var rows = (int)Pooled.Matrix.Total;
        foreach (var (name, value) in Pooled.Values)
            yield return Row("pooled", name, value, rows, name == "accuracy" ? accuracy : null);
        yield return Row("pooled", "accuracy_row_interval", Pooled.Values[0].Value, rows, RowInterval(Pooled.Matrix));
        yield return Row("pooled", "accuracy_row_bootstrap", Pooled.Values[0].Value, rows, ofRows);
    }

    private MetricValue Row(string fold, string metric, double value, int n, Interval? interval) => new()
    {
        Protocol = model.Protocol,
        Model = model.Model,
        Fold = fold,
        Metric = metric,
        Value = value,
        Low = interval?.Low,
        High = interval?.High,
        N = n,
    };

    private static Interval RowInterval(ConfusionMatrix matrix) => WilsonInterval.Of(matrix.Correct, matrix.Total);

    private static double MeanOf(ClassScore[] scores, Func<ClassScore, double> score) =>
        scores.Length == 0 ? 0 : scores.Average(score);
}
