using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Makes <c>calibration.parquet</c>, <c>conformal.parquet</c> and <c>selective.parquet</c> for models that give probabilities.</summary>
internal static class CalibrationTables
{
    private const int CoverageSteps = 20;
    private const string EqualWidth = "equal-width";
    private static readonly string[] Binnings = [EqualWidth, "equal-count"];

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

    /// <summary>Coverage and size of a model's prediction sets, over all rows and per country.</summary>
    public static IEnumerable<ConformalCoverage> Conformal(ModelPredictions model, EvaluationRows rows, double alpha)
    {
        if (model.Predictions.Logits is not { } held)
            return [];
        float[][] logits = [.. held.OfType<float[]>()];
        var parts = PartsOf(model.Task, rows);
        return from score in new[] { ConformalScore.Lac, ConformalScore.Aps }
               from unit in new[] { CalibrationUnit.Specimen, CalibrationUnit.Row }
               let sets = PredictionSets.Of(model.Task, logits, rows.Specimens, rows.Halves, score, alpha, unit)
               from part in parts
               select new ConformalCoverage
               {
                   Protocol = model.Protocol,
                   Model = model.Model,
                   Score = score.Name,
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
                Protocol = model.Protocol, Model = model.Model, Coverage = coverage, Accuracy = curve.AccuracyAt(coverage),
            };
        }
    }

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
