using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>models.parquet</c>: one tensor.</summary>
public sealed record ModelTensor
{
    /// <summary>Canonical name (SCIENCE 4.1), such as <c>stage0.block1.dwconv.weight</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Shape, sizes separated by <c>,</c>.</summary>
    public string Shape { get; init; } = "";

    /// <summary>Values in row-major order.</summary>
    [Unit("1")]
    public float[] Values { get; init; } = [];
}

/// <summary>A row of <c>history.parquet</c>: one epoch.</summary>
public sealed record EpochRecord
{
    /// <summary>Epoch from 1.</summary>
    [Unit("1")]
    public int Epoch { get; init; }

    /// <summary>Mean training cross-entropy of the epoch.</summary>
    [Unit("nat")]
    public double Loss { get; init; }

    /// <summary>Training accuracy of the epoch, 0 … 1, in training mode.</summary>
    [Unit("1")]
    public double Accuracy { get; init; }

    /// <summary>Learning rate at the epoch's last step.</summary>
    [Unit("1")]
    public double LearningRate { get; init; }
}

/// <summary>A row of <c>predictions.parquet</c>: a held-out spectrum.</summary>
public sealed record HeldOutPrediction
{
    /// <summary>Key of the row, as in <c>raw.parquet</c>.</summary>
    public string SpectrumId { get; init; } = "";

    /// <summary>True class.</summary>
    [Unit("1")]
    public int Class { get; init; }

    /// <summary>One logit per class.</summary>
    [Unit("1")]
    public float[] Logits { get; init; } = [];
}
