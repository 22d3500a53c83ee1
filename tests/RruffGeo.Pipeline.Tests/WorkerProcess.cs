using System.Diagnostics;
using System.Globalization;

namespace RruffGeo.Pipeline.Tests;

/// <summary>The worker program in a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly List<string> read = [];

    internal WorkerProcess(string root, string parameter, string failpoint = "none", int occurrence = 1, int milliseconds = 0)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var dotnet = Path.GetFullPath(Path.Combine(runtime, "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        process = Process.Start(new ProcessStartInfo(
            dotnet,
            [
                Path.Combine(AppContext.BaseDirectory, "RruffGeo.Pipeline.Worker.dll"), root, parameter, failpoint,
                occurrence.ToString(CultureInfo.InvariantCulture), milliseconds.ToString(CultureInfo.InvariantCulture),
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    internal int Id => process.Id;

    internal void Kill() => process.Kill();

    /// <summary>Waits until a line is printed that begins so; or for the end, if none is.</summary>
    internal void WaitForLine(string beginning)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            read.Add(line);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
                return;
        }
    }

    /// <summary>Waits for the end; returns what was printed, line by line, and the exit code.</summary>
    internal (string[] Lines, int ExitCode) Finish()
    {
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return ([.. read, .. lines, .. errors.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries)], process.ExitCode);
    }

    public void Dispose() => process.Dispose();
}
