using RruffGeo.Artifacts;

namespace RruffGeo.Build.Display;

/// <summary>Shows one running stage or branch until it is disposed.</summary>
internal interface ITrack : IProgress<StageProgress>, IDisposable
{
    /// <summary>What was counted last; null if nothing was.</summary>
    StageProgress? Last { get; }
}
