using System.Collections.Immutable;

namespace RruffGeo.Stages;

/// <summary>What came of one member of an archive.</summary>
/// <param name="Archive">Number of the archive in the order of reading.</param>
internal sealed record MemberOutcome(int Archive)
{
    /// <summary>The spectrum; null if there is none.</summary>
    public RawRow? Row { get; init; }

    /// <summary>The file or the lines of it that were left out.</summary>
    public ImmutableArray<RejectedInput> Left { get; init; } = [];
}
