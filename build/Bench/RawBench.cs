using System.Collections.Immutable;
using System.Diagnostics;
using System.IO.Compression;
using RruffGeo.Artifacts;
using RruffGeo.Stages;

namespace RruffGeo.Build;

/// <summary>Measures stage 01 against merely inflating the same archives, in one run and with the same number of threads.</summary>
public static class RawBench
{
    private const int Rounds = 3;

    /// <summary>Inflates and reads <paramref name="archives"/> in turn, three times; the round with the median ratio counts.</summary>
    /// <remarks>Both measurements of a round lie seconds apart, so that what else the machine does weighs on both.</remarks>
    /// <param name="archives">Paths of the archives.</param>
    /// <param name="scratch">A folder for the artifact; what is in it may be replaced.</param>
    /// <param name="cancellationToken">Stops between members.</param>
    public static RawBenchResult Run(IReadOnlyList<string> archives, string scratch, CancellationToken cancellationToken)
    {
        var files = new RawFiles([.. archives.Select(path => new ArchiveFile(path, "", new FileInfo(path).Length))], Simulated: false);
        var destination = Directory.CreateDirectory(Path.Combine(scratch, "01-raw")).FullName;
        var rounds = new List<RawBenchResult>();
        while (rounds.Count < Rounds)
        {
            var watch = Stopwatch.StartNew();
            var bytes = Inflate(files.Archives, cancellationToken);
            var inflate = watch.Elapsed.TotalSeconds;

            watch.Restart();
            ReadSpectra.Run(files, new RawParameters(), new StageContext(destination, scratch, new Progress<StageProgress>(), cancellationToken));
            var stage = watch.Elapsed.TotalSeconds;
            using var process = Process.GetCurrentProcess();
            rounds.Add(new RawBenchResult(Environment.ProcessorCount, bytes, inflate, stage, process.PeakWorkingSet64));
        }

        return rounds.OrderBy(round => round.Ratio).ElementAt(Rounds / 2) with { PeakBytes = rounds.Max(round => round.PeakBytes) };
    }

    // The least that any reader must do: every member inflated into a buffer that is thrown away.
    private static long Inflate(ImmutableArray<ArchiveFile> archives, CancellationToken cancellationToken)
    {
        var total = 0L;
        foreach (var archive in archives)
        {
            var next = -1;
            var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(
                () =>
                {
                    using var zip = ZipFile.OpenRead(archive.Path);
                    var buffer = new byte[1 << 18];
                    while (Interlocked.Increment(ref next) is var index && index < zip.Entries.Count)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        using var stream = zip.Entries[index].Open();
                        for (int read; (read = stream.Read(buffer)) > 0;)
                            Interlocked.Add(ref total, read);
                    }
                },
                cancellationToken));
            Task.WaitAll([.. workers], cancellationToken);
        }

        return total;
    }
}
