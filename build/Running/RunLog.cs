using System.Collections.Concurrent;
using RruffGeo.Build.Display;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>Tells what the engine does, and remembers the verdicts for the summary.</summary>
/// <param name="display">Where it is told.</param>
internal sealed class RunLog(IRunDisplay display) : IPipelineObserver
{
    private readonly ConcurrentDictionary<(string Stage, string Branch), ITrack> tracks = new();
    private readonly ConcurrentQueue<(StageRequest Request, StageResult Result)> results = new();

    /// <summary>What was produced, in the order in which it was.</summary>
    public IReadOnlyCollection<(StageRequest Request, StageResult Result)> Results => results;

    public void Running(StageRequest request, string key, string reason) => display.Line($"{LabelOf(request),-10} runs: {reason}");

    public void Produced(StageRequest request, StageResult result)
    {
        results.Enqueue((request, result));
        var last = tracks.TryRemove((request.Stage, request.Branch), out var track) ? track.Last : null;
        if (result.Verdict == StageVerdict.Ran)
            display.Line($"{LabelOf(request),-10} done in {ProgressText.Duration(result.Took)}{(last is null ? "" : $", {ProgressText.Count(last)}")}");
    }

    public void Waiting(StageRequest request, string holder) => display.Line($"{LabelOf(request),-10} waits: another process works on it ({holder})");

    public void Warned(string message) => display.Line($"warning: {message}");

    /// <summary>Shows a stage while it runs.</summary>
    public ITrack Track(string stage, string branch)
    {
        var track = display.Track(LabelOf(stage, branch));
        tracks[(stage, branch)] = track;
        return track;
    }

    private static string LabelOf(StageRequest request) => LabelOf(request.Stage, request.Branch);

    private static string LabelOf(string stage, string branch) =>
        branch.Length == 0 ? TaskNames.Of(stage) : $"{TaskNames.Of(stage)} {branch.Replace('/', ' ')}";
}
