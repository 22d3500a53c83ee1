using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>novelty.parquet</c>: does a model notice that a row is unlike what it was trained on (SCIENCE section 7)?</summary>
public sealed record NoveltyScore
{
    /// <summary>Protocol of stage 05.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Model, as in <see cref="MetricValue.Model"/>: those that give probabilities.</summary>
    public string Model { get; init; } = "";

    /// <summary>What is strange about a row: <c>unseen species</c> (its species has no row in training, against all others) or <c>other laser</c> (its species is in training, but never with its laser, against those whose species is there with it).</summary>
    public string Shift { get; init; } = "";

    /// <summary><c>max-softmax</c> (1 − largest probability), <c>energy</c> (−ln Σ exp logit; networks only), <c>neighbour-distance</c> (1 − cosine to the nearest training row; the same for all models).</summary>
    public string Score { get; init; } = "";

    /// <summary>Chance that a strange row scores higher than a usual one: 0.5 is blind, 1 perfect; null unless there are both.</summary>
    [Unit("1")]
    public double? Area { get; init; }

    /// <summary>Strange rows.</summary>
    [Unit("1")]
    public int StrangeRows { get; init; }

    /// <summary>Usual rows.</summary>
    [Unit("1")]
    public int UsualRows { get; init; }

    /// <summary>Accuracy on the strange rows; null if there are none.</summary>
    [Unit("1")]
    public double? StrangeAccuracy { get; init; }

    /// <summary>Accuracy on the usual rows; null if there are none.</summary>
    [Unit("1")]
    public double? UsualAccuracy { get; init; }
}
