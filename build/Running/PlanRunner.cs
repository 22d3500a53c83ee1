using System.Collections.Immutable;
using RruffGeo.Artifacts;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Display;
using RruffGeo.Build.Tables;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>Asks the engine what it would do, and does nothing.</summary>
internal sealed class PlanRunner : IStageRunner, IPipelineObserver
{
    private readonly PaperArguments arguments;
    private readonly IRunDisplay display;
    private readonly PipelineStore store;
    private readonly CodeIdentity code;
    private readonly PipelineEngine engine;
    private readonly StageRequests requests;
    private readonly Action<string> makeUpstream;
    private readonly List<PlanEntry> entries = [];
    private bool quiet;

    /// <summary>Opens the store.</summary>
    /// <param name="arguments">Where things lie and how they would run.</param>
    /// <param name="display">Where the plan is printed.</param>
    /// <param name="makeUpstream">Runs the task of a stage whose artifact is read but was not asked for (<c>--exclusive</c>).</param>
    public PlanRunner(PaperArguments arguments, IRunDisplay display, Action<string> makeUpstream)
    {
        (this.arguments, this.display, this.makeUpstream) = (arguments, display, makeUpstream);
        store = PipelineStore.Open(arguments.Store, TableDigest.Of);
        code = OwnCode.Open(store);
        engine = new PipelineEngine(store, arguments.RunFolder, this);
        requests = new StageRequests(arguments);
    }

    public void Give(string name, string folder, ImmutableSortedDictionary<string, string> digests) => requests.Note(name, folder, digests);

    public string FolderOf(string name) => requests.FolderOf(name);

    public string DigestOf(string path) => store.DigestOf(path);

    public void Prepare(string label, string why, Action<IProgress<StageProgress>, CancellationToken> work)
    {
    }

    public void Tell(string line)
    {
        if (!quiet && arguments.Form == PlanForm.Text)
            display.Line(line);
    }

    public void Make(StageWiring wiring) => MakeAll([wiring]);

    public void MakeAll(IReadOnlyList<StageWiring> branches)
    {
        foreach (var read in branches.SelectMany(branch => branch.Reads).Distinct().Where(read => !requests.Knows(read)))
            Upstream(read);
        foreach (var entry in branches.Select(Plan))
            if (!quiet)
                entries.Add(entry);
    }

    public void Summarise(Exception? failure)
    {
        if (failure is not null)
            return;
        IReadOnlyList<Cause> CausesOf(StageChange change) => engine.CausesOf(change.Stage, change.Branch, change.Changes);
        var against = arguments.Detail == Detail.Full && arguments.Engine.Against is { } other ? engine.ChangesSince(Path.Combine(arguments.Outputs, other)) : null;
        var lines = arguments.Detail switch
        {
            _ when arguments.Form == PlanForm.Json => [against is null ? PlanJson.Of(entries) : PlanJson.Of(against, CausesOf)],
            Detail.Full when against is not null => ExplainText.Lines(against, CausesOf),
            Detail.Full => ExplainText.Lines(entries),
            Detail.Drawn => GraphFiles.Write(entries, arguments.RunFolder),
            _ => PlanText.Lines(entries),
        };
        foreach (var line in lines)
            display.Line(line);
        if (arguments.PlanFoundWork != 0 && entries.Any(entry => entry.State != PlanState.UpToDate))
            Environment.ExitCode = arguments.PlanFoundWork;
    }

    public void Dispose()
    {
        engine.Dispose();
        code.Dispose();
    }

    void IPipelineObserver.Running(StageRequest request, string key, string reason)
    {
    }

    void IPipelineObserver.Produced(StageRequest request, StageResult result)
    {
    }

    void IPipelineObserver.Waiting(StageRequest request, string holder)
    {
    }

    void IPipelineObserver.Warned(string message) => (arguments.Form == PlanForm.Text ? display.Line : (Action<string>)Console.Error.WriteLine)($"warning: {message}");

    private PlanEntry Plan(StageWiring wiring)
    {
        var missing = requests.Missing(wiring);
        var request = requests.Of(wiring, code.DigestOf(wiring.Function), (_, _) => throw new InvalidOperationException("A plan runs nothing."));
        if (missing.Count > 0)
            return Waiting(wiring, request, missing);
        var plan = engine.Plan(request);
        requests.Note(wiring, "", plan.LogicalDigest);
        var state = plan.Verdict switch { StageVerdict.UpToDate => PlanState.UpToDate, StageVerdict.Restored => PlanState.Restore, _ => PlanState.Run };
        return new PlanEntry(wiring, state, Why(plan, request), plan.Key, plan.Took, Causes(wiring, plan.Changes), []);
    }

    // Of its inputs only those that are there can be compared; the others are causes themselves, as far as they have causes.
    private PlanEntry Waiting(StageWiring wiring, StageRequest request, IReadOnlyList<string> missing)
    {
        requests.Note(wiring, "", null);
        var own = engine.ChangesOf(request).Where(change => !missing.Any(stage => change.Role == stage || change.Role.StartsWith(stage + "/", StringComparison.Ordinal))).ToList();
        ImmutableArray<Cause> above = [.. entries.Where(entry => missing.Contains(entry.Wiring.Stage)).SelectMany(entry => entry.Causes)];
        return new PlanEntry(
            wiring, own.Count > 0 ? PlanState.Run : PlanState.Waits,
            own.Count > 0 ? string.Join("; ", own) : $"for {string.Join(", ", missing.Select(TaskNames.Of))}; up to date if that gives the same as before",
            "", engine.LastUsed(wiring.Stage, wiring.Branch)?.Took, [.. above.Concat(Causes(wiring, own)).Distinct()], [.. missing]);
    }

    private string Why(StagePlan plan, StageRequest request) =>
        arguments.Detail == Detail.Full && plan.Verdict == StageVerdict.Ran && plan.Changes.Count == 0
            && engine.DifferenceFromNearest(request) is { } nearest
            ? $"{plan.Reason}; the nearest run that the store knows differs in {string.Join("; ", nearest)}" : plan.Reason;

    private ImmutableArray<Cause> Causes(StageWiring wiring, IReadOnlyList<KeyChange> changes) =>
        changes.Count == 0 ? []
        : arguments.Detail == Detail.Full ? [.. engine.CausesOf(wiring.Stage, wiring.Branch, changes)]
        : [.. changes.Select(change => new Cause(wiring.Stage, wiring.Branch, change))];

    private void Upstream(string read)
    {
        var before = quiet;
        quiet = true;
        makeUpstream(read);
        quiet = before;
    }
}
