using System.Globalization;
using RruffGeo.Models;

namespace RruffGeo.Stages;

/// <summary>The metadata of <c>models.parquet</c>: what was trained, how, and on what machine that matters.</summary>
internal static class TrainingConfiguration
{
    /// <summary>All of it as sorted text.</summary>
    public static IReadOnlyDictionary<string, string> Of(
        ModelsParameters parameters, TrainingOptions options, ModelBranch branch, TrainingSet training, TrainingSet heldOut)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["branch.protocol"] = branch.Protocol,
            ["branch.model"] = branch.Model,
            ["branch.fold"] = Text(branch.Fold),
            ["classes"] = Text(options.Architecture.Classes),
            ["points"] = Text(training.Points),
            ["parameter_count"] = Text(options.Architecture.ParameterCount),
            ["training_spectra"] = Text(training.Count),
            ["held_out_spectra"] = Text(heldOut.Count),
            ["steps"] = Text(options.StepsFor(training.Count)),
            ["warm_up_steps"] = Text(options.WarmUpStepsFor(training.Count)),
            ["beta1"] = Text(options.Optimizer.Beta1),
            ["beta2"] = Text(options.Optimizer.Beta2),
            ["epsilon"] = Text(options.Optimizer.Epsilon),
            ["average_r"] = Text(options.Optimizer.R),
            ["average_weight_power"] = Text(options.Optimizer.WeightPower),
            ["weight_decay_on"] = options.Optimizer.DecayOn == DecayedTensors.All ? "all tensors" : "convolution and linear weights",
            ["weights"] = "average (x) at the last step",
            ["threads"] = Text(options.Threads),
            ["device"] = parameters.Device,
            ["product_precision"] = parameters.Precision,
            ["torchsharp"] = TorchRuntime.Version,
        };
        foreach (var property in typeof(ModelsParameters).GetProperties())
            entries[$"parameter.{property.Name}"] = Text(property.GetValue(parameters)!);
        return entries;
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
