namespace RruffGeo.Stages;

/// <summary>The network and how it is trained (stage 06; paper 4.2, 4.3, B.2, B.3).</summary>
public sealed record ModelsParameters
{
    /// <summary>Blocks in each of the four stages (paper 4.2: 2,2,3,2).</summary>
    public string Depths { get; init; } = "2,2,3,2";

    /// <summary>Channels of the four stages (paper 4.2: 32,64,128,256).</summary>
    public string Dimensions { get; init; } = "32,64,128,256";

    /// <summary>Initial layer scale γ (paper 4.3: 1e-6).</summary>
    public double LayerScale { get; init; } = 1e-6;

    /// <summary>How weights start: <c>paper</c> (4.3, eq. 7: deviation 0.02, biases 0) or <c>fan-in</c>, an ablation of it: variance 1/inputs, the stem's biases of deviation 0.1.</summary>
    public string Initialisation { get; init; } = "paper";

    /// <summary>Highest stochastic-depth rate, linear over the blocks. Paper: no value; ours 0.1.</summary>
    public double DropPath { get; init; } = 0.1;

    /// <summary>Dropout before the last linear layer. Paper: no value; ours 0.1.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>Learning rate (paper 4.3: 1e-3).</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Weight decay (paper B.3: 0.35).</summary>
    public double WeightDecay { get; init; } = 0.35;

    /// <summary>What decays: <c>all</c> tensors, or <c>matrices</c> only, which leaves biases, LayerNorm and γ alone as ConvNeXt does. Paper: not stated; all, read literally.</summary>
    public string DecayOn { get; init; } = "all";

    /// <summary>Largest global gradient norm. Paper: no value; ours 1.0.</summary>
    public double ClipNorm { get; init; } = 1.0;

    /// <summary>Share of the steps over which the learning rate warms up. Paper: not stated; ours 5 %.</summary>
    public double WarmUp { get; init; } = 0.05;

    /// <summary>Variant of schedule-free AdamW: <c>old</c> (≤ 1.2.7, the paper's likelier one) or <c>current</c> (≥ 1.3); SCIENCE 4.2.</summary>
    public string Optimizer { get; init; } = "old";

    /// <summary>Spectra in a batch. Paper: not stated; ours 128.</summary>
    public int Batch { get; init; } = 128;

    /// <summary>Passes over the training folds. Paper: not stated; ours 50.</summary>
    public int Epochs { get; init; } = 50;

    /// <summary>Seed of initialisation, shuffling, dropout and drop path.</summary>
    public int Seed { get; init; }

    /// <summary>Threads inside one training, up to 4 of use. 0 = one branch per core, one thread each. On processors the weights are the same for every count.</summary>
    public int Threads { get; init; }

    /// <summary>Where it is trained: <c>cpu</c> or <c>cuda</c>; changes the last digits of every result.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Of the factors of matrix products: <c>float32</c>, or <c>bfloat16</c> on CUDA devices and processors with AMX-BF16, all else staying in float32. Paper: not stated.</summary>
    public string Precision { get; init; } = "float32";

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Batch, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        _ = TrainingOptionsOf.Architecture(this, classes: 2);
        Within(nameof(LayerScale), LayerScale, 0, 1000);
        Within(nameof(DropPath), DropPath, 0, 0.99);
        Within(nameof(Dropout), Dropout, 0, 0.99);
        Within(nameof(LearningRate), LearningRate, 1e-12, 100);
        Within(nameof(WeightDecay), WeightDecay, 0, 100);
        Within(nameof(ClipNorm), ClipNorm, 1e-12, 1e12);
        Within(nameof(WarmUp), WarmUp, 0, 1);
        if (Device is not ("cpu" or "cuda"))
            throw new ArgumentOutOfRangeException(nameof(Device), Device, "Expected 'cpu' or 'cuda'.");
        if (Precision is not ("float32" or "bfloat16"))
            throw new ArgumentOutOfRangeException(nameof(Precision), Precision, "Expected 'float32' or 'bfloat16'.");
        if (Initialisation is not ("paper" or "fan-in"))
            throw new ArgumentOutOfRangeException(nameof(Initialisation), Initialisation, "Expected 'paper' or 'fan-in'.");
        if (DecayOn is not ("all" or "matrices"))
            throw new ArgumentOutOfRangeException(nameof(DecayOn), DecayOn, "Expected 'all' or 'matrices'.");
        if (Optimizer is not ("old" or "current"))
            throw new ArgumentOutOfRangeException(nameof(Optimizer), Optimizer, "Expected 'old' or 'current'.");
    }

    private static void Within(string name, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
            throw new ArgumentOutOfRangeException(name, value, $"Expected {low} … {high}.");
    }
}
