using System.Collections.Immutable;
using RruffGeo.Evaluation;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Stages.StatisticsTables;

namespace RruffGeo.Stages;

/// <summary>Holds runs against a main one: the same models on the same spectra, with paired intervals.</summary>
public static class CompareRuns
{
    /// <summary>One table: for every other run, protocol and model, the accuracies and their difference over the spectra that both runs held out.</summary>
    /// <param name="main">Folder of the main run.</param>
    /// <param name="others">Folders of the runs that depart from it, and what each is called.</param>
    /// <param name="metrics">Draws and seed of the bootstrap.</param>
    /// <param name="cancellation">Checked once per file and block of draws.</param>
    /// <exception cref="InvalidDataException">The main run has no predictions.</exception>
    public static ComparedRuns Run(string main, IReadOnlyList<(string Name, string Folder)> others, MetricsParameters metrics, CancellationToken cancellation)
    {
        var first = HeldOutHits.Read(main, cancellation);
        if (first.Hits.Count == 0)
            throw new InvalidDataException($"Run '{first.Run}' has no predictions of stage 06 yet: run --target=Metrics --run={first.Run}.");
        var rows = new List<ImmutableArray<Cell>>();
        foreach (var (name, folder) in others)
        {
            var second = HeldOutHits.Read(folder, cancellation);
            foreach (var (key, hits) in second.Hits.OrderBy(entry => entry.Key.Protocol, StringComparer.Ordinal).ThenBy(entry => entry.Key.Model, StringComparer.Ordinal))
                if (first.Hits.TryGetValue(key, out var ofMain))
                    rows.Add(Row(name, key, ofMain, hits, first.Specimens, metrics, cancellation));
        }

        var simulated = first.Run.StartsWith("demo", StringComparison.OrdinalIgnoreCase);
        return new ComparedRuns(new Table(
            "ablations", $"Runs that depart from {first.Run}, beside it", simulated ? DataOrigin.Simulated : DataOrigin.Measured,
            [
                Words("Departure", "departure"), Words("Protocol", "protocol"), Words("Model", "model"), Number("Main (%)", "main_percent"), Number("Rows", "main_rows"),
                Number("Departure (%)", "departure_percent"), Number("Rows", "departure_rows"), Number("Rows of both", "common_rows"), Number("Difference (points)", "difference_points"),
                Number("95 % low", "low"), Number("95 % high", "high"),
            ],
            [.. rows],
            "Accuracies over the spectra that each run held out. The difference is over those that both did, departure minus main; interval by drawing specimens, the same for both."));
    }

    private static ImmutableArray<Cell> Row(
        string name, (string Protocol, string Model) key, Dictionary<string, bool> main, Dictionary<string, bool> departure, IReadOnlyDictionary<string, string> specimens,
        MetricsParameters metrics, CancellationToken cancellation)
    {
        string[] common = [.. main.Keys.Where(departure.ContainsKey).Order(StringComparer.Ordinal)];
        var (before, after) = (Array.ConvertAll(common, id => main[id]), Array.ConvertAll(common, id => departure[id]));
        Interval? interval = common.Length == 0 ? null : Paired(before, after, SharedUnits.Number(Array.ConvertAll(common, id => specimens.GetValueOrDefault(id, ""))), metrics, cancellation);
        return
        [
            Cell.Of(name), Cell.Of(key.Protocol), Cell.Of(Naming.Model(key.Model)), Cell.Of(100 * Share(main.Values), 1), Cell.Of(main.Count), Cell.Of(100 * Share(departure.Values), 1),
            Cell.Of(departure.Count), Cell.Of(common.Length), common.Length == 0 ? Cell.Missing : Cell.Difference(100 * (Share(after) - Share(before)), 1),
            Cell.Of(100 * interval?.Low, 1), Cell.Of(100 * interval?.High, 1),
        ];
    }

    private static Interval Paired(bool[] before, bool[] after, int[] units, MetricsParameters metrics, CancellationToken cancellation)
    {
        var clusters = units.Max() + 1;
        var draws = ClusterBootstrap.Accuracies([ClusterTotals.Of(units, clusters, after), ClusterTotals.Of(units, clusters, before)], metrics.BootstrapDraws, (uint)metrics.Seed, cancellation);
        return Interval.Percentile(draws[0].Zip(draws[1], (one, other) => one - other));
    }

    private static double Share(IReadOnlyCollection<bool> hits) => hits.Count == 0 ? 0 : hits.Count(hit => hit) / (double)hits.Count;
}
