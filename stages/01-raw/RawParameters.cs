using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>How archives are read (stage 01).</summary>
public sealed record RawParameters
{
    /// <summary>Largest inflated size of one member, bytes; a larger one is rejected. RRUFF's largest is below 1 MiB.</summary>
    public long MaximumMemberBytes { get; init; } = 64L << 20;

    /// <summary>Largest ratio of inflated to stored size of one member; a higher one is rejected as a zip bomb.</summary>
    public double MaximumInflation { get; init; } = 200;

    /// <summary>Largest number of members of one archive.</summary>
    public int MaximumMembers { get; init; } = 200_000;

    /// <summary>These bounds, as readers take them.</summary>
    public ArchiveLimits Limits => new(MaximumMemberBytes, MaximumInflation, MaximumMembers);

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumMemberBytes, 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumInflation, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumMembers, 1);
    }
}
