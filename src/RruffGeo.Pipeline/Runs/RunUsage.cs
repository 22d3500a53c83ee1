using System.Diagnostics;
using System.Globalization;

namespace RruffGeo.Pipeline.Runs;

/// <summary>What the process used while a stage ran. Processor time and memory are the whole process's: of runs side by side each counts all.</summary>
internal sealed class RunUsage
{
    private static readonly Lock gate = new();
    private static readonly HashSet<RunUsage> underWay = [];
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly TimeSpan processorBefore = Environment.CpuUsage.TotalTime;

    private RunUsage()
    {
    }

    /// <summary>Most stage runs under way at once, this one among them.</summary>
    internal int SideBySide { get; private set; } = 1;

    /// <summary>Wall time of the run.</summary>
    internal TimeSpan Took { get; private set; }

    /// <summary>Processor time of the process during the run.</summary>
    internal TimeSpan Processor { get; private set; }

    /// <summary>Most memory that the process held at once, bytes, since the last time that it ran no stage; since its start where the system cannot tell.</summary>
    internal long PeakMemoryBytes { get; private set; }

    /// <summary>A stage is about to run.</summary>
    internal static RunUsage Begin()
    {
        lock (gate)
        {
            if (underWay.Count == 0)
                ForgetPeak();
            var usage = new RunUsage();
            underWay.Add(usage);
            foreach (var run in underWay)
                run.SideBySide = Math.Max(run.SideBySide, underWay.Count);
            return usage;
        }
    }

    /// <summary>The stage returned or failed.</summary>
    internal void End()
    {
        lock (gate)
        {
            underWay.Remove(this);
            Took = Stopwatch.GetElapsedTime(began);
            Processor = Environment.CpuUsage.TotalTime - processorBefore;
            PeakMemoryBytes = PeakNow();
        }
    }

    // The framework's answer looks at every thread first.
    private static long PeakNow()
    {
        const string status = "/proc/self/status";
        const string peak = "VmHWM:";
        if (OperatingSystem.IsLinux() && File.Exists(status)
            && File.ReadLines(status).FirstOrDefault(line => line.StartsWith(peak, StringComparison.Ordinal)) is { } found
            && long.TryParse(found.AsSpan(peak.Length).Trim().TrimEnd("kB").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var kilobytes))
            return kilobytes << 10;
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static void ForgetPeak()
    {
        try
        {
            if (OperatingSystem.IsLinux())
                File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }
}
