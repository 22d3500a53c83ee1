using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Models;

namespace RruffGeo.Stages;

/// <summary>Turns the stage's parameters into what <see cref="NetworkTraining"/> takes.</summary>
internal static class TrainingOptionsOf
{
    /// <summary>The training of <paramref name="branch"/> over <paramref name="classes"/> classes.</summary>
    /// <exception cref="ArgumentException">The architecture is unknown or its sizes contradict each other.</exception>
    public static TrainingOptions Branch(ModelsParameters parameters, ModelBranch branch, int classes)
    {
        if (branch.Model != "convnext1d")
            throw new ArgumentException($"No such model: '{branch.Model}'. Expected convnext1d.", nameof(branch));
        return new TrainingOptions
        {
            Architecture = Architecture(parameters, classes),
            Optimizer = new ScheduleFreeOptions
            {
                LearningRate = parameters.LearningRate,
                WeightDecay = parameters.WeightDecay,
                DecayOn = parameters.DecayOn == "all" ? DecayedTensors.All : DecayedTensors.Matrices,
                Variant = parameters.Optimizer == "old" ? ScheduleFreeVariant.Old : ScheduleFreeVariant.Current,
            },
            Batch = parameters.Batch,
            Epochs = parameters.Epochs,
            WarmUp = parameters.WarmUp,
            ClipNorm = parameters.ClipNorm,
            DropPath = parameters.DropPath,
            Dropout = parameters.Dropout,
            Seed = parameters.Seed,
            Threads = Math.Max(1, parameters.Threads),
            Device = parameters.Device == "cuda" ? TrainingDevice.Cuda : TrainingDevice.Cpu,
            Precision = parameters.Precision == "bfloat16" ? ProductPrecision.BFloat16 : ProductPrecision.Full,
        };
    }

    /// <summary>The network's sizes.</summary>
    /// <exception cref="ArgumentException">They are no lists of numbers, or contradict each other.</exception>
    public static ConvNeXtArchitecture Architecture(ModelsParameters parameters, int classes)
    {
        var architecture = new ConvNeXtArchitecture(classes)
        {
            Depths = Sizes(nameof(parameters.Depths), parameters.Depths),
            Widths = Sizes(nameof(parameters.Dimensions), parameters.Dimensions),
            LayerScale = parameters.LayerScale,
            Initialisation = parameters.Initialisation == "paper" ? Initialisation.Paper : Initialisation.FanIn,
        };
        architecture.Validate();
        return architecture;
    }

    private static ImmutableArray<int> Sizes(string name, string text) =>
    [
        .. text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size
            : throw new ArgumentException($"{name}: expected whole numbers separated by commas, such as 2,2,3,2, but found '{text}'.")),
    ];
}
