using System.Globalization;
using RruffGeo.Build.Display;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>What a stage run used, in words that claim no more than was measured.</summary>
internal static class UsageText
{
    private const double BytesOfMegabyte = 1e6;

    /// <summary>"38 s, 70 s of processor, 512 MB at most"; says so where others ran beside it.</summary>
    public static string Of(StageUsage used) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ProgressText.Duration(used.Took)}, {ProgressText.Duration(used.Processor)} of processor, {used.PeakMemoryBytes / BytesOfMegabyte:N0} MB at most{(used.SideBySide > 1 ? $" (the whole process, with up to {used.SideBySide} side by side)" : "")}");
}
