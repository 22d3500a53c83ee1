using System.Globalization;
using Cake.Core;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Display;
using RruffGeo.Pipeline;
using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Build.Housekeeping;

/// <summary>What <c>Verify</c> and <c>Gc</c> do and print.</summary>
internal static class StoreUpkeep
{
    private const double BytesOfMegabyte = 1e6;
    private const double BytesOfGigabyte = 1e9;

    /// <summary>Hashes everything.</summary>
    public static void Verify(PaperArguments arguments, TextWriter output)
    {
        var report = StoreVerification.Run(PipelineStore.Open(arguments.Store), RunsBelow(arguments.Outputs), (_, _) => { }, CancellationToken.None);
        foreach (var file in report.Damaged)
            output.WriteLine($"damaged: {file.Path} ({(file.Remedy == DamageRemedy.Quarantined ? "now in the quarantine; the next run makes it anew" : "the next run restores it")})");
        foreach (var (stage, branch, acceptance) in report.Accepted)
            output.WriteLine($"accepted: {$"{stage} {branch}".TrimEnd()} (made by earlier code and not again, because: {acceptance.Reason})");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Files:N0} files, {report.Bytes / BytesOfMegabyte:N1} MB, {report.Records:N0} records in {ProgressText.Duration(report.Took)} ({report.Bytes / BytesOfGigabyte / Math.Max(report.Took.TotalSeconds, 1e-9):0.00} GB/s); {(report.Damaged.Count == 0 ? "all sound" : $"{report.Damaged.Count} damaged")}."));
    }

    /// <summary>Makes room.</summary>
    /// <exception cref="CakeException">A run that is to be kept does not exist.</exception>
    public static void Clean(PaperArguments arguments, TextWriter output)
    {
        var engine = arguments.Engine;
        var kept = engine.Keep.IsEmpty ? RunsBelow(arguments.Outputs) : [.. engine.Keep.Select(name => Path.Combine(arguments.Outputs, name))];
        if (kept.FirstOrDefault(run => !File.Exists(Path.Combine(run, "paper.lock"))) is { } missing)
            throw new CakeException($"--keep: {missing} has no paper.lock, so that what it needs is not known. Nothing was deleted.");
        var report = StoreCleaning.Run(PipelineStore.Open(arguments.Store), kept, engine.Limits, engine.Collection);
        var (archives, bytes) = ShelfCleaning.Run(Path.Combine(arguments.Store, "archives"), report.Inputs, engine.Limits.OlderThan, engine.Collection);
        var (logs, bytesOfLogs) = LogCleaning.Run(
            Path.Combine(arguments.Store, "runs"), kept.Concat(RunsBelow(arguments.Outputs)).Select(run => Path.GetFileName(run)).ToHashSet(StringComparer.Ordinal), engine.Limits, engine.Collection);
        foreach (var stage in report.Stages)
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{(stage.Stage.Length == 0 ? "(no stage)" : stage.Stage),-14}{stage.Runs,6:N0} runs{stage.Bytes / BytesOfMegabyte,12:N1} MB"));
        foreach (var archive in archives)
            output.WriteLine($"(downloaded)  {archive}");
        foreach (var run in logs)
            output.WriteLine($"(logs)        of {run}, a run that is no longer there");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(engine.Collection == CollectionMode.DryRun ? "Would free" : "Freed")} {(report.FreedBytes + bytes + bytesOfLogs) / BytesOfMegabyte:N1} MB of {report.Runs:N0} stage runs{(archives.Count == 0 ? "" : $" and {archives.Count} archives")}; {report.KeptBytes / BytesOfMegabyte:N1} MB stay. Kept runs: {string.Join(", ", kept.Select(Path.GetFileName))}."));
    }

    private static List<string> RunsBelow(string outputs) => Directory.Exists(outputs)
        ? [.. Directory.EnumerateDirectories(outputs).Where(run => File.Exists(Path.Combine(run, "paper.lock"))).Order(StringComparer.Ordinal)] : [];
}
