using System.Collections.Immutable;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Checklists;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;

namespace RruffGeo.Stages;

/// <summary>What cards and checklists are filled from: nothing in them is typed but the questions.</summary>
/// <param name="Run">Artifacts of the run.</param>
/// <param name="Claims">The claim ledger.</param>
/// <param name="Outline">Sizes of the network, read off its tensors; null without one.</param>
/// <param name="Files">The files that answers cite.</param>
internal sealed record CardSources(PaperSources Run, ImmutableArray<CheckedClaim> Claims, NetworkOutline? Outline, CitedFiles Files)
{
    public const string Metrics = "07-metrics/metrics.parquet";
    public const string Audit = "07-metrics/audit.parquet";
    public const string Folds = "05-folds/folds.parquet";
    public const string Ledger = "08-paper/claims.parquet";

    /// <summary>Where nothing was trained the metrics prove that there is no network.</summary>
    public string Network => Branch is { } branch ? $"{branch}/models.parquet" : Metrics;

    /// <summary>The folder of the first trained network; null without one.</summary>
    public string? Branch => Run.Branches.Count == 0 ? null : CitedFiles.FolderOf(Run.Branches[0].Protocol, Run.Branches[0].Model, Run.Branches[0].Fold);

    public ChecklistItem Item(string id, string question, AnswerStatus status, string value, params string[] files) => new(id, question, status, value, Files.Of(files));

    public ChecklistItem Fact(string id, string question, string value, params string[] files) =>
        Item(id, question, value.Length == 0 ? AnswerStatus.NotInThisRun : AnswerStatus.Fact, value.Length == 0 ? Numerals.Missing : value, files);

    /// <summary>The network's accuracy under a protocol, with what interval there is; empty if it was not measured.</summary>
    public string Accuracy(string protocol) => Run.Metric(protocol, Run.Network, "accuracy", "pooled") is { } pooled
        ? $"{protocol}: {LeakageSentence.Interval(pooled)}"
        : string.Join(", ", SingleFolds.Accuracies(Run, protocol).Select(fold => $"{protocol}, fold {fold.Fold} alone: {LeakageSentence.Interval(fold)}"));

    /// <summary>A model's pooled accuracy under a protocol; null if it was not measured.</summary>
    public MetricValue? Pooled(string protocol, string model) => Run.Metric(protocol, model, "accuracy", "pooled");

    /// <summary>Whether a model is better than always naming the largest country: yes if its whole interval lies above, as far as there is one.</summary>
    public AnswerStatus BeatsMajority(string protocol, string model) => (Pooled(protocol, model), Pooled(protocol, "majority")) switch
    {
        ({ } own, { } majority) => (own.Low ?? own.Value) > majority.Value ? AnswerStatus.Yes : AnswerStatus.No,
        _ => AnswerStatus.NotInThisRun,
    };

    /// <summary>A model's accuracy beside the majority's.</summary>
    public string BesideMajority(string protocol, string model) => (Pooled(protocol, model), Pooled(protocol, "majority")) switch
    {
        ({ } own, { } majority) => $"{Naming.Model(model)} {LeakageSentence.Interval(own)}, majority class {Numerals.Percent(majority.Value)}, {protocol} folds",
        _ => $"not measured under {protocol} folds",
    };

    /// <summary>A training parameter or other entry of the first network's metadata; "not stated" without one.</summary>
    public string Stated(string key) => Run.Branches.Count > 0 && Run.Branches[0].Configuration.TryGetValue(key, out var value) ? value : "not stated";

    public bool Simulated => Run.Origin == DataOrigin.Simulated;

    public static string Share(long part, long whole) => Numerals.Percent(whole == 0 ? 0 : (double)part / whole);

    /// <summary>"3 specimens", "1 specimen".</summary>
    public static string Many(long count, string noun) => $"{Numerals.Of(count)} {noun}{(count == 1 ? "" : "s")}";
}
