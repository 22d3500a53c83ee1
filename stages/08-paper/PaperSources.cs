using System.Collections.Immutable;
using RruffGeo.Presentation;

namespace RruffGeo.Stages;

/// <summary>The artifacts of a run, each table read once.</summary>
internal sealed record PaperSources
{
    private static readonly ImmutableArray<string> ProtocolOrder = ["row", "row-unshuffled", "twin", "specimen", "locality", "species"];
    private static readonly ImmutableArray<string> ModelOrder = ["convnext1d", "logistic-regression", "boosted-trees", "cosine-1nn", "cosine-5nn", "species-prior", "metadata", "padding-mask", "majority"];

    // Asked for in every row of long tables, so found once.
    private IReadOnlyList<string>? protocols;
    private IReadOnlyList<string>? modelNames;
    private string? network;

    public required IReadOnlyList<ArchiveReport> Archives { get; init; }

    public required IReadOnlyList<RejectedInput> Rejected { get; init; }

    public required IReadOnlyList<KnownArchive> KnownArchives { get; init; }

    public required IReadOnlyList<DiagnosticCount> Diagnostics { get; init; }

    public required IReadOnlyList<AxisReport> Axes { get; init; }

    public required IReadOnlyList<PreferredText> Preferred { get; init; }

    public required IReadOnlyList<RepeatedMeasurement> Repeated { get; init; }

    public required IReadOnlyList<SpectrumDescription> Descriptions { get; init; }

    public required IReadOnlyList<GeocodedLocality> Localities { get; init; }

    public required IReadOnlyList<JoinedSpectrum> Joined { get; init; }

    public required IReadOnlyList<CountryCount> Countries { get; init; }

    public required IReadOnlyList<SpeciesCount> Species { get; init; }

    public required IReadOnlyList<NamedCount> Counts { get; init; }

    public required IReadOnlyList<PlacementClass> Placements { get; init; }

    public required IReadOnlyList<SuspiciousLocality> Suspicious { get; init; }

    public required IReadOnlyList<SyntheticCase> SyntheticCases { get; init; }

    public required (string Source, string Sha256, IReadOnlyList<string> Repairs) Polygons { get; init; }

    public required IReadOnlyList<ResampledSpectrum> Resampled { get; init; }

    public required IReadOnlyList<UnresampledSpectrum> Unresampled { get; init; }

    public required ResamplingGrid Grid { get; init; }

    public required IReadOnlyList<CountryClass> Classes { get; init; }

    public required IReadOnlyList<FoldWarning> Warnings { get; init; }

    public required IReadOnlyList<TrainedBranch> Branches { get; init; }

    public required IReadOnlyList<MetricValue> Metrics { get; init; }

    public required IReadOnlyList<CountryMetrics> PerCountry { get; init; }

    public required IReadOnlyList<ConfusionCount> Confusion { get; init; }

    public required IReadOnlyList<LeakageAudit> Audit { get; init; }

    public required IReadOnlyList<ProtocolVerdict> Verdicts { get; init; }

    public required IReadOnlyList<ModelComparison> Comparisons { get; init; }

    public required IReadOnlyList<ConformalCoverage> Conformal { get; init; }

    public required IReadOnlyList<ReliabilityPoint> Calibration { get; init; }

    public required IReadOnlyList<SelectiveAccuracy> Selective { get; init; }

    public required IReadOnlyList<NoveltyScore> Novelty { get; init; }

    public required IReadOnlyList<OrderDistance> Orders { get; init; }

    public required IReadOnlyList<TwinPair> Twins { get; init; }

    public required IReadOnlyList<TwinRecall> TwinRecalls { get; init; }

    /// <summary>Simulated if any archive is.</summary>
    public DataOrigin Origin => Archives.Any(archive => archive.Simulated) ? DataOrigin.Simulated : DataOrigin.Measured;

    /// <summary>Protocols that were measured, from row to species.</summary>
    public IReadOnlyList<string> Protocols => protocols ??=
        [.. Metrics.Select(m => m.Protocol).Distinct().OrderBy(p => Place(ProtocolOrder, p)).ThenBy(p => p, StringComparer.Ordinal)];

    /// <summary>Protocols of figures that have room for few: row and specimen where both were measured, else all. Every protocol stands in the tables and the audit's figure.</summary>
    public IReadOnlyList<string> DrawnProtocols => Protocols.Contains("row") && Protocols.Contains("specimen") ? ["row", "specimen"] : Protocols;

    /// <summary>Models that were measured, the network first, then the baselines.</summary>
    public IReadOnlyList<string> Models => modelNames ??=
        [.. Metrics.Select(m => m.Model).Distinct().OrderBy(m => Place(ModelOrder, m)).ThenBy(m => m, StringComparer.Ordinal)];

    /// <summary>The network whose results the paper's figures show; empty if none was measured.</summary>
    public string Network => network ??= Models.FirstOrDefault(model => Branches.Any(b => b.Model == model)) ?? (Models.Contains("convnext1d") ? "convnext1d" : "");

    /// <summary>The value of a metric; null if it was not measured.</summary>
    public MetricValue? Metric(string protocol, string model, string metric, string fold) =>
        Metrics.FirstOrDefault(m => m.Protocol == protocol && m.Model == model && m.Metric == metric && m.Fold == fold);

    /// <summary>A named total of section 3; null if it was not counted.</summary>
    public long? Count(string name) => Counts.FirstOrDefault(count => count.Name == name)?.Count;

    public static PaperSources Read(
        RawSpectra raw, GeocodedLocalities geocoded, JoinedSpectra joined, ResampledSpectra resampled, AssignedFolds folds, TrainedModels models, MeasuredModels measured) => new()
        {
            Archives = raw.Archives,
            Rejected = raw.Rejected,
            KnownArchives = raw.KnownArchives,
            Diagnostics = raw.Diagnostics,
            Axes = raw.Axes,
            Preferred = raw.Preferred,
            Repeated = raw.Repeated,
            Descriptions = raw.Descriptions,
            Localities = geocoded.Localities,
            Joined = joined.Spectra,
            Countries = joined.Countries,
            Species = joined.Species,
            Counts = joined.Counts,
            Placements = joined.Placements,
            Suspicious = joined.Suspicious,
            SyntheticCases = joined.SyntheticCases,
            Polygons = joined.Polygons,
            Resampled = resampled.Spectra,
            Unresampled = resampled.Left,
            Grid = resampled.Grid,
            Classes = folds.Classes,
            Warnings = folds.Warnings,
            Branches = [.. models.Branches.Select(TrainedBranch.Of)],
            Metrics = measured.Metrics,
            PerCountry = measured.PerCountry,
            Confusion = measured.Confusion,
            Audit = measured.Audit,
            Verdicts = measured.Verdicts,
            Comparisons = measured.Comparisons,
            Conformal = measured.Conformal,
            Calibration = measured.Calibration,
            Selective = measured.Selective,
            Novelty = measured.Novelty,
            Orders = measured.Orders,
            Twins = measured.Twins,
            TwinRecalls = measured.TwinRecalls,
        };

    private static int Place(ImmutableArray<string> order, string name) => order.IndexOf(name) is >= 0 and var place ? place : order.Length;
}
