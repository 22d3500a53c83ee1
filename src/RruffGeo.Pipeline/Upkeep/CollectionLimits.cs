namespace RruffGeo.Pipeline.Upkeep;

/// <summary>What may stay in a store besides the runs that are kept.</summary>
/// <param name="OlderThan">Stage runs that were not used for so long go.</param>
/// <param name="MostBytes">The least recently used go until the files that are left have no more bytes than this.</param>
/// <param name="Grace">Nothing younger goes: a run may be about to use it.</param>
public sealed record CollectionLimits(TimeSpan OlderThan, long MostBytes, TimeSpan Grace);

/// <summary>Whether anything is deleted.</summary>
public enum CollectionMode
{
    /// <summary>Nothing is: the report says what would be.</summary>
    DryRun,

    /// <summary>It is.</summary>
    Delete,
}
