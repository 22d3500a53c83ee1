namespace RruffGeo.Stages;

/// <summary>Classifiers fitted beside the network (ours; SCIENCE section 7).</summary>
public sealed record BaselinesParameters
{
    /// <summary>Which are fitted, comma-separated: <c>logistic-regression</c>, <c>boosted-trees</c>; empty = none.</summary>
    public string Models { get; init; } = "logistic-regression,boosted-trees";

    /// <summary>Most band averages that logistic regression sees of a spectrum.</summary>
    public int RegressionBands { get; init; } = 512;

    /// <summary>Weight of the L2 penalty of logistic regression; the library's default.</summary>
    public double RegressionPenalty { get; init; } = 1;

    /// <summary>Most passes of logistic regression over its training rows.</summary>
    public int RegressionPasses { get; init; } = 100;

    /// <summary>Most band averages that boosted trees see of a spectrum.</summary>
    public int TreeBands { get; init; } = 128;

    /// <summary>Rounds of boosting, a tree per country in each.</summary>
    public int TreeRounds { get; init; } = 50;

    /// <summary>Most leaves of a tree.</summary>
    public int TreeLeaves { get; init; } = 15;

    /// <summary>The classifiers named in <see cref="Models"/>.</summary>
    public IReadOnlyList<string> Named() => Models.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        foreach (var model in Named())
            if (model is not ("logistic-regression" or "boosted-trees"))
                throw new ArgumentOutOfRangeException(nameof(Models), model, "Expected logistic-regression or boosted-trees, separated by commas.");
        ArgumentOutOfRangeException.ThrowIfLessThan(RegressionBands, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RegressionPasses, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(TreeBands, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(TreeRounds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(TreeLeaves, 2);
        if (!(RegressionPenalty >= 0 && double.IsFinite(RegressionPenalty)))
            throw new ArgumentOutOfRangeException(nameof(RegressionPenalty), RegressionPenalty, "Expected a number that is not negative.");
    }
}
