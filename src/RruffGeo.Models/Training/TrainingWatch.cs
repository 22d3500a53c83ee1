using System.Diagnostics;

namespace RruffGeo.Models;

/// <summary>Tells how far a training is, a few times a second, and when the next checkpoint is due.</summary>
/// <param name="options">The training.</param>
/// <param name="spectra">Spectra of an epoch.</param>
/// <param name="progress">Whom to tell.</param>
/// <param name="before">Spectra that an earlier run trained on.</param>
internal sealed class TrainingWatch(TrainingOptions options, int spectra, IProgress<TrainingProgress> progress, long before)
{
    private readonly long started = Stopwatch.GetTimestamp();
    private long reported, kept = Stopwatch.GetTimestamp();

    /// <summary>Told after every batch.</summary>
    /// <returns>True if a checkpoint inside the epoch is due.</returns>
    public bool Report(int epoch, EpochPosition position)
    {
        if (position.Spectra == spectra || reported == 0 || Stopwatch.GetElapsedTime(reported) >= options.BetweenReports)
        {
            reported = Stopwatch.GetTimestamp();
            var done = ((epoch - 1L) * spectra) + position.Spectra;
            progress.Report(new(epoch, done, spectra * (long)options.Epochs, position.Loss, position.Accuracy, (done - before) / Stopwatch.GetElapsedTime(started).TotalSeconds));
        }

        if (position.Spectra == spectra || Stopwatch.GetElapsedTime(kept) < options.BetweenCheckpoints)
            return false;
        kept = Stopwatch.GetTimestamp();
        return true;
    }
}
