using System.Globalization;
using RruffGeo.Artifacts;
using RruffGeo.Models;

namespace RruffGeo.Stages;

/// <summary>Words a training's progress for the host, which adds the time left.</summary>
internal sealed class EpochProgress(IProgress<StageProgress> progress, string activity, int epochs, long total) : IProgress<TrainingProgress>
{
    /// <inheritdoc/>
    public void Report(TrainingProgress value) => progress.Report(new StageProgress(
        activity, value.Spectra, total, "spectra",
        value.Notice.Length > 0 ? value.Notice : string.Create(CultureInfo.InvariantCulture,
            $"epoch {value.Epoch}/{epochs}, loss {value.Loss:F3}, accuracy {value.Accuracy:F3}, {value.Rate:F0} spectra/s")));
}
