using System.Collections.Immutable;
using System.Diagnostics;
using Cake.Core;
using RruffGeo.Artifacts;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Display;
using RruffGeo.Build.Tables;
using RruffGeo.Pipeline;
using RruffGeo.Pipeline.Remote;
using RruffGeo.Pipeline.Scheduling;

namespace RruffGeo.Build.Running;

/// <summary>Produces stages through the engine.</summary>
internal sealed class EngineRunner : IStageRunner
{
    private readonly PaperArguments arguments;
    private readonly IRunDisplay display;
    private readonly PipelineStore store;
    private readonly CodeIdentity code;
    private readonly RemoteCache? cache;
    private readonly PipelineEngine engine;
    private readonly RunLog log;
    private readonly StageRequests requests;
    private readonly Action<string> makeUpstream;
    private readonly Interruption interruption = new();
    private readonly Dictionary<string, TimeSpan> wallTimes = new(StringComparer.Ordinal);
    private readonly HashSet<string> wired = new(StringComparer.Ordinal);
    private readonly Recheck recheck;
    private bool onlyWhatIsThere;

    /// <summary>Opens the store.</summary>
    /// <param name="arguments">Where things lie and how they run.</param>
    /// <param name="display">Where the run is followed.</param>
    /// <param name="makeUpstream">Runs the task of a stage whose artifact is read but was not asked for (<c>--exclusive</c>).</param>
    public EngineRunner(PaperArguments arguments, IRunDisplay display, Action<string> makeUpstream)
    {
        (this.arguments, this.display, this.makeUpstream) = (arguments, display, makeUpstream);
        store = PipelineStore.Open(arguments.Store, TableDigest.Of);
        code = OwnCode.Open(store);
        log = new RunLog(display, Path.Combine(arguments.Store, "runs", arguments.Run, "logs"));
        if (arguments.Engine.Cache is { } address)
            cache = new RemoteCache(address, arguments.Engine.CacheAccess, RemotePatience.Usual, arguments.Engine.CacheTrust, log.Warned);
        engine = new PipelineEngine(store, arguments.RunFolder, log, cache);
        requests = new StageRequests(arguments);
        recheck = new Recheck(arguments.Engine.Sample);
        if (arguments.Corpus == Corpus.Demo)
            display.Line(SimulatedNotice.Text);
    }

    public void Give(string name, string folder, ImmutableSortedDictionary<string, string> digests) => requests.Note(name, folder, digests);

    public string FolderOf(string name) => requests.FolderOf(name);

    public string DigestOf(string path) => store.DigestOf(path);

    public void Prepare(string label, string why, Action<IProgress<StageProgress>, CancellationToken> work)
    {
        display.Line($"{label,-10} {why}");
        using var track = display.Track(label);
        try
        {
            work(track, interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            throw Stopped();
        }
    }

    public void Tell(string line) => display.Line(line);

    public void Make(StageWiring wiring) => MakeAll([wiring]);

    public void MakeAll(IReadOnlyList<StageWiring> branches)
    {
        foreach (var read in branches.SelectMany(branch => branch.Reads).Distinct().Where(read => !requests.Knows(read)))
            Fetch(read, branches[0].Stage);
        var began = Stopwatch.GetTimestamp();
        wired.UnionWith(branches.Select(branch => branch.Name));
        try
        {
            var codeDigest = code.DigestOf(branches[0].Function);
            if (branches.Count == 1)
                Produce(branches[0], codeDigest, interruption.Token);
            else
                Report(branches, new BranchScheduler(arguments.Engine.Machine, arguments.Engine.UponFailure)
                    .RunAll([.. branches.Select(branch => Scheduled(branch, codeDigest))], interruption.Token));
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            throw Stopped();
        }

        wallTimes[branches[0].Stage] = Stopwatch.GetElapsedTime(began);
    }

    public void Summarise(Exception? failure)
    {
        if (log.Results.Count > 0)
        {
            if (failure is null && arguments.Branches.IsEmpty)
                Prune();
            engine.WriteLock();
            foreach (var line in RunSummary.Lines(log.Results, wallTimes).Concat(RunSummary.Accepted(log.Results)))
                display.Line(line);
        }

        if (failure is null && arguments.Mode == RunMode.Recheck)
            foreach (var line in recheck.Lines())
                display.Line(line);
        if (failure is null && log.Results.Any(pair => pair.Request.Stage == "08-paper"))
            display.Line($"\nReport     {Path.Combine(arguments.RunFolder, "08-paper", "report.html")}");
        if (arguments.Corpus == Corpus.Demo)
            display.Line($"\n{SimulatedNotice.Text}");
    }

    public void Dispose()
    {
        interruption.Dispose();
        engine.Dispose();
        cache?.Dispose();
        log.Dispose();
        code.Dispose();
    }

    private static CakeException Stopped() => new("Stopped as asked. What was finished is kept; the same command takes up from there.");

    private ScheduledRun Scheduled(StageWiring wiring, string codeDigest)
    {
        var used = engine.LastUsed(wiring.Stage, wiring.Branch);
        return new ScheduledRun(
            wiring.Name, wiring.Need with { MemoryBytes = used is null ? 0 : used.PeakMemoryBytes / used.SideBySide },
            used?.Took ?? TimeSpan.Zero, cancellation => Produce(wiring, codeDigest, cancellation));
    }

    private void Report(IReadOnlyList<StageWiring> branches, IReadOnlyList<FailedRun> failures)
    {
        if (arguments.Engine.UponFailure == UponFailure.Stop || failures.Count == 0)
        {
            BranchScheduler.ThrowFirst(failures);
            return;
        }

        foreach (var failure in failures)
            display.Line($"{failure.Name} failed: {failure.Error.Message}");
        throw new CakeException(
            $"{failures.Count} of {branches.Count} branches of {TaskNames.Of(branches[0].Stage)} failed, the others are made and kept. What each said stands above; run again once it is mended.");
    }

    // A stage that was asked for knows all of its branches, unless some were chosen; one that was not asked for is left as it is.
    private void Prune()
    {
        var stages = wired.Select(name => name.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        engine.Prune((stage, branch) => !stages.Contains(stage) || wired.Contains(branch.Length == 0 ? stage : $"{stage}/{branch}"));
    }

    private void Produce(StageWiring wiring, string codeDigest, CancellationToken cancellation)
    {
        var request = requests.Of(wiring, codeDigest, log.Track);
        if (onlyWhatIsThere && engine.Plan(request) is { Verdict: StageVerdict.Ran } plan)
            throw new CakeException(
                $"--exclusive: {TaskNames.Of(wiring.Stage)} is read but not there as wanted ({plan.Reason}). Run --target={TaskNames.Of(wiring.Stage)} first, or leave --exclusive out.");
        if (arguments.Engine.Accept.Contains(TaskNames.Of(wiring.Stage)))
            Accept(wiring, request);
        var result = engine.Produce(request, cancellation);
        requests.Note(wiring, result.Folder, result.LogicalDigest);
        if (arguments.Mode == RunMode.Recheck && recheck.Draws(result.Key))
            recheck.Note(wiring, engine.Recompute(request, recomputation => Recheck.Compare(recomputation, wiring.Tier), cancellation));
    }

    private void Accept(StageWiring wiring, StageRequest request)
    {
        var name = $"{TaskNames.Of(wiring.Stage)} {wiring.Branch}".TrimEnd();
        try
        {
            display.Line(engine.Accept(request, arguments.Engine.AcceptReason) is { } change
                ? $"{name}: the result of earlier code is accepted ({change}), because: {arguments.Engine.AcceptReason}"
                : $"{name}: nothing to accept, the result of this very code is known");
        }
        catch (AcceptanceRefusedException refused)
        {
            throw new CakeException($"--accept: {refused.Message}");
        }
    }

    private void Fetch(string read, string reader)
    {
        var before = onlyWhatIsThere;
        onlyWhatIsThere = true;
        display.Line($"{TaskNames.Of(reader),-10} reads {TaskNames.Of(read)}, which is taken as it is");
        makeUpstream(read);
        onlyWhatIsThere = before;
    }
}
