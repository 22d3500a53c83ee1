namespace RruffGeo.Spectra;

/// <summary>What an archive may ask of the machine that reads it.</summary>
/// <param name="MemberBytes">Largest inflated size of one member, bytes.</param>
/// <param name="Inflation">Largest ratio of inflated to stored size of one member.</param>
/// <param name="Members">Largest number of entries.</param>
public sealed record ArchiveLimits(long MemberBytes, double Inflation, int Members);
