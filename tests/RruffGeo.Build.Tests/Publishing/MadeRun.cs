using System.Collections.Immutable;
using RruffGeo.Artifacts;
using RruffGeo.Build.Publishing;
using RruffGeo.Pipeline;
using RruffGeo.Pipeline.Publication;
using RruffGeo.Stages;

namespace RruffGeo.Build.Tests.Publishing;

/// <summary>A finished run that the engine made of a few small files in no time.</summary>
internal sealed class MadeRun : IPipelineObserver, IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("rruffgeo-publish-");

    /// <param name="simulated">Whether its first stage read the demo corpus.</param>
    /// <param name="report">What its report says.</param>
    public MadeRun(bool simulated = true, string report = "<p>SIMULATED DATA</p>")
    {
        Name = simulated ? "demo-made" : "rruff-made";
        using var engine = new PipelineEngine(PipelineStore.Open(Store), Folder, this);
        var corpus = simulated ? Produce(engine, "00-corpus", [], ("LR-Raman.zip", "spectra")) : new string('a', 64);
        var raw = Produce(engine, "01-raw", [(simulated ? "00-corpus" : "00-archives/LR-Raman.zip", corpus)], ("raw.parquet", "1 2 3"));
        var folds = Produce(engine, "05-folds", [("01-raw", raw)], ("folds.csv", "id,fold\na,0\n"));
        var trained = Produce(engine, "06-models", [("05-folds", folds)], ("model.safetensors", "weights"));
        var metrics = engine.Produce(Request("07-metrics", [("06-models/row/net/fold-0", trained)], folder => ParquetTable.Write(Path.Combine(folder, "metrics.parquet"), Metrics)), CancellationToken.None);
        engine.Produce(
            Request("08-paper", [("07-metrics", metrics.LogicalDigest)], folder =>
            {
                File.WriteAllText(Path.Combine(folder, "report.html"), report);
                ParquetTable.Write(Path.Combine(folder, "claims.parquet"), Claims);
                Directory.CreateDirectory(Path.Combine(folder, "tables"));
                File.WriteAllText(Path.Combine(folder, "tables", "table-1.csv"), "country,samples\nItaly,2\n");
            }),
            CancellationToken.None);
        engine.WriteLock();
    }

    public string Name { get; }

    public string Outputs => Path.Combine(root.FullName, "outputs");

    public string Store => Path.Combine(root.FullName, "store");

    public string Folder => Path.Combine(Outputs, Name);

    /// <summary>Rows of its metrics.</summary>
    public static MetricValue[] Metrics { get; } =
    [
        new() { Protocol = "row", Model = "convnext1d", Fold = "pooled", Metric = "accuracy", Value = 0.8275, Low = 0.81, High = 0.845, N = 2163 },
        new() { Protocol = "specimen", Model = "convnext1d", Fold = "pooled", Metric = "accuracy", Value = 0.5171, N = 2163 },
        new() { Protocol = "row", Model = "a|b <i>", Fold = "0", Metric = "accuracy", Value = 0.25, N = 433 },
    ];

    /// <summary>Rows of its ledger.</summary>
    public static ClaimRow[] Claims { get; } =
    [
        new() { Id = "C01", Verdict = "reproduced", Evidence = "x" },
        new() { Id = "C02", Verdict = "reproduced", Evidence = "x" },
        new() { Id = "C03", Verdict = "contradicted by the paper's own numbers", Evidence = "x" },
    ];

    /// <summary>What would be published of it.</summary>
    public PublishedRun Published => PublishedRun.Read(RunRecords.Read(PipelineStore.Open(Store), Folder), Folder);

    /// <summary>Its bundle, written into the run's folder.</summary>
    public string Publish(string? epoch = null) => Bundle.Of(Published, epoch).Write(Folder).Path;

    /// <summary>Runs the host on it.</summary>
    public HostRun Host(Dictionary<string, string> environment, params string[] words)
    {
        var all = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "", [Bundle.EpochVariable] = "" };
        foreach (var (name, value) in environment)
            all[name] = value;
        return HostRun.Of(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "RruffGeo.Build.dll"), .. words, $"--outputs={Outputs}", $"--store={Store}"], Path.GetTempPath(), all);
    }

    public void Running(StageRequest request, string key, string reason)
    {
    }

    public void Produced(StageRequest request, StageResult result)
    {
    }

    public void Waiting(StageRequest request, string holder)
    {
    }

    public void Warned(string message) => throw new InvalidOperationException(message);

    public void Dispose() => root.Delete(recursive: true);

    private static string Produce(PipelineEngine engine, string stage, (string Role, string Digest)[] inputs, params (string Name, string Content)[] files) => engine.Produce(
        Request(stage, inputs, folder =>
        {
            foreach (var (name, content) in files)
                File.WriteAllText(Path.Combine(folder, name), content);
        }),
        CancellationToken.None).LogicalDigest;

    private static StageRequest Request(string stage, (string Role, string Digest)[] inputs, Action<string> write) => new()
    {
        Stage = stage,
        Branch = stage == "06-models" ? "row/net/fold-0" : "",
        SchemaVersion = 1,
        CodeDigest = stage[..2].PadLeft(64, 'c'),
        Parameters = ImmutableSortedDictionary<string, string>.Empty.Add($"{stage[3..]}.Seed", "42").Add(stage == "01-raw" ? "Geocoded.Services" : $"{stage[3..]}.Services", "Gazetteer, Photon"),
        Inputs = inputs.ToImmutableSortedDictionary(input => input.Role, input => input.Digest, StringComparer.Ordinal),
        Environment = ImmutableSortedDictionary<string, string>.Empty.Add("rid", "any"),
        Materialise = stage != "00-corpus",
        Execute = workspace => write(workspace.Destination),
    };
}
