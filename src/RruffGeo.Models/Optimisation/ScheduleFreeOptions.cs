namespace RruffGeo.Models;

/// <summary>Constants of schedule-free AdamW (Defazio et al. 2024).</summary>
public sealed record ScheduleFreeOptions
{
    /// <summary>Learning rate after warm-up (paper 4.3: 1e-3).</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Interpolation between the last iterate z and the average x at which gradients are taken. Library default 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the mean squared gradient. Library default 0.999.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Added to the root of the mean squared gradient. Library default 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Decoupled weight decay, taken at y (paper B.3: 0.35).</summary>
    public double WeightDecay { get; init; } = 0.35;

    /// <summary>Which tensors decay. Paper: not stated; all, read literally.</summary>
    public DecayedTensors DecayOn { get; init; } = DecayedTensors.All;

    /// <summary>Steps over which the learning rate grows linearly.</summary>
    public int WarmUpSteps { get; init; }

    /// <summary>Power of the step number in the average's weights. Library default 0.</summary>
    public double R { get; init; }

    /// <summary>Power of the learning rate in the average's weights. Library default 2.</summary>
    public double WeightPower { get; init; } = 2;

    /// <summary>Which release's rule.</summary>
    public ScheduleFreeVariant Variant { get; init; } = ScheduleFreeVariant.Old;
}

/// <summary>The rule changed between releases 1.2.7 and 1.3 of the library (SCIENCE 4.2).</summary>
public enum ScheduleFreeVariant
{
    /// <summary>≤ 1.2.7: the bias correction scales the learning rate. The paper's likelier one.</summary>
    Old,

    /// <summary>≥ 1.3: the bias correction scales the mean squared gradient.</summary>
    Current,
}

/// <summary>Which tensors weight decay acts on.</summary>
public enum DecayedTensors
{
    /// <summary>All of them, layer scale and LayerNorm too.</summary>
    All,

    /// <summary>Convolution and linear weights only; biases, LayerNorm and layer scale are left alone, as ConvNeXt's code does.</summary>
    Matrices,
}
