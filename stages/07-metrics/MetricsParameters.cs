namespace RruffGeo.Stages;

/// <summary>What is measured (stage 07; paper section 5).</summary>
public sealed record MetricsParameters
{
    /// <summary>Draws of the specimen-cluster bootstrap behind the headline intervals.</summary>
    public int BootstrapDraws { get; init; } = 2000;

    /// <summary>Seed of the bootstrap.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(BootstrapDraws, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BootstrapDraws, 1_000_000);
    }
}
