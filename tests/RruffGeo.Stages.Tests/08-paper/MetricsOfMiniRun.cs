using RruffGeo.Artifacts;
using RruffGeo.Stages;

namespace RruffGeo.Stages.Tests;

/// <summary>Made-up results: row folds 0.90 ± 0.05, specimen folds 0.40, the baselines between.</summary>
internal static class MetricsOfMiniRun
{
    private static readonly (string Model, double Row, double Specimen)[] Accuracies =
        [("convnext1d", 0.90, 0.40), ("cosine-1nn", 0.95, 0.38), ("species-prior", 0.45, 0.43), ("padding-mask", 0.35, 0.30), ("majority", 0.25, 0.25)];

    public static void Write(string folder, string[] countries, string[] protocols)
    {
        ParquetTable.Write(Path.Combine(folder, "metrics.parquet"), protocols.SelectMany(p => Accuracies.SelectMany(a => Of(p, a.Model, p == "row" ? a.Row : a.Specimen))).ToList());
        ParquetTable.Write(Path.Combine(folder, "per_country.parquet"), protocols.SelectMany(p => countries.Select((country, index) => new CountryMetrics
        {
            Protocol = p,
            Model = "convnext1d",
            Country = country,
            Support = 6,
            Precision = p == "row" ? 0.9 : 0.3 + (0.05 * index),
            Recall = 0.8,
            F1 = p == "row" ? 0.85 : 0.2 + (0.1 * index),
            PooledF1 = 0.8,
            Folds = 5,
        })).ToList());
        ParquetTable.Write(Path.Combine(folder, "confusion.parquet"), protocols.SelectMany(p => countries.Index().SelectMany(country => new ConfusionCount[]
        {
            new() { Protocol = p, Model = "convnext1d", TrueClass = country.Index, PredictedClass = country.Index, Count = p == "row" ? 5 : 2 },
            new() { Protocol = p, Model = "convnext1d", TrueClass = country.Index, PredictedClass = (country.Index + 1) % countries.Length, Count = p == "row" ? 1 : 4 },
        })).ToList());
        ParquetTable.Write(Path.Combine(folder, "audit.parquet"), protocols.Select(p => new LeakageAudit
        {
            Protocol = p,
            Rows = 24,
            TwinInTrainPercent = p == "row" ? 80 : 0,
            SiblingInTrainPercent = p == "row" ? 99.5 : 0,
            NearestSameSpecimenPercent = p == "row" ? 90 : 0,
            Verdict = p == "row" ? "leaks" : "clean",
            VerdictModel = "convnext1d",
        }).ToList());
        ParquetTable.Write(Path.Combine(folder, "verdicts.parquet"), protocols.Select(p => new ProtocolVerdict
        {
            Protocol = p,
            Model = "convnext1d",
            Excess = p == "row" ? 0.5 : 0,
            Low = p == "row" ? 0.45 : 0,
            High = p == "row" ? 0.55 : 0,
            Verdict = p == "row" ? "leaks" : "clean",
        }).ToList());
        ParquetTable.Write(Path.Combine(folder, "comparisons.parquet"), protocols.Select(p => new ModelComparison
        {
            Protocol = p,
            Model = "convnext1d",
            Baseline = "species-prior",
            Subset = "all",
            Rows = 24,
            Gain = p == "row" ? 0.45 : -0.03,
            Low = p == "row" ? 0.4 : -0.05,
            High = p == "row" ? 0.5 : 0.01,
            OnlyModelRight = 2,
            OnlyBaselineRight = 3,
            PValue = 1,
        }).ToList());
        ParquetTable.Write(Path.Combine(folder, "orders.parquet"), new[] { ("B", 0.0125), ("C", 0.25), ("D", 0.2625) }
            .Select(order => new OrderDistance { Order = order.Item1, Spectra = 24, Distance = order.Item2 }).ToList());
        ParquetTable.Write(Path.Combine(folder, "calibration.parquet"), protocols.SelectMany(p => Enumerable.Range(0, 3).Select(bin => new ReliabilityPoint
        {
            Protocol = p,
            Model = "convnext1d",
            Binning = "equal-width",
            Bin = 4 * bin,
            Rows = 8,
            Confidence = 0.1 + (0.4 * bin),
            Accuracy = 0.1 + (0.35 * bin),
        })).ToList());
        ParquetTable.Write(Path.Combine(folder, "conformal.parquet"), protocols.Select(p => new ConformalCoverage
        {
            Protocol = p,
            Model = "convnext1d",
            Score = "LAC",
            Unit = "specimen",
            Level = 0.9,
            Coverage = 0.875,
            MeanSize = 2.5,
            Rows = 24,
            Specimens = 12,
        }).ToList());
        ParquetTable.Write(Path.Combine(folder, "selective.parquet"), protocols.Select(p => new SelectiveAccuracy
        {
            Protocol = p,
            Model = "convnext1d",
            Coverage = 1,
            Accuracy = p == "row" ? 0.9 : 0.4,
        }).ToList());
        ParquetTable.Write<TwinPair>(Path.Combine(folder, "twins.parquet"),
        [
            new() { SpectrumId = "a", OtherId = "b", Named = "Quartz R040031, 532 nm, RAW, a.zip", OtherNamed = "Quartz R040031, 532 nm, Processed, a.zip", Metadata = "twins", Axes = "part", Points = 900, Shape = 1, Detail = 0.99 },
            new() { SpectrumId = "a", OtherId = "c", Named = "Quartz R040031, 532 nm, RAW, a.zip", OtherNamed = "Talc R050087, 532 nm, RAW, a.zip", Metadata = "other specimen", Suspicious = true, Axes = "equal", Points = 1000, Shape = 0.999, Detail = 0.98 },
        ]);
        ParquetTable.Write<TwinRecall>(Path.Combine(folder, "twin_recall.parquet"),
        [
            new() { Half = "even", Known = 10, Found = 10, FoundKnown = 9, Recall = 0.9, Precision = 0.9 },
            new() { Half = "odd", Known = 0, Found = 0, FoundKnown = 0 },
        ]);
        ParquetTable.Write(Path.Combine(folder, "history.parquet"), Enumerable.Range(1, 4).Select(e => new EpochRecord { Epoch = e, Loss = 2.0 / e, Accuracy = e / 5.0, LearningRate = 1e-3 }).ToList());
        ParquetTable.Write(Path.Combine(folder, "models.parquet"), Tensors(countries.Length), new Dictionary<string, string> { ["parameter.DropPath"] = "0.1", ["parameter.LayerScale"] = "1E-06", ["parameter.WeightDecay"] = "0.35", ["parameter.LearningRate"] = "0.01", ["note"] = "<b>" });
    }

    private static IEnumerable<MetricValue> Of(string protocol, string model, double accuracy)
    {
        MetricValue Value(string fold, string metric, double value, int n) => new() { Protocol = protocol, Model = model, Fold = fold, Metric = metric, Value = value, N = n };
        foreach (var (metric, factor) in new[] { ("accuracy", 1.0), ("macro_precision", 0.95), ("macro_recall", 0.9), ("macro_f1", 0.9), ("weighted_f1", 0.98) })
        {
            yield return Value("0", metric, (accuracy - 0.05) * factor, 12);
            yield return Value("1", metric, (accuracy + 0.05) * factor, 12);
            yield return Value("mean", metric, accuracy * factor, 2);
            yield return Value("sd", metric, 0.0707 * factor, 2);
            yield return Value("pooled", metric, accuracy * factor, 24) with { Low = metric == "accuracy" ? accuracy - 0.04 : null, High = metric == "accuracy" ? accuracy + 0.04 : null };
        }
    }

    private static List<ModelTensor> Tensors(int classes)
    {
        var tensors = new List<ModelTensor>();
        void Add(string name, params int[] shape) => tensors.Add(new ModelTensor { Name = name, Shape = string.Join(',', shape), Values = new float[shape.Aggregate(1, (a, b) => a * b)] });
        void Pair(string name, params int[] shape)
        {
            Add(name + ".weight", shape);
            Add(name + ".bias", shape[0]);
        }

        Pair("stem.conv", 2, 1, 4);
        Pair("stem.norm", 2);
        int[] widths = [2, 4];
        for (var stage = 0; stage < 2; stage++)
        {
            var d = widths[stage];
            if (stage > 0)
            {
                Pair("down1.norm", 2);
                Pair("down1.conv", 4, 2, 2);
            }

            var block = $"stage{stage}.block0.";
            Pair(block + "dwconv", d, 1, 7);
            Pair(block + "norm", d);
            Pair(block + "pwconv1", 4 * d, d);
            Pair(block + "pwconv2", d, 4 * d);
            Add(block + "gamma", d);
        }

        Pair("norm", 4);
        Pair("head", classes, 4);
        return tensors;
    }
}
