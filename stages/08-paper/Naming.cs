namespace RruffGeo.Stages;

/// <summary>Names as readers see them.</summary>
internal static class Naming
{
    /// <summary>A model's name in print.</summary>
    public static string Model(string model) => model switch
    {
        "convnext1d" => "ConvNeXt1D",
        "majority" => "Majority class",
        "species-prior" => "Species prior",
        "cosine-1nn" => "1-NN, cosine",
        "metadata" => "Metadata only",
        "padding-mask" => "Padding mask only",
        _ => model,
    };

    /// <summary>A metric's name in print.</summary>
    public static string Metric(string metric) => metric switch
    {
        "accuracy" => "Accuracy",
        "accuracy_row_interval" => "Accuracy (rows as if independent)",
        "top3" => "Top-3 accuracy",
        "top5" => "Top-5 accuracy",
        "macro_precision" => "Macro precision",
        "macro_recall" => "Macro recall",
        "macro_f1" => "Macro F1",
        "weighted_precision" => "Weighted precision",
        "weighted_recall" => "Weighted recall",
        "weighted_f1" => "Weighted F1",
        "balanced_accuracy" => "Balanced accuracy",
        "mcc" => "Matthews correlation",
        "kappa" => "Cohen's κ",
        "loss" => "Cross-entropy (nat)",
        "ece" => "Calibration error",
        _ => metric,
    };

    /// <summary>A total's name in print.</summary>
    public static string Count(string name) => name switch
    {
        "samples" => "Samples",
        "natural" => "Natural samples",
        "synthetic" => "Synthetic samples",
        "with_coordinates" => "With coordinates",
        "without_coordinates" => "Without coordinates",
        "species" => "Mineral species",
        "countries" => "Countries",
        _ => name.Replace('_', ' '),
    };
}
