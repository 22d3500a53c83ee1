using RruffGeo.Artifacts;

namespace RruffGeo.Build.Display;

/// <summary>Shows one running stage in two places.</summary>
/// <param name="first">Also tells what was counted last.</param>
/// <param name="second">The other.</param>
/// <param name="disposed">Called once both are disposed.</param>
internal sealed class TwoTracks(ITrack first, ITrack second, Action disposed) : ITrack
{
    public StageProgress? Last => first.Last;

    public void Report(StageProgress value)
    {
        first.Report(value);
        second.Report(value);
    }

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        disposed();
    }
}
