using System.Diagnostics;
using System.Globalization;
using RruffGeo.Pipeline;
using RruffGeo.Pipeline.Worker;

// A process of its own for tests: runs two stages, and ends itself as kill -9 would at the step it is told.
var (root, parameter, failpoint, occurrence, milliseconds) =
    (args[0], args[1], args[2], int.Parse(args[3], CultureInfo.InvariantCulture), int.Parse(args[4], CultureInfo.InvariantCulture));
var seen = 0;
void EndHere(string step)
{
    if (step == failpoint && Interlocked.Increment(ref seen) == occurrence)
        Process.GetCurrentProcess().Kill();
}

var store = PipelineStore.Open(Path.Combine(root, "store"));
store.Failpoint = EndHere;
var engine = new PipelineEngine(store, Path.Combine(root, "outputs", "test"), new ConsoleObserver());
var letters = engine.Produce(TwoStages.Letters(root, parameter, milliseconds, EndHere), CancellationToken.None);
engine.Produce(TwoStages.Copies(root, letters, EndHere), CancellationToken.None);
engine.WriteLock();
