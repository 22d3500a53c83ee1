using System.Collections.Immutable;
using RruffGeo.Artifacts;
using RruffGeo.Build.Running;

namespace RruffGeo.Build.Tests;

/// <summary>Notes what tasks ask for.</summary>
internal sealed class RecordingRunner : IStageRunner
{
    public List<StageWiring> Made { get; } = [];

    public Dictionary<string, ImmutableSortedDictionary<string, string>> Given { get; } = [];

    public List<string> Prepared { get; } = [];

    public void Give(string name, string folder, ImmutableSortedDictionary<string, string> digests) => Given[name] = digests;

    public void Prepare(string label, string why, Action<IProgress<StageProgress>, CancellationToken> work) => Prepared.Add(why);

    public void Tell(string line)
    {
    }

    public void Make(StageWiring wiring) => Made.Add(wiring);

    public void MakeAll(IReadOnlyList<StageWiring> branches) => Made.AddRange(branches);

    public string FolderOf(string name) => name;

    public string DigestOf(string path) => "";

    public void Summarise(Exception? failure)
    {
    }

    public void Dispose()
    {
    }
}
