using System.Globalization;

namespace RruffGeo.Build;

/// <summary>What <see cref="RawBench"/> measured.</summary>
/// <param name="Threads">Threads of both measurements.</param>
/// <param name="Bytes">Inflated size of all members.</param>
/// <param name="InflateSeconds">Wall time of merely inflating.</param>
/// <param name="StageSeconds">Wall time of stage 01.</param>
/// <param name="PeakBytes">Highest resident memory of the process.</param>
public sealed record RawBenchResult(int Threads, long Bytes, double InflateSeconds, double StageSeconds, long PeakBytes)
{
    /// <summary>Stage time over inflating time; the goal is at most 3.</summary>
    public double Ratio => StageSeconds / InflateSeconds;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"raw: {Bytes / 1e6:F0} MB of text, {Threads} threads: inflate {InflateSeconds:F2} s, stage {StageSeconds:F2} s ({Bytes / 1e6 / StageSeconds:F0} MB/s), "
        + $"ratio {Ratio:F2} (goal 3.00), peak {PeakBytes / 1e6:F0} MB");
}
