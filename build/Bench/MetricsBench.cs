using System.Diagnostics;
using System.Globalization;
using RruffGeo.Artifacts;
using RruffGeo.Evaluation;
using RruffGeo.Stages;

namespace RruffGeo.Build.Bench;

/// <summary>Measures stage 07 at full size, and the two parts of it that have goals of their own.</summary>
internal static class MetricsBench
{
    private const int Draws = 1000, Statistics = 45;

    /// <summary>Measures and prints.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="cancellation">Stops between parts.</param>
    public static void Run(string folder, TextWriter output, CancellationToken cancellation)
    {
        var run = new SyntheticRun(folder);
        run.WriteSpectra();
        var none = new Progress<StageProgress>();
        var resampled = ResampleSpectra.Run(run.Raw, run.Joined, new ResampledParameters { Points = SyntheticRun.GridPoints }, run.Stage("04-resampled", none, cancellation));
        var folds = AssignFolds.Run(run.Joined, resampled, new FoldsParameters { Protocols = SyntheticRun.Protocols }, run.Stage("05-folds", none, cancellation));
        var networks = new TrainedModels([.. run.Predict(folds, "convnext1d", (branch, place) => new TrainedModel(branch, place))]);
        var fitted = new FittedBaselines(
        [
            .. run.Predict(folds, "logistic-regression", (branch, place) => new FittedBaseline(branch, place)),
            .. run.Predict(folds, "boosted-trees", (branch, place) => new FittedBaseline(branch, place)),
        ]);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stage 07 on {SyntheticRun.Rows} made-up spectra, {SyntheticRun.Classes} classes, {SyntheticRun.GridPoints} points, 5 folds, protocols {SyntheticRun.Protocols}, {Environment.ProcessorCount} threads"));

        PrintBootstrap(folds, output, cancellation);
        PrintNeighbours(resampled, folds, output, cancellation);

        var parts = new Stopwatches();
        var started = Stopwatch.GetTimestamp();
        MeasureModels.Run(run.Raw, run.Joined, resampled, folds, networks, fitted, new MetricsParameters(), run.Stage("07-metrics", parts, cancellation));
        Print(output, "all of stage 07", Stopwatch.GetElapsedTime(started), "goal 60");
        foreach (var (activity, seconds) in parts.Stop())
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    from '{activity}' on: {seconds:F1} s"));
    }

    private static void PrintBootstrap(AssignedFolds folds, TextWriter output, CancellationToken cancellation)
    {
        int[] specimens = [.. Enumerable.Range(0, SyntheticRun.Rows).Select(row => row / 4)];
        bool[] hits = [.. folds.Assignments.Take(SyntheticRun.Rows).Select(row => row.Class % 2 == 0)];
        var byRow = ClusterTotals.Of([.. Enumerable.Range(0, SyntheticRun.Rows)], SyntheticRun.Rows, hits);
        var bySpecimen = ClusterTotals.Of(specimens, SyntheticRun.Rows / 4, hits);
        foreach (var (name, totals) in new[] { ("specimens", bySpecimen), ("rows", byRow) })
        {
            var started = Stopwatch.GetTimestamp();
            ClusterBootstrap.Accuracies([.. Enumerable.Repeat(totals, Statistics)], Draws, 1, cancellation);
            Print(output, $"{Draws} resamples over {name}, {Statistics} models at once", Stopwatch.GetElapsedTime(started), "goal 5");
        }
    }

    private static void PrintNeighbours(ResampledSpectra resampled, AssignedFolds folds, TextWriter output, CancellationToken cancellation)
    {
        var intensities = resampled.ReadIntensities();
        int[][] ofProtocols = [.. folds.Assignments.GroupBy(row => row.Protocol).Select(protocol => protocol.Select(row => row.Fold).ToArray())];
        var started = Stopwatch.GetTimestamp();
        CosineNeighbours.Find(intensities, SyntheticRun.GridPoints, ofProtocols, 5, _ => { }, cancellation);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var work = 2.0 * SyntheticRun.Rows * SyntheticRun.Rows * SyntheticRun.GridPoints / 1e9;
        Print(output, "5 nearest neighbours of all pairs", elapsed, string.Create(CultureInfo.InvariantCulture, $"{work / elapsed.TotalSeconds:F0} GFLOP/s; goal 60"));
    }

    private static void Print(TextWriter output, string what, TimeSpan elapsed, string goal) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {elapsed.TotalSeconds:F2} s ({goal} s)"));

    /// <summary>How long each activity lasted that a stage reports.</summary>
    private sealed class Stopwatches : IProgress<StageProgress>
    {
        private readonly Lock gate = new();
        private readonly List<(string Activity, long Started)> started = [];

        public void Report(StageProgress value)
        {
            lock (gate)
                if (started.Count == 0 || started[^1].Activity != value.Activity)
                    started.Add((value.Activity, Stopwatch.GetTimestamp()));
        }

        public IEnumerable<(string Activity, double Seconds)> Stop()
        {
            var end = Stopwatch.GetTimestamp();
            for (var i = 0; i < started.Count; i++)
                yield return (started[i].Activity, Stopwatch.GetElapsedTime(started[i].Started, i + 1 < started.Count ? started[i + 1].Started : end).TotalSeconds);
        }
    }
}
