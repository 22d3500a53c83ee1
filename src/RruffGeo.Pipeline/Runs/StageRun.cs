using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Runs;

/// <summary>Runs a stage in a folder of its own; then publishes what it leaves, blobs first, their record last, or hands it over for comparison.</summary>
internal sealed class StageRun(PipelineStore store, StageRequest request, StageKey key)
{
    private static readonly string producer = $"{typeof(StageRun).Assembly.GetName().Name} {typeof(StageRun).Assembly.GetName().Version}";

    /// <summary>Runs and publishes.</summary>
    /// <param name="checkInputs">Called between the two; throws if the result must not count.</param>
    /// <param name="cancellation">Handed to the stage; a result that came after it was cancelled does not count.</param>
    internal Manifest Execute(Action checkInputs, CancellationToken cancellation) => Execute(store.ScratchOf(key.Digest), (temporary, destination, usage) =>
    {
        var outputs = StageOutputs.Collect(destination, store.MeaningOf);
        checkInputs();
        return Publish(destination, temporary, outputs, usage);
    }, cancellation);

    /// <summary>Runs without publishing, with no checkpoint to take up from.</summary>
    /// <param name="use">Is given the folder of the outputs, which is deleted afterwards, and their list.</param>
    /// <param name="cancellation">Handed to the stage.</param>
    internal T Rehearse<T>(Func<string, IReadOnlyList<OutputFile>, T> use, CancellationToken cancellation) =>
        Execute(null, (_, destination, _) => use(destination, StageOutputs.Collect(destination, store.MeaningOf)), cancellation);

    private T Execute<T>(string? scratch, Func<TemporaryFolder, string, RunUsage, T> then, CancellationToken cancellation)
    {
        using var temporary = StoreGuard.At(store.Root, store.CreateTemporaryFolder);
        var workspace = StoreGuard.At(store.Root, () => new StageWorkspace(
            Directory.CreateDirectory(Path.Combine(temporary.Path, "outputs")).FullName,
            Directory.CreateDirectory(scratch ?? Path.Combine(temporary.Path, "scratch")).FullName, cancellation));
        var usage = RunUsage.Begin();
        try
        {
            request.Execute(workspace);
        }
        catch (IOException error) when (StoreGuard.IsFullDisk(error))
        {
            throw StoreGuard.Explain(store.Root, error);
        }
        finally
        {
            usage.End();
        }
        cancellation.ThrowIfCancellationRequested();
        store.Failpoint("stage returned");
        return StoreGuard.At(store.Root, () => then(temporary, workspace.Destination, usage));
    }

    private Manifest Publish(string destination, TemporaryFolder temporary, IReadOnlyList<OutputFile> outputs, RunUsage usage)
    {
        var manifest = new Manifest
        {
            Format = Manifest.CurrentFormat,
            Key = key.Digest,
            Parts = key.Parts,
            Outputs = [.. outputs],
            Logical = ArtifactDigest.Of(outputs),
            Tier = request.Tier,
            TookSeconds = Math.Round(usage.Took.TotalSeconds, 3),
            ProcessorSeconds = Math.Round(usage.Processor.TotalSeconds, 3),
            PeakMemoryBytes = usage.PeakMemoryBytes,
            SideBySide = usage.SideBySide,
            Producer = producer,
        };
        store.Failpoint("outputs hashed");
        store.Publish(manifest, outputs.Select(output => (OutputPath.Below(destination, output.Path), output)), temporary.Path);
        return manifest;
    }
}
