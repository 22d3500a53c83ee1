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

    /// <summary>Kind of the files used: <c>both</c> (the paper names none), <c>RAW</c> or <c>Processed</c>.</summary>
    public string Kind { get; init; } = "both";

    /// <summary>Laser of the spectra used, nm, give or take 1; null = any.</summary>
    public double? Laser { get; init; }

    /// <summary>Crystals used: <c>any</c>, <c>oriented</c> or <c>unoriented</c>.</summary>
    public string Orientation { get; init; } = "any";

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Points, 32);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Points, 65_536);
        if (First is { } first && Last is { } last && !(first < last))
            throw new ArgumentOutOfRangeException(nameof(First), first, $"Expected less than Last = {last} cm⁻¹.");
        if (Order is not ("A" or "B" or "C" or "D"))
            throw new ArgumentOutOfRangeException(nameof(Order), Order, "Expected A, B, C or D.");
        if (Kind is not ("both" or "RAW" or "Processed"))
            throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "Expected both, RAW or Processed.");
        if (Orientation is not ("any" or "oriented" or "unoriented"))
            throw new ArgumentOutOfRangeException(nameof(Orientation), Orientation, "Expected any, oriented or unoriented.");
        if (Laser is { } laser && !(laser > 0 && double.IsFinite(laser)))
            throw new ArgumentOutOfRangeException(nameof(Laser), Laser, "Expected a wavelength in nm, such as 532.");
    }
}
