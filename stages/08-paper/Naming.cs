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
        "cosine-5nn" => "5-NN, cosine",
        "logistic-regression" => "Logistic regression",
        "boosted-trees" => "Boosted trees",
        "metadata" => "Metadata only",
        "padding-mask" => "Padding mask only",
        _ => model,
    };

    /// <summary>A metric's name in print.</summary>
    public static string Metric(string metric) => metric switch
    {
        "accuracy" => "Accuracy",
        "accuracy_row_interval" => "Accuracy (rows as if independent)",
        "accuracy_row_bootstrap" => "Accuracy (rows drawn as if independent)",
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
        "brier" => "Brier score",
        "ece" => "Calibration error",
        "mce" => "Largest calibration gap",
        "ece_adaptive" => "Calibration error, equal counts",
        "loss_scaled" => "Cross-entropy after temperature scaling (nat)",
        "brier_scaled" => "Brier score after temperature scaling",
        "ece_scaled" => "Calibration error after temperature scaling",
        "mce_scaled" => "Largest calibration gap after temperature scaling",
        "ece_adaptive_scaled" => "Calibration error, equal counts, after temperature scaling",
        "temperature" => "Temperature",
        "aurc" => "Area under risk–coverage",
        "accuracy_at_80_percent" => "Accuracy, most confident 80 %",
        "accuracy_at_50_percent" => "Accuracy, most confident 50 %",
        "continent_accuracy" => "Right continent",
        "region_accuracy" => "Right region of the world",
        "distance_mean_km" => "Mean distance (km)",
        "distance_median_km" => "Median distance (km)",
        "distance_expected_km" => "Expected distance (km)",
        "within_25_km" => "Within 25 km",
        "within_200_km" => "Within 200 km",
        "within_750_km" => "Within 750 km",
        "within_2500_km" => "Within 2,500 km",
        _ => metric,
    };

    /// <summary>A precision class in print.</summary>
    public static string Precision(string precision) => precision switch
    {
        "site" => "Site",
        "city" => "City",
        "admin2" => "Second-order unit",
        "admin1" => "First-order unit",
        "country" => "Country only",
        "" => "No point",
        _ => precision,
    };

    /// <summary>Why there is no point, in print.</summary>
    public static string Unplaced(string reason) => reason switch
    {
        "" => "reason not recorded",
        "unknown" => "locality unknown",
        "empty" => "locality empty",
        "ambiguous" => "several countries of that name",
        "historic-state" => "a state that is gone",
        "no-country-named" => "no country named",
        "no-such-place" => "not in the gazetteer",
        "failed" => "a geocoder failed",
        "antarctica" => "Antarctica",
        _ => reason,
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
