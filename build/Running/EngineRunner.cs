using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Cake.Core;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Display;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>Produces stages through the engine.</summary>
internal sealed class EngineRunner : IStageRunner
{
    private readonly PaperArguments arguments;
    private readonly IRunDisplay display;
    private readonly PipelineStore store;
    private readonly CodeIdentity code;
    private readonly PipelineEngine engine;
    private readonly RunLog log;
    private readonly StageRequests requests;
    private readonly Action<string> makeUpstream;
    private readonly Interruption interruption = new();
    private bool onlyWhatIsThere;

    /// <summary>Opens the store.</summary>
    /// <param name="arguments">Where things lie and how they run.</param>
    /// <param name="display">Where the run is followed.</param>
    /// <param name="makeUpstream">Runs the task of a stage whose artifact is read but was not asked for (<c>--exclusive</c>).</param>
    public EngineRunner(PaperArguments arguments, IRunDisplay display, Action<string> makeUpstream)
    {
        (this.arguments, this.display, this.makeUpstream) = (arguments, display, makeUpstream);
        store = PipelineStore.Open(arguments.Store);
        code = OwnCode.Open(store);
        log = new RunLog(display);
        engine = new PipelineEngine(store, arguments.RunFolder, log);
        requests = new StageRequests(arguments);
        if (arguments.Corpus == Corpus.Demo)
            display.Line(SimulatedNotice.Text);
    }

    public void Give(string name, string folder, ImmutableSortedDictionary<string, string> digests) => requests.Note(name, folder, digests);

    public string FolderOf(string name) => requests.FolderOf(name);

    public string DigestOf(string path) => store.DigestOf(path);

    public void Make(StageWiring wiring) => MakeAll([wiring], 1);

    public void MakeAll(IReadOnlyList<StageWiring> branches, int atOnce)
    {
        foreach (var read in branches.SelectMany(branch => branch.Reads).Distinct().Where(read => !requests.Knows(read)))
            Fetch(read, branches[0].Stage);
        try
        {
            var codeDigest = code.DigestOf(branches[0].Function);
            var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = interruption.Token };
            if (branches.Count == 1)
                Produce(branches[0], codeDigest);
            else
                Parallel.ForEach(branches, options, branch => Produce(branch, codeDigest));
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            throw new CakeException("Stopped as asked. What was finished is kept; the same command takes up from there.");
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }

    public void Summarise(Exception? failure)
    {
        if (log.Results.Count > 0)
        {
            engine.WriteLock();
            foreach (var line in RunSummary.Lines(log.Results))
                display.Line(line);
        }

        if (failure is null && log.Results.Any(pair => pair.Request.Stage == "08-paper"))
            display.Line($"\nReport     {Path.Combine(arguments.RunFolder, "08-paper", "report.html")}");
        if (arguments.Corpus == Corpus.Demo)
            display.Line($"\n{SimulatedNotice.Text}");
    }

    public void Dispose()
    {
        interruption.Dispose();
        code.Dispose();
    }

    private void Produce(StageWiring wiring, string codeDigest)
    {
        var request = requests.Of(wiring, codeDigest, log.Track);
        if (onlyWhatIsThere && engine.Plan(request) is { Verdict: StageVerdict.Ran } plan)
            throw new CakeException(
                $"--exclusive: {TaskNames.Of(wiring.Stage)} is read but not there as wanted ({plan.Reason}). Run --target={TaskNames.Of(wiring.Stage)} first, or leave --exclusive out.");
        var result = engine.Produce(request, interruption.Token);
        requests.Note(wiring, result.Folder, result.LogicalDigest);
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
