using System.Collections.Immutable;
using RruffGeo.Artifacts;
using RruffGeo.Stages;

namespace RruffGeo.Build.Housekeeping;

/// <summary>A metric that is another in the second of two runs, or that only one of them has.</summary>
/// <param name="Protocol">Protocol of stage 05.</param>
/// <param name="Model">Model.</param>
/// <param name="Fold">Fold, <c>mean</c>, <c>sd</c> or <c>pooled</c>.</param>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Before">Value in the first run; null if it was not measured.</param>
/// <param name="After">Value in the second run; null if it was not measured.</param>
internal sealed record MetricChange(string Protocol, string Model, string Fold, string Metric, Estimate? Before, Estimate? After)
{
    private const string Path = "07-metrics/metrics.parquet";

    /// <summary>Second minus first; null if one was not measured.</summary>
    public double? Difference => After?.Value - Before?.Value;

    /// <summary>True if both have 95 % intervals and these do not touch; null if one has none.</summary>
    public bool? Apart => (Before, After) is ({ Low: { } low, High: { } high }, { Low: { } laterLow, High: { } laterHigh }) ? high < laterLow || laterHigh < low : null;

    /// <summary>The metrics that differ, in the order of the first run, then those that only the second has; none if neither has the table.</summary>
    public static ImmutableArray<MetricChange> Between(string first, string second)
    {
        var (before, after) = (Read(first), Read(second));
        return
        [
            .. before.Concat(after.Where(row => !before.ContainsKey(row.Key))).Select(row => row.Key)
                .Select(key => new MetricChange(key.Protocol, key.Model, key.Fold, key.Metric, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static OrderedDictionary<(string Protocol, string Model, string Fold, string Metric), Estimate> Read(string run)
    {
        var metrics = new OrderedDictionary<(string, string, string, string), Estimate>();
        var path = System.IO.Path.Combine(run, Path);
        foreach (var row in File.Exists(path) ? ParquetTable.Read<MetricValue>(path) : [])
            metrics.TryAdd((row.Protocol, row.Model, row.Fold, row.Metric), new Estimate(row.Value, row.Low, row.High));
        return metrics;
    }
}

/// <summary>A value with its 95 % interval, where it has one.</summary>
internal sealed record Estimate(double Value, double? Low, double? High);
