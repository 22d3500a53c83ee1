namespace RruffGeo.Stages;

/// <summary>How spectra are put on the common grid (stage 04; paper 4.1, A.4).</summary>
public sealed record ResampledParameters
{
    /// <summary>Points on the grid, L ≥ 32 (the network's shortest input). Paper: not stated; ours 2,048.</summary>
    public int Points { get; init; } = 2048;

    /// <summary>First wavenumber of the grid, cm⁻¹; null = found from the data, rounded outward (paper A.4).</summary>
    public double? First { get; init; }

    /// <summary>Last wavenumber of the grid, cm⁻¹; null = found from the data, rounded outward (paper A.4).</summary>
    public double? Last { get; init; }

    /// <summary>Order of normalising, interpolating and padding: A, B, C or D of SCIENCE 5.5.</summary>
    public string Order { get; init; } = "A";

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Points, 32);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Points, 65_536);
        if (First is { } first && Last is { } last && !(first < last))
            throw new ArgumentOutOfRangeException(nameof(First), first, $"Expected less than Last = {last} cm⁻¹.");
        if (Order is not ("A" or "B" or "C" or "D"))
            throw new ArgumentOutOfRangeException(nameof(Order), Order, "Expected A, B, C or D.");
    }
}
