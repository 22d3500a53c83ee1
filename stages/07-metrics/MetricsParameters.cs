namespace RruffGeo.Stages;

/// <summary>What is measured (stage 07; paper section 5).</summary>
public sealed record MetricsParameters
{
    /// <summary>Draws of the specimen-cluster bootstrap behind the headline intervals.</summary>
    public int BootstrapDraws { get; init; } = 2000;

    /// <summary>Seed of the bootstrap, and of the halves into which specimens are divided for calibration.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Share of specimens that a conformal prediction set may miss, 0 &lt; α &lt; 1.</summary>
    public double Alpha { get; init; } = 0.1;

    /// <summary>Least correlation above the baselines of two files taken for one measurement. The highest of 0.90, 0.95 that, with <see cref="TwinDetail"/>, keeps 97 % of the known pairs of even specimens.</summary>
    public double TwinShape { get; init; } = 0.95;

    /// <summary>Least median correlation of their second differences. The highest of 0.5, 0.55 … 0.95 by the same rule; odd specimens had no say.</summary>
    public double TwinDetail { get; init; } = 0.95;

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(BootstrapDraws, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BootstrapDraws, 1_000_000);
        if (!(Alpha > 0 && Alpha < 1))
            throw new ArgumentOutOfRangeException(nameof(Alpha), Alpha, "Expected more than 0 and less than 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(TwinShape, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(TwinShape, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(TwinDetail, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(TwinDetail, 1);
    }
}
