using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using RruffGeo.Build.Running;
using RruffGeo.Demo;
using RruffGeo.Pipeline;
using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Build.Bench;

/// <summary>Measures the engine by itself: stages that do next to nothing, and files large enough to be felt.</summary>
internal sealed class EngineBench : IDisposable
{
    private const int Stages = 60;
    private const int Branches = 400;
    private const int Rounds = 5;
    private const int Megabyte = 1 << 20;
    private const int InputMegabytes = 400;
    private readonly string root;
    private readonly QuietObserver observer = new();

    private EngineBench(string root) => this.root = root;

    /// <summary>Runs all measurements and prints a line for each.</summary>
    public static void Run(TextWriter output)
    {
        using var bench = new EngineBench(Directory.CreateTempSubdirectory("rruffgeo-bench-").FullName);
        var (overhead, wait) = (bench.Overhead(), bench.DiskWait());
        output.WriteLine(Line("overhead of a stage that runs", overhead, "ms", string.Create(CultureInfo.InvariantCulture, $"median of 60 stages that write one byte each: key, locks, fsync, record, layout; {overhead / wait:0.0} times what follows")));
        output.WriteLine(Line("one write and fsync on this disk", wait, "ms", "median of 60"));
        output.WriteLine(Line("lookup of a stage that is up to date", bench.Lookup(), "ms", "mean over 400 branches, engine already open"));
        output.WriteLine(Line("400 branches, nothing to do", bench.ManyBranches(), "ms", "median of 5: store and engine opened anew; without the host's start"));
        output.WriteLine(Line("the same, the host's start included", bench.ManyBranchesWithHost(), "ms", "median of 5 processes: host, code digests, store, 400 branches"));
        output.WriteLine(Line("touched input of 400 MB, same bytes", bench.TouchedInput(), "ms", "rehash and lookup; no stage ran"));
        output.WriteLine(Line("full verification", bench.Verification(), "GB/s", $"best of 3, files in the page cache, {Environment.ProcessorCount} cores"));
    }

    /// <summary>What a process of the bench's own does: finds out that 400 branches in <paramref name="folder"/> are up to date.</summary>
    /// <exception cref="InvalidOperationException">They are not.</exception>
    public static void FindNothingToDo(string folder)
    {
        var bench = new EngineBench(folder);
        using var code = OwnCode.Open(PipelineStore.Open(Path.Combine(folder, "branches")));
        _ = code.DigestOf(((Action<string, DemoParameters, CancellationToken>)DemoCorpus.Write).Method);
        Produce(bench.Open("branches"));
        if (bench.observer.Ran > 0)
            throw new InvalidOperationException("A branch ran that was up to date.");
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string Line(string what, double value, string unit, string how) =>
        string.Create(CultureInfo.InvariantCulture, $"{what,-40}{value,9:0.00} {unit,-5} {how}");

    private double Overhead()
    {
        var engine = Open("overhead");
        engine.Produce(Request("warm", "up", "0"), CancellationToken.None);
        return Median(Enumerable.Range(0, Stages).Select(i => Milliseconds(() => engine.Produce(Request("01-stage", $"b{i}", "0"), CancellationToken.None))));
    }

    private double Lookup()
    {
        Produce(Open("branches"));
        var engine = Open("branches");
        Produce(engine);
        return Milliseconds(() => Produce(engine)) / Branches;
    }

    private double ManyBranches() => Median(Enumerable.Range(0, Rounds).Select(_ => Milliseconds(() => Produce(Open("branches")))));

    private double ManyBranchesWithHost()
    {
        FindNothingToDo(root);
        return Median(Enumerable.Range(0, Rounds).Select(_ => Milliseconds(() =>
        {
            using var host = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--target=BenchEngine", $"--bench={root}"]) { RedirectStandardOutput = true })!;
            host.StandardOutput.ReadToEnd();
            host.WaitForExit();
            if (host.ExitCode != 0)
                throw new InvalidOperationException("The host failed.");
        })));
    }

    private double DiskWait() => Median(Enumerable.Range(0, Stages).Select(i => Milliseconds(() =>
    {
        using var file = File.OpenHandle(Path.Combine(root, $"one-{i}"), FileMode.Create, FileAccess.Write);
        RandomAccess.Write(file, "1"u8, 0);
        RandomAccess.FlushToDisk(file);
    })));

    private double TouchedInput()
    {
        var input = Path.Combine(root, "input.bin");
        using (var file = File.Create(input))
            for (var i = 0; i < InputMegabytes; i++)
                file.Write(Block(i));
        var store = PipelineStore.Open(Path.Combine(root, "touched"));
        var request = Request("01-stage", "", store.DigestOf(input));
        Open("touched").Produce(request, CancellationToken.None);
        var ran = observer.Ran;
        File.SetLastWriteTimeUtc(input, DateTime.UnixEpoch);
        var time = Milliseconds(() =>
        {
            var again = PipelineStore.Open(Path.Combine(root, "touched"));
            Open("touched").Produce(request with { Inputs = request.Inputs.SetItem("input", again.DigestOf(input)) }, CancellationToken.None);
        });
        return observer.Ran == ran ? time : throw new InvalidOperationException("A stage ran although its input has the same bytes.");
    }

    private double Verification()
    {
        var engine = Open("verified");
        for (var i = 0; i < 8; i++)
        {
            var seed = i;
            engine.Produce(
                Request("01-stage", $"b{i}", "0") with
                {
                    Materialise = false,
                    Execute = workspace =>
                    {
                        using var file = File.Create(Path.Combine(workspace.Destination, "blob.bin"));
                        for (var block = 0; block < 64; block++)
                            file.Write(Block(seed * 64 + block));
                    },
                },
                CancellationToken.None);
        }

        var store = PipelineStore.Open(Path.Combine(root, "verified"));
        return Enumerable.Range(0, 3).Max(_ =>
        {
            var report = StoreVerification.Run(store, [], (_, _) => { }, CancellationToken.None);
            return report.Bytes / 1e9 / report.Took.TotalSeconds;
        });
    }

    private PipelineEngine Open(string name) => new(PipelineStore.Open(Path.Combine(root, name)), Path.Combine(root, "outputs", name), observer);

    private static void Produce(PipelineEngine engine)
    {
        for (var i = 0; i < Branches; i++)
            engine.Produce(Request("06-models", $"row/fold-{i}", "0"), CancellationToken.None);
        engine.WriteLock();
    }

    private static StageRequest Request(string stage, string branch, string input)
    {
        var nothing = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return new StageRequest
        {
            Stage = stage,
            Branch = branch,
            SchemaVersion = 1,
            CodeDigest = "bench",
            Parameters = nothing,
            Inputs = nothing.Add("input", input),
            Environment = nothing,
            Execute = workspace => File.WriteAllText(Path.Combine(workspace.Destination, "one.txt"), branch),
        };
    }

    private static byte[] Block(int seed)
    {
        var block = new byte[Megabyte];
        new Random(seed).NextBytes(block);
        return block;
    }

    private static double Milliseconds(Action action)
    {
        var began = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private sealed class QuietObserver : IPipelineObserver
    {
        public int Ran { get; private set; }

        public void Running(StageRequest request, string key, string reason) => Ran++;

        public void Produced(StageRequest request, StageResult result)
        {
        }

        public void Waiting(StageRequest request, string holder)
        {
        }

        public void Warned(string message) => throw new InvalidOperationException(message);
    }
}
