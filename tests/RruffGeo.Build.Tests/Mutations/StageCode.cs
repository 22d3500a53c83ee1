using System.Collections.Immutable;
using System.Reflection;
using Cake.Frosting;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Running;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Tests.Mutations;

/// <summary>The stages as built, each made once by a stand-in, and copies of their assemblies to edit.</summary>
public sealed class StageCode : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("stage-code-").FullName;
    private readonly PipelineStore store;
    private readonly PipelineEngine engine;
    private readonly SortedDictionary<string, MethodInfo> functions = new(StringComparer.Ordinal);
    private int copies;

    public StageCode()
    {
        store = PipelineStore.Open(Path.Combine(root, "store"));
        engine = new PipelineEngine(store, Path.Combine(root, "outputs", "run"), new SilentObserver());
        var recorder = new RecordingRunner();
        var context = new PaperContext(new NoCake(), new PaperArguments(), (_, _) => recorder);
        foreach (var name in TaskNames.Stages)
            ((FrostingTask<PaperContext>)Activator.CreateInstance(typeof(PaperContext).Assembly.GetType($"RruffGeo.Build.{name}Task")!)!).Run(context);
        foreach (var wiring in recorder.Made)
            functions[wiring.Stage] = wiring.Function;
        foreach (var (stage, digest) in Digests(null, []))
            engine.Produce(Request(stage, digest), CancellationToken.None);
    }

    /// <summary>Folders of the stages.</summary>
    internal IEnumerable<string> Stages => functions.Keys;

    /// <summary>The stages that would run once an assembly's bytes are these, each with the reason that the engine gives.</summary>
    internal SortedDictionary<string, string> WouldRun(string? assembly, byte[] image)
    {
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (stage, digest) in Digests(assembly, image))
            if (engine.Plan(Request(stage, digest)) is { Verdict: StageVerdict.Ran } plan)
                reasons.Add(stage, plan.Reason);
        return reasons;
    }

    /// <summary>The bytes of one of our assemblies as built.</summary>
    internal static byte[] Image(string assembly) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));

    public void Dispose()
    {
        engine.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private List<(string Stage, string Digest)> Digests(string? assembly, byte[] image)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, $"copy-{copies++}")).FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(file)), file);
        if (assembly is not null)
        {
            File.Delete(Path.Combine(folder, assembly + ".dll"));
            File.WriteAllBytes(Path.Combine(folder, assembly + ".dll"), image);
        }

        using var code = CodeIdentity.Open([.. OwnCode.PathsIn(folder)], store);
        return [.. functions.Select(function => (function.Key, code.DigestOf(function.Value)))];
    }

    private static StageRequest Request(string stage, string codeDigest)
    {
        var nothing = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return new StageRequest
        {
            Stage = stage,
            SchemaVersion = 1,
            CodeDigest = codeDigest,
            Parameters = nothing,
            Inputs = nothing,
            Environment = nothing,
            Execute = workspace => File.WriteAllText(Path.Combine(workspace.Destination, "stand-in.txt"), stage),
        };
    }

    private sealed class SilentObserver : IPipelineObserver
    {
        public void Running(StageRequest request, string key, string reason)
        {
        }

        public void Produced(StageRequest request, StageResult result)
        {
        }

        public void Waiting(StageRequest request, string holder)
        {
        }

        public void Warned(string message) => throw new InvalidOperationException(message);
    }
}
