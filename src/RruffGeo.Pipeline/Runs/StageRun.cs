using System.Collections.Immutable;
using System.Diagnostics;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Runs;

/// <summary>Runs a stage in a folder of its own and publishes what it leaves: blobs first, their record last.</summary>
internal sealed class StageRun(PipelineStore store, StageRequest request, StageKey key)
{
    private static readonly string producer = $"{typeof(StageRun).Assembly.GetName().Name} {typeof(StageRun).Assembly.GetName().Version}";

    /// <summary>Runs and publishes.</summary>
    /// <param name="checkInputs">Called between the two; throws if the result must not count.</param>
    /// <param name="cancellation">Handed to the stage; a result that came after it was cancelled does not count.</param>
    internal Manifest Execute(Action checkInputs, CancellationToken cancellation)
    {
        using var temporary = StoreGuard.At(store.Root, store.CreateTemporaryFolder);
        var workspace = StoreGuard.At(store.Root, () => new StageWorkspace(
            Directory.CreateDirectory(Path.Combine(temporary.Path, "outputs")).FullName,
            Directory.CreateDirectory(store.ScratchOf(key.Digest)).FullName, cancellation));
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        try
        {
            request.Execute(workspace);
        }
        catch (IOException error) when (StoreGuard.IsFullDisk(error))
        {
            throw StoreGuard.Explain(store.Root, error);
        }
        var took = clock.Elapsed;
        cancellation.ThrowIfCancellationRequested();
        store.Failpoint("stage returned");
        return StoreGuard.At(store.Root, () =>
        {
            var outputs = StageOutputs.Collect(workspace.Destination);
            checkInputs();
            return Publish(workspace, temporary, outputs, took, Environment.CpuUsage.TotalTime - processor);
        });
    }

    private Manifest Publish(
        StageWorkspace workspace, TemporaryFolder temporary, IReadOnlyList<OutputFile> outputs, TimeSpan took, TimeSpan processor)
    {
        using var process = Process.GetCurrentProcess();
        var manifest = new Manifest
        {
            Format = Manifest.CurrentFormat,
            Key = key.Digest,
            Parts = key.Parts,
            Outputs = [.. outputs],
            Logical = ArtifactDigest.Of(outputs),
            TookSeconds = Math.Round(took.TotalSeconds, 3),
            ProcessorSeconds = Math.Round(processor.TotalSeconds, 3),
            PeakMemoryBytes = process.PeakWorkingSet64,
            Producer = producer,
        };
        store.Failpoint("outputs hashed");
        foreach (var output in outputs)
            store.Blobs.Adopt(OutputPath.Below(workspace.Destination, output.Path), output, store.Failpoint);
        store.Failpoint("blobs published");
        store.Manifests.Publish(manifest, temporary.Path, store.Failpoint);
        return manifest;
    }
}
