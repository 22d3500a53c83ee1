using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace RruffGeo.Pipeline.Tests;

/// <summary>A store and an outputs folder in a temporary place, and what the engine told about them.</summary>
internal sealed class Sandbox : IPipelineObserver, IDisposable
{
    private PipelineEngine engine;

    internal Sandbox()
    {
        Root = Directory.CreateTempSubdirectory("pipeline-test-").FullName;
        engine = NewEngine();
    }

    internal string Root { get; }

    internal string StoreFolder => Path.Combine(Root, "store");

    internal string RunFolder => Path.Combine(Root, "outputs", "test");

    /// <summary>The engine; one that is replaced ends first, as its process would.</summary>
    internal PipelineEngine Engine
    {
        get => engine;
        set
        {
            if (Directory.Exists(StoreFolder))
                engine?.Dispose();
            engine = value;
        }
    }

    internal ConcurrentQueue<string> Ran { get; } = [];

    internal ConcurrentQueue<string> Reasons { get; } = [];

    internal ConcurrentQueue<string> Warnings { get; } = [];

    internal ConcurrentQueue<string> Waits { get; } = [];

    internal static ImmutableSortedDictionary<string, string> Named(params (string Name, string Value)[] values) =>
        values.ToImmutableSortedDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);

    /// <summary>An engine as a new process would have it.</summary>
    internal PipelineEngine NewEngine() => new(PipelineStore.Open(StoreFolder), RunFolder, this);

    /// <summary>A stage that writes <paramref name="content"/> to <c>result.txt</c>.</summary>
    internal StageRequest Stage(string name, string content, params (string Role, string Digest)[] inputs) => new()
    {
        Stage = name,
        SchemaVersion = 1,
        CodeDigest = "code",
        Parameters = Named(("Content", content)),
        Inputs = Named(inputs),
        Environment = Named(),
        Execute = workspace =>
        {
            Ran.Enqueue(name);
            File.WriteAllText(Path.Combine(workspace.Destination, "result.txt"), content);
        },
    };

    internal StageResult Produce(StageRequest request) => Engine.Produce(request, TestContext.Current.CancellationToken);

    internal string Output(string path) => Path.Combine(RunFolder, path);

    /// <summary>The names of the stages that ran since this was last asked.</summary>
    internal string TakeRan()
    {
        var names = string.Join(' ', Ran);
        Ran.Clear();
        return names;
    }

    internal string[] Blobs() => [.. Directory.GetFiles(Path.Combine(StoreFolder, "cas"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    internal string[] Records() => Directory.GetFiles(Path.Combine(StoreFolder, "ac"), "*", SearchOption.AllDirectories);

    internal string[] Quarantined() => Directory.GetFiles(Path.Combine(StoreFolder, "quarantine"));

    public void Running(StageRequest request, string key, string reason) => Reasons.Enqueue(reason);

    public void Produced(StageRequest request, StageResult result)
    {
    }

    public void Waiting(StageRequest request, string holder) => Waits.Enqueue(holder);

    public void Warned(string message) => Warnings.Enqueue(message);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
