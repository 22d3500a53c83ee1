using System.Globalization;
using RruffGeo.Evaluation;
using RruffGeo.Models;

namespace RruffGeo.Stages;

/// <summary>One network of a run with what its held-out specimens said about it.</summary>
/// <param name="model">The network.</param>
/// <param name="calibration">Temperature and thresholds of its fold; null if they were not measured.</param>
/// <param name="classes">Countries of the run.</param>
internal sealed class FoldNetwork(TrainedModel model, FoldCalibration? calibration, int classes)
{
    /// <summary>What held-out specimens said; null if that was not measured.</summary>
    public FoldCalibration? Calibration => calibration;

    /// <summary>Asks the network once.</summary>
    /// <param name="intensities">The spectrum on the run's grid.</param>
    /// <param name="cancellation">Stops the network.</param>
    /// <exception cref="InvalidDataException">The network is of another grid or task.</exception>
    public FoldAnswer Ask(float[] intensities, CancellationToken cancellation)
    {
        var logits = Logits(intensities, cancellation);
        var (plain, calibrated) = (new double[classes], new double[classes]);
        Softmax.Probabilities(logits, 1, plain);
        Softmax.Probabilities(logits, calibration?.Temperature ?? 1, calibrated);
        return new FoldAnswer(calibrated, [.. plain.Select(probability => 1 - probability <= (calibration?.LacThreshold ?? double.PositiveInfinity))]);
    }

    private float[] Logits(float[] intensities, CancellationToken cancellation)
    {
        var configuration = model.Configuration;
        var trainedOn = Number("points");
        if (trainedOn != intensities.Length || Number("classes") != classes)
            throw new InvalidDataException(
                $"models.parquet: the network of fold {model.Branch.Fold} has {trainedOn} points and {Number("classes")} classes, but the run's grid has {intensities.Length} and its task {classes}. Run --target=Metrics again.");
        var architecture = TrainingOptionsOf.Architecture(
            new ModelsParameters { Depths = Text("parameter.Depths"), Dimensions = Text("parameter.Dimensions") }, classes);
        using var network = StoredNetwork.Restore(architecture, model.Tensors.ToDictionary(tensor => tensor.Name, tensor => tensor.Values, StringComparer.Ordinal));
        return network.Predict(new TrainingSet(intensities, intensities.Length, [0], [0], ["spectrum"]), threads: 1, cancellation)[0];

        string Text(string key) => configuration.TryGetValue(key, out var text)
            ? text
            : throw new InvalidDataException($"models.parquet: expected '{key}' in its metadata but found none. Run --target=Models again.");
        int Number(string key) => int.Parse(Text(key), CultureInfo.InvariantCulture);
    }
}

/// <summary>What one network says of one spectrum.</summary>
/// <param name="Probabilities">Probability of each class at the fold's temperature.</param>
/// <param name="InSet">Whether each class is in the network's prediction set.</param>
internal sealed record FoldAnswer(double[] Probabilities, bool[] InSet);
