using System.Collections.Immutable;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Display;
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
    private bool quiet;
    private bool foundWork;

    /// <summary>Opens the store.</summary>
    /// <param name="arguments">Where things lie and how they would run.</param>
    /// <param name="display">Where the plan is printed.</param>
    /// <param name="makeUpstream">Runs the task of a stage whose artifact is read but was not asked for (<c>--exclusive</c>).</param>
    public PlanRunner(PaperArguments arguments, IRunDisplay display, Action<string> makeUpstream)
    {
        (this.arguments, this.display, this.makeUpstream) = (arguments, display, makeUpstream);
        store = PipelineStore.Open(arguments.Store);
        code = OwnCode.Open(store);
        engine = new PipelineEngine(store, arguments.RunFolder, this);
        requests = new StageRequests(arguments);
        display.Line($"{"Stage",-34} {"Verdict",-12} Why");
    }

    public void Give(string name, string folder, ImmutableSortedDictionary<string, string> digests) => requests.Note(name, folder, digests);

    public string FolderOf(string name) => requests.FolderOf(name);

    public string DigestOf(string path) => store.DigestOf(path);

    public void Make(StageWiring wiring) => MakeAll([wiring], 1);

    public void MakeAll(IReadOnlyList<StageWiring> branches, int atOnce)
    {
        foreach (var read in branches.SelectMany(branch => branch.Reads).Distinct().Where(read => !requests.Knows(read)))
            Upstream(read);
        foreach (var branch in branches)
            Plan(branch);
    }

    public void Summarise(Exception? failure)
    {
        if (failure is null && foundWork && arguments.PlanFoundWork != 0)
            Environment.ExitCode = arguments.PlanFoundWork;
    }

    public void Dispose() => code.Dispose();

    void IPipelineObserver.Running(StageRequest request, string key, string reason)
    {
    }

    void IPipelineObserver.Produced(StageRequest request, StageResult result)
    {
    }

    void IPipelineObserver.Waiting(StageRequest request, string holder)
    {
    }

    void IPipelineObserver.Warned(string message) => display.Line($"warning: {message}");

    private void Plan(StageWiring wiring)
    {
        if (requests.Missing(wiring) is { Count: > 0 } missing)
        {
            requests.Note(wiring, "", null);
            Say(wiring, "waits", $"for {string.Join(", ", missing.Select(TaskNames.Of))}; up to date if that gives the same as before");
            return;
        }

        var plan = engine.Plan(requests.Of(wiring, code.DigestOf(wiring.Function), (_, _) => throw new InvalidOperationException("A plan runs nothing.")));
        requests.Note(wiring, "", plan.LogicalDigest);
        var took = plan.Took is { } time ? $"{(plan.Verdict == StageVerdict.Ran ? "took" : "made in")} {ProgressText.Duration(time)}" : "";
        Say(wiring, plan.Verdict switch { StageVerdict.UpToDate => "up to date", StageVerdict.Restored => "restore", _ => "run" },
            string.Join("; ", ((string[])[plan.Reason, took]).Where(part => part.Length > 0)));
        if (arguments.Detail == Detail.Full && !quiet)
            display.Line($"{"",-34} {"",-12} key {plan.Key}");
        foundWork |= plan.Verdict != StageVerdict.UpToDate;
    }

    private void Say(StageWiring wiring, string verdict, string why)
    {
        if (!quiet)
            display.Line($"{$"{TaskNames.Of(wiring.Stage)} {wiring.Branch}".TrimEnd(),-34} {verdict,-12} {why}");
    }

    private void Upstream(string read)
    {
        var before = quiet;
        quiet = true;
        makeUpstream(read);
        quiet = before;
    }
}
