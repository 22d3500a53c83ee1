using System.Diagnostics;
using System.Globalization;
using RruffGeo.Artifacts;
using RruffGeo.Stages;

namespace RruffGeo.Build.Bench;

/// <summary>Measures stage 04 from raw.parquet to resampled.parquet.</summary>
public static class ResamplingBench
{
    private const int Rounds = 3, Goal = 4000;

    /// <summary>Resamples every spectrum that <see cref="RawBench"/> left in <paramref name="scratch"/>, three times; the median counts.</summary>
    /// <param name="scratch">Folder with <c>01-raw</c>; what else is in it may be replaced.</param>
    /// <param name="points">Points of the grid.</param>
    /// <param name="cancellationToken">Stops between spectra.</param>
    /// <returns>The result in one line.</returns>
    public static string Run(string scratch, int points, CancellationToken cancellationToken)
    {
        var raw = new RawSpectra(Path.Combine(scratch, "01-raw"));
        var joined = Folder("03-joined");
        ParquetTable.Write(Path.Combine(joined, "joined.parquet"), [.. raw.Descriptions.Select(row => new JoinedSpectrum { SpectrumId = row.SpectrumId })]);
        var (seconds, spectra) = (new double[Rounds], 0);
        for (var round = 0; round < Rounds; round++)
        {
            var stage = new StageContext(Folder("04-resampled"), scratch, new Progress<StageProgress>(), cancellationToken);
            var started = Stopwatch.GetTimestamp();
            var resampled = ResampleSpectra.Run(raw, new JoinedSpectra(joined), new ResampledParameters { Points = points }, stage);
            seconds[round] = Stopwatch.GetElapsedTime(started).TotalSeconds;
            spectra = resampled.Spectra.Count;
        }

        var median = seconds.Order().ElementAt(Rounds / 2);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"resampled: {spectra} spectra at {points} points in {median:F2} s, {spectra / median:F0} spectra/s with {Environment.ProcessorCount} threads (goal {Goal})");

        string Folder(string name) => Directory.CreateDirectory(Path.Combine(scratch, name)).FullName;
    }
}
