using System.Collections.Concurrent;
using RruffGeo.Build.Display;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>Tells what the engine does, and remembers the verdicts for the summary. Each stage and branch that runs has a log of its own besides.</summary>
/// <param name="display">Where it is told.</param>
/// <param name="logFolder">Where the logs are: <c>06-models/row/convnext1d/fold-0.log</c>.</param>
internal sealed class RunLog(IRunDisplay display, string logFolder) : IPipelineObserver, IDisposable
{
    private readonly ConcurrentDictionary<string, ITrack> tracks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StreamWriter> logs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<StageOutcome> results = new();

    /// <summary>What was produced, in the order in which it was.</summary>
    public IReadOnlyCollection<StageOutcome> Results => results;

    public void Running(StageRequest request, string key, string reason)
    {
        display.Line($"{LabelOf(request),-10} runs: {reason}");
        LogOf(request.Stage, request.Branch).WriteLine($"key {key}\nruns: {reason}");
    }

    public void Produced(StageRequest request, StageResult result)
    {
        results.Enqueue(new(request, result));
        var last = tracks.TryRemove(LabelOf(request), out var track) ? track.Last : null;
        var counted = last is null ? "" : $", {ProgressText.Count(last)}";
        if (result.Verdict == StageVerdict.Ran)
            display.Line($"{LabelOf(request),-10} done in {ProgressText.Duration(result.Took)}{counted}");
        if (!logs.TryRemove(LabelOf(request), out var log))
            return;
        log.WriteLine($"{VerdictText.Of(result.Verdict)}: {UsageText.Of(result.Used)}{counted}");
        log.Dispose();
    }

    public void Waiting(StageRequest request, string holder) => display.Line($"{LabelOf(request),-10} waits: another process works on it ({holder})");

    public void Warned(string message) => display.Line($"warning: {message}");

    /// <summary>Shows a stage while it runs.</summary>
    public ITrack Track(string stage, string branch)
    {
        var label = LabelOf(stage, branch);
        var track = new TwoTracks(display.Track(label), new SparseDisplay(LogOf(stage, branch), TimeProvider.System).Track(""), LogOf(stage, branch).Flush);
        tracks[label] = track;
        return track;
    }

    public void Dispose()
    {
        foreach (var log in logs.Values)
            log.Dispose();
    }

    private StreamWriter LogOf(string stage, string branch) => logs.GetOrAdd(LabelOf(stage, branch), _ =>
    {
        var path = Path.Combine(logFolder, branch.Length == 0 ? $"{stage}.log" : Path.Combine(stage, $"{branch}.log"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { NewLine = "\n" };
    });

    private static string LabelOf(StageRequest request) => LabelOf(request.Stage, request.Branch);

    private static string LabelOf(string stage, string branch) =>
        branch.Length == 0 ? TaskNames.Of(stage) : $"{TaskNames.Of(stage)} {branch.Replace('/', ' ')}";
}
