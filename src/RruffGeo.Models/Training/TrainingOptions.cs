using System.Globalization;

namespace RruffGeo.Models;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Sizes of the network.</summary>
    public required ConvNeXtArchitecture Architecture { get; init; }

    /// <summary>Constants of the optimiser; its warm-up steps follow from <see cref="WarmUp"/>.</summary>
    public ScheduleFreeOptions Optimizer { get; init; } = new();

    /// <summary>Spectra in a step; the last batch of an epoch may hold fewer.</summary>
    public int Batch { get; init; } = 128;

    /// <summary>Passes over the training spectra.</summary>
    public int Epochs { get; init; } = 50;

    /// <summary>Share of all steps over which the learning rate warms up, 0 … 1.</summary>
    public double WarmUp { get; init; } = 0.05;

    /// <summary>Largest global norm of the gradient.</summary>
    public double ClipNorm { get; init; } = 1;

    /// <summary>Highest rate of stochastic depth, linear over the blocks from 0.</summary>
    public double DropPath { get; init; } = 0.1;

    /// <summary>Rate of dropout before the last linear layer.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>Seed of initialisation, shuffling, stochastic depth and dropout.</summary>
    public int Seed { get; init; }

    /// <summary>Threads of this training, ≥ 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Where it runs.</summary>
    public TrainingDevice Device { get; init; } = TrainingDevice.Cpu;

    /// <summary>Of matrix products; on processors that lack AMX-BF16 only float32.</summary>
    public ProductPrecision Precision { get; init; }

    /// <summary>Least time between two reports of progress inside an epoch. No part of the trajectory.</summary>
    public TimeSpan BetweenReports { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Least time between two checkpoints inside an epoch; there is one after every epoch and when the training is stopped, too. No part of the trajectory.</summary>
    public TimeSpan BetweenCheckpoints { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Steps of a whole training over <paramref name="spectra"/> spectra.</summary>
    public long StepsFor(int spectra) => (long)Epochs * ((spectra + Batch - 1) / Batch);

    /// <summary>Steps over which the learning rate warms up.</summary>
    public int WarmUpStepsFor(int spectra) => (int)Math.Round(WarmUp * StepsFor(spectra));

    /// <summary>Everything that decides the trajectory, as sorted text: a checkpoint belongs to it.</summary>
    internal string Identity(TrainingSet set) => string.Create(CultureInfo.InvariantCulture,
        $"v4 {Architecture.Classes};{string.Join(',', Architecture.Depths)};{string.Join(',', Architecture.Widths)};{Architecture.LayerScale:R};{Architecture.Initialisation} {Optimizer} {Batch} {Epochs} {WarmUp:R} {ClipNorm:R} {DropPath:R} {Dropout:R} {Seed} {Device} {Precision} {TorchRuntime.Version} {set.Digest()}");
}

/// <summary>Kind of device.</summary>
public enum TrainingDevice
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>A CUDA device.</summary>
    Cuda,
}
