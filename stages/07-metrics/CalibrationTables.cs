using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Makes <c>calibration.parquet</c>, <c>conformal.parquet</c>, <c>fold_calibration.parquet</c> and <c>selective.parquet</c> for models that give probabilities.</summary>
internal sealed class CalibrationTables
{
    private const int CoverageSteps = 20;
    private const string EqualWidth = "equal-width";
    private static readonly string[] Binnings = [EqualWidth, "equal-count"];

    private readonly ModelPredictions model;
    private readonly EvaluationRows rows;
    private readonly double alpha;
    private readonly float[][] logits;
    private readonly ClassScores[] scores;

    /// <summary>Scores every class of every row of a model, once.</summary>
    public CalibrationTables(ModelPredictions model, EvaluationRows rows, double alpha)
    {
        (this.model, this.rows, this.alpha) = (model, rows, alpha);
        logits = [.. (model.Predictions.Logits ?? []).OfType<float[]>()];
        scores = logits.Length == 0 ? [] :
        [
            ClassScores.Of(logits, model.Task.ClassCount, ConformalScore.Lac), ClassScores.Of(logits, model.Task.ClassCount, ConformalScore.Aps),
        ];
    }

    /// <summary>Reliability curves of a model, with and without temperature scaling.</summary>
    public static IEnumerable<ReliabilityPoint> Reliability(ModelPredictions model) =>
        from scores in new[] { (Values: model.Predictions.Scores, Scaled: false), (Values: model.Predictions.ScaledScores, Scaled: true) }
        where scores.Values is not null
        from binning in Binnings
        let bins = binning == EqualWidth
            ? ReliabilityCurve.OfEqualWidth(scores.Values.Confidences, model.Hits)
            : ReliabilityCurve.OfEqualCount(scores.Values.Confidences, model.Hits)
        from bin in bins.Index()
        where bin.Item.Rows > 0
        select new ReliabilityPoint
        {
            Protocol = model.Protocol,
            Model = model.Model,
            Binning = binning,
            Scaled = scores.Scaled,
            Bin = bin.Index,
            Rows = bin.Item.Rows,
            Confidence = bin.Item.Confidence,
            Accuracy = bin.Item.Accuracy,
        };

    /// <summary>What each fold's held-out specimens say about the network that never saw them: its temperature and the thresholds of its prediction sets.</summary>
    public IEnumerable<FoldCalibration> OfFolds() =>
        from fold in scores.Length == 0 ? [] : model.Task.Folds.Distinct().Order().ToArray()
        let kept = Enumerable.Range(0, model.Task.Rows).Where(row => model.Task.Folds[row] == fold).ToArray()
        select new FoldCalibration
        {
            Protocol = model.Protocol,
            Model = model.Model,
            Fold = fold,
            Specimens = kept.Select(row => rows.Specimens[row]).Distinct().Count(),
            Temperature = TemperatureScaling.Fit(Array.ConvertAll(kept, row => logits[row]), Array.ConvertAll(kept, row => model.Task.Classes[row])),
            Level = 1 - alpha,
            LacThreshold = Threshold(scores[0], fold),
            ApsThreshold = Threshold(scores[1], fold),
        };

    /// <summary>Coverage and size of the model's prediction sets, over all rows and per country.</summary>
    public IEnumerable<ConformalCoverage> Conformal()
    {
        var parts = PartsOf(model.Task, rows);
        return from score in scores
               from unit in new[] { CalibrationUnit.Specimen, CalibrationUnit.Row }
               let sets = PredictionSets.Of(model.Task, score, rows.Specimens, rows.Halves, alpha, unit)
               from part in parts
               select new ConformalCoverage
               {
                   Protocol = model.Protocol,
                   Model = model.Model,
                   Score = score.Kind.Name,
                   Unit = unit == CalibrationUnit.Specimen ? "specimen" : "row",
                   Country = part.Country,
                   Level = 1 - alpha,
                   Coverage = part.Rows.Average(row => sets.Covered[row] ? 1.0 : 0),
                   MeanSize = part.Rows.Average(row => sets.Sizes[row]),
                   EmptyShare = part.Rows.Average(row => sets.Sizes[row] == 0 ? 1.0 : 0),
                   Rows = part.Rows.Length,
                   Specimens = part.Rows.Select(row => rows.Specimens[row]).Distinct().Count(),
               };
    }

    /// <summary>Accuracy of a model at coverages of 5 % to 100 %.</summary>
    public static IEnumerable<SelectiveAccuracy> Selective(ModelPredictions model)
    {
        if (model.Predictions.Scores is not { } scores)
            yield break;
        var curve = new RiskCoverage(scores.Confidences, model.Hits);
        for (var step = 1; step <= CoverageSteps; step++)
        {
            var coverage = step / (double)CoverageSteps;
            yield return new SelectiveAccuracy
            {
                Protocol = model.Protocol,
                Model = model.Model,
                Coverage = coverage,
                Accuracy = curve.AccuracyAt(coverage),
            };
        }
    }

    private double? Threshold(ClassScores score, int fold) =>
        PredictionSets.ThresholdOfFold(model.Task, score, rows.Specimens, fold, alpha) is var threshold && double.IsFinite(threshold) ? threshold : null;

    private static (string Country, int[] Rows)[] PartsOf(FoldedTask task, EvaluationRows rows)
    {
        int[] all = [.. Enumerable.Range(0, task.Rows)];
        var byClass = all.ToLookup(row => task.Classes[row]);
        return
        [
            ("", all),
            .. from country in rows.Classes where byClass.Contains(country.Class) select (country.Country, byClass[country.Class].ToArray()),
        ];
    }
}
