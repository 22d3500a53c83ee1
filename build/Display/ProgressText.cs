using System.Globalization;
using RruffGeo.Artifacts;

namespace RruffGeo.Build.Display;

/// <summary>Progress, durations and counts in words.</summary>
internal static class ProgressText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>"reading LR-Raman.zip: 1,200 of 2,491 spectra (48 %), 812/s, 2 s left; detail".</summary>
    /// <param name="progress">How far the stage has come.</param>
    /// <param name="elapsed">Time since the activity began here.</param>
    /// <param name="before">What had been done by then, in the unit of the progress: a resumed training starts in the middle.</param>
    public static string Of(StageProgress progress, TimeSpan elapsed, long before = 0) =>
        $"{progress.Activity}: {Count(progress)}{Share(progress)}{Rate(progress.Done - before, elapsed)}{Left(progress, elapsed, progress.Done - before)}{(progress.Detail.Length > 0 ? $"; {progress.Detail}" : "")}";

    /// <summary>"1,200 of 2,491 spectra", "1,200 spectra" without a total.</summary>
    public static string Count(StageProgress progress) => progress.Total > 0 && progress.Done < progress.Total
        ? string.Create(Invariant, $"{progress.Done:N0} of {progress.Total:N0} {progress.Unit}")
        : string.Create(Invariant, $"{progress.Done:N0} {progress.Unit}");

    /// <summary>A duration with the precision one cares about: "0.4 s", "38 s", "12 min 05 s", "2 h 03 min".</summary>
    public static string Duration(TimeSpan time) =>
        time.TotalSeconds < 9.95 ? string.Create(Invariant, $"{time.TotalSeconds:0.0} s")
        : time.TotalSeconds < 59.5 ? string.Create(Invariant, $"{time.TotalSeconds:0} s")
        : time.TotalMinutes < 60 ? string.Create(Invariant, $"{(int)time.TotalMinutes} min {time.Seconds:00} s")
        : string.Create(Invariant, $"{(int)time.TotalHours} h {time.Minutes:00} min");

    private static string Share(StageProgress progress) =>
        progress.Total > 0 ? string.Create(Invariant, $" ({100.0 * progress.Done / progress.Total:0} %)") : "";

    private static string Rate(long done, TimeSpan elapsed)
    {
        var rate = done / Math.Max(elapsed.TotalSeconds, 1e-9);
        return elapsed.TotalSeconds < 1 || done <= 0 ? "" : string.Create(Invariant, $", {rate.ToString(rate < 10 ? "0.0" : "N0", Invariant)}/s");
    }

    private static string Left(StageProgress progress, TimeSpan elapsed, long done) =>
        elapsed.TotalSeconds < 1 || done <= 0 || progress.Done >= progress.Total
            ? ""
            : $", {Duration(elapsed * ((double)(progress.Total - progress.Done) / done))} left";
}
