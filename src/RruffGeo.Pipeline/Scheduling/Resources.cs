namespace RruffGeo.Pipeline.Scheduling;

/// <summary>What a stage run needs while it runs, and what a machine has.</summary>
/// <param name="Cores">Processor cores, ≥ 0.</param>
/// <param name="MemoryBytes">Memory, bytes, ≥ 0.</param>
/// <param name="Devices">Graphics processors, ≥ 0.</param>
public sealed record Resources(int Cores, long MemoryBytes, int Devices)
{
    /// <summary>True if <paramref name="need"/> can be had from this.</summary>
    public bool Has(Resources need) => need.Cores <= Cores && need.MemoryBytes <= MemoryBytes && need.Devices <= Devices;

    /// <summary>What is left once <paramref name="need"/> is taken.</summary>
    public Resources Less(Resources need) => new(Cores - need.Cores, MemoryBytes - need.MemoryBytes, Devices - need.Devices);

    /// <summary>What there is once <paramref name="need"/> is given back.</summary>
    public Resources Plus(Resources need) => new(Cores + need.Cores, MemoryBytes + need.MemoryBytes, Devices + need.Devices);

    /// <summary>This, but no more of anything than <paramref name="most"/>: who needs more than there is runs alone.</summary>
    public Resources AtMost(Resources most) => new(Math.Min(Cores, most.Cores), Math.Min(MemoryBytes, most.MemoryBytes), Math.Min(Devices, most.Devices));
}
