using System.Collections.Frozen;
using System.Collections.Immutable;
using RruffGeo.Presentation.Report;

namespace RruffGeo.Stages;

/// <summary>Which files every figure and table of the report comes from; one line each.</summary>
internal static class Lineage
{
    private const string Metrics = "07-metrics/metrics.parquet";
    private const string PerCountry = "07-metrics/per_country.parquet";
    private const string History = "06-models/*/history.parquet";

    private static readonly FrozenDictionary<string, ImmutableArray<string>> figures = new Dictionary<string, ImmutableArray<string>>
    {
        ["row-flow"] = ["01-raw/archives.parquet", "03-joined/joined.parquet", "04-resampled/resampled.parquet", "05-folds/classes.parquet"],
        ["figure-1-map"] = ["03-joined/countries.parquet"],
        ["figure-2-countries"] = ["03-joined/countries.parquet"],
        ["figure-3-species"] = ["03-joined/species.parquet"],
        ["figure-4-spectra"] = ["01-raw/raw.parquet"],
        ["figure-5-resampled"] = ["01-raw/raw.parquet", "04-resampled/resampled.parquet"],
        ["figure-6-block"] = [History],
        ["figure-7-f1"] = [PerCountry],
        ["figure-8-precision"] = [PerCountry],
        ["figure-9-folds"] = [Metrics],
        ["geocoding-precision"] = ["03-joined/joined.parquet"],
        ["leakage-audit"] = [Metrics],
        ["confusion-map"] = ["07-metrics/confusion.parquet", "05-folds/classes.parquet"],
        ["reliability"] = ["07-metrics/calibration.parquet", Metrics],
        ["risk-coverage"] = ["07-metrics/selective.parquet"],
        ["learning-curves"] = [History],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ImmutableArray<string>> tables = new Dictionary<string, ImmutableArray<string>>
    {
        ["archives"] = ["01-raw/archives.parquet"],
        ["known-archives"] = ["01-raw/known-archives.parquet"],
        ["rejections"] = ["01-raw/rejected.parquet", "04-resampled/unresampled.parquet"],
        ["rejected-inputs"] = ["01-raw/rejected.parquet"],
        ["diagnostics-by-archive"] = ["01-raw/diagnostics.parquet"],
        ["wavenumber-axes"] = ["01-raw/axes.parquet"],
        ["newer-texts"] = ["01-raw/preferred.parquet"],
        ["repeated-measurements"] = ["01-raw/repeated.parquet"],
        ["row-flow"] = ["01-raw/archives.parquet", "03-joined/joined.parquet", "04-resampled/resampled.parquet", "05-folds/classes.parquet"],
        ["section-3-totals"] = ["03-joined/counts.parquet"],
        ["join-counts"] = ["03-joined/counts.parquet"],
        ["placements"] = ["03-joined/placements.parquet"],
        ["suspicious-localities"] = ["03-joined/suspicious.parquet"],
        ["synthetic-cases"] = ["03-joined/synthetic_cases.parquet"],
        ["table-1-countries"] = ["03-joined/countries.parquet"],
        ["table-2-species"] = ["03-joined/species.parquet"],
        ["table-3-breakdown"] = ["05-folds/classes.parquet"],
        ["fold-warnings"] = ["05-folds/warnings.parquet"],
        ["overall-metrics"] = [Metrics],
        ["single-folds"] = [Metrics],
        ["per-country-metrics"] = [PerCountry],
        ["comparisons"] = ["07-metrics/comparisons.parquet"],
        ["calibration"] = [Metrics],
        ["prediction-sets"] = ["07-metrics/conformal.parquet"],
        ["selective-accuracy"] = ["07-metrics/selective.parquet"],
        ["leakage-audit"] = ["07-metrics/audit.parquet", "07-metrics/verdicts.parquet"],
        ["audit-page"] = ["07-metrics/audit.parquet", "07-metrics/verdicts.parquet"],
        ["audit-by-model"] = [Metrics, "07-metrics/verdicts.parquet"],
        ["novelty"] = ["07-metrics/novelty.parquet"],
        ["twin-recall"] = ["07-metrics/twin_recall.parquet"],
        ["suspicious-twins"] = ["07-metrics/twins.parquet"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The section with every figure and table knowing its files.</summary>
    public static Section Attach(Section section, ArtifactFiles files) => section with { Blocks = [.. section.Blocks.Select(block => Attach(block, files))] };

    private static Block Attach(Block block, ArtifactFiles files) => block switch
    {
        FigureBlock figure => figure with { From = Find(figures, figure.Id, files) },
        TableBlock table => table with { From = Find(tables, table.Table.Id, files) },
        CountryMapBlock map => map with { From = [.. files.Matching("03-joined/countries.parquet"), .. files.Matching(PerCountry)] },
        SpectraBlock spectra => spectra with { From = files.Matching("01-raw/raw.parquet") },
        _ => block,
    };

    private static ImmutableArray<ArtifactFile> Find(FrozenDictionary<string, ImmutableArray<string>> known, string id, ArtifactFiles files) =>
        known.TryGetValue(id, out var patterns) ? [.. patterns.SelectMany(pattern => files.Matching(pattern))] : [];
}
