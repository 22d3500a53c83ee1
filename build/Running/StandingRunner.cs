using System.Collections.Immutable;
using RruffGeo.Artifacts;

namespace RruffGeo.Build.Running;

/// <summary>Leaves every stage as it is: a finished run is only looked at.</summary>
internal sealed class StandingRunner : IStageRunner
{
    public void Give(string name, string folder, ImmutableSortedDictionary<string, string> digests)
    {
    }

    public void Prepare(string label, string why, Action<IProgress<StageProgress>, CancellationToken> work)
    {
    }

    public void Tell(string line)
    {
    }

    public void Make(StageWiring wiring)
    {
    }

    public void MakeAll(IReadOnlyList<StageWiring> branches)
    {
    }

    public string FolderOf(string name) => "";

    public string DigestOf(string path) => "";

    public void Summarise(Exception? failure)
    {
    }

    public void Dispose()
    {
    }
}
