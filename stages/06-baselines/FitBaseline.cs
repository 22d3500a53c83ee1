using System.Globalization;
using RruffGeo.Artifacts;
using RruffGeo.Evaluation;
using RruffGeo.Models;

namespace RruffGeo.Stages;

/// <summary>Fits a classifier that is no network on the rows a network would be trained on (ours; SCIENCE section 7).</summary>
public static class FitBaseline
{
    /// <summary>Fits on the folds other than the branch's, then predicts every spectrum of the branch's fold.</summary>
    /// <returns>Log-probabilities of the held-out spectra, in the order of <c>folds.parquet</c>.</returns>
    /// <exception cref="InvalidDataException">The inputs do not belong together.</exception>
    public static FittedBaseline Run(
        ResampledSpectra resampled, AssignedFolds folds, BaselinesParameters parameters, ModelBranch branch, StageContext stage)
    {
        var trees = branch.Model == "boosted-trees";
        var bands = trees ? parameters.TreeBands : parameters.RegressionBands;
        var (training, heldOut) = HeldOutFold.Split(resampled, folds, branch);
        var task = new FittingTask(Averages(training, bands), [.. training.Classes], folds.Classes.Count, Averages(heldOut, bands));
        var activity = string.Create(CultureInfo.InvariantCulture, $"{branch.Protocol}, {branch.Model}, fold {branch.Fold}");
        stage.Progress.Report(new StageProgress(activity, 0, heldOut.Count, "spectra", "fitting"));
        var logits = trees
            ? FittedClassifier.BoostedTrees(task, parameters.TreeRounds, parameters.TreeLeaves, stage.Cancellation)
            : FittedClassifier.LogisticRegression(task, parameters.RegressionPenalty, parameters.RegressionPasses, stage.Cancellation);
        ParquetTable.Write(
            stage.File("predictions.parquet"),
            [.. logits.Select((values, i) => new HeldOutPrediction { SpectrumId = heldOut.Names[i], Class = heldOut.Classes[i], Logits = values })],
            Describe(parameters, branch, training.Count));
        stage.Progress.Report(new StageProgress(activity, heldOut.Count, heldOut.Count, "spectra", "predicted"));
        return new FittedBaseline(branch, stage.Destination);
    }

    private static float[][] Averages(TrainingSet spectra, int bands) =>
        [.. Enumerable.Range(0, spectra.Count).Select(row => BandAverages.Of(spectra.IntensitiesOf(row), bands))];

    private static SortedDictionary<string, string> Describe(BaselinesParameters parameters, ModelBranch branch, int training)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["branch.protocol"] = branch.Protocol,
            ["branch.model"] = branch.Model,
            ["branch.fold"] = branch.Fold.ToString(CultureInfo.InvariantCulture),
            ["training_spectra"] = training.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var property in typeof(BaselinesParameters).GetProperties())
            entries[$"parameter.{property.Name}"] = Convert.ToString(property.GetValue(parameters), CultureInfo.InvariantCulture)!;
        return entries;
    }
}
