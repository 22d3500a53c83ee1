namespace RruffGeo.Artifacts;

/// <summary>All that a stage is given beside its inputs and parameters: where to write, whom to tell, when to stop.</summary>
/// <param name="Destination">An empty folder that becomes the artifact once the stage returns. Nothing in it is believed before.</param>
/// <param name="Scratch">A folder that outlives a killed run of the same key: checkpoints go here. May hold files of an earlier attempt.</param>
/// <param name="Progress">Receives progress; may be called from any thread.</param>
/// <param name="Cancellation">Checked once per spectrum, batch or epoch.</param>
public sealed record StageContext(
    string Destination, string Scratch, IProgress<StageProgress> Progress, CancellationToken Cancellation)
{
    /// <summary>A path inside <see cref="Destination"/>.</summary>
    public string File(string name) => Path.Combine(Destination, name);
}
