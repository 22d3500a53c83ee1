using System.Collections.Immutable;

namespace RruffGeo.Presentation.Claims;

/// <summary>A row of the paper's Table 1.</summary>
/// <param name="Country">Label as printed.</param>
/// <param name="Samples">Sample count.</param>
/// <param name="CumulativeHundredths">Cumulative percentage in hundredths, so that 30.96 is 3096.</param>
public sealed record PrintedCountry(string Country, int Samples, int CumulativeHundredths);

/// <summary>A row of the paper's Table 2.</summary>
/// <param name="Mineral">Species as printed.</param>
/// <param name="Samples">Sample count.</param>
public sealed record PrintedSpecies(string Mineral, int Samples);

/// <summary>A row of the paper's Table 3.</summary>
/// <param name="Label">Label as printed.</param>
/// <param name="Country">The same country in Table 1; empty for "Others".</param>
/// <param name="Samples">Sample count.</param>
/// <param name="Percent">Whole percentage.</param>
public sealed record PrintedShare(string Label, string Country, int Samples, int Percent);

/// <summary>Every number of the paper that is checked, as printed, in this one place.</summary>
public static class PrintedPaper
{
    /// <summary>Samples in the processed data set (§3).</summary>
    public const int Samples = 32_940;

    /// <summary>Natural samples (§3).</summary>
    public const int Natural = 32_214;

    /// <summary>Synthetic samples (§3).</summary>
    public const int Synthetic = 726;

    /// <summary>Samples with coordinates (§3), and samples after preprocessing (§5.1).</summary>
    public const int WithCoordinates = 32_892;

    /// <summary>Samples without coordinates (§3).</summary>
    public const int WithoutCoordinates = 48;

    /// <summary>Mineral species (§3).</summary>
    public const int Species = 2_027;

    /// <summary>Countries (abstract, §5.1).</summary>
    public const int Countries = 101;

    /// <summary>Average accuracy, 0 … 1 (abstract).</summary>
    public const double Accuracy = 0.93;

    /// <summary>Share of the USA "of the dataset", hundredths of a per cent (§3).</summary>
    public const int UsaShareHundredths = 3_096;

    /// <summary>Folds of the cross-validation (§5.2, B.1).</summary>
    public const int Folds = 5;

    /// <summary>Table 1: the 20 countries with most samples.</summary>
    public static ImmutableArray<PrintedCountry> Table1 { get; } =
    [
        new("United States of America", 9_656, 3096), new("Canada", 2_758, 3980), new("Russia", 1_514, 4466), new("Brazil", 1_390, 4912),
        new("Mexico", 1_202, 5297), new("Germany", 1_022, 5625), new("Italy", 946, 5928), new("Australia", 836, 6196),
        new("Sweden", 834, 6463), new("India", 828, 6729), new("Namibia", 754, 6971), new("Bolivia", 730, 7205),
        new("Chile", 582, 7391), new("United Kingdom", 466, 7541), new("China", 462, 7689), new("Czechia", 446, 7832),
        new("Pakistan", 432, 7970), new("Japan", 390, 8095), new("Peru", 348, 8207), new("Dem. Rep. Congo", 332, 8313),
    ];

    /// <summary>Table 2: the 20 species with most samples.</summary>
    public static ImmutableArray<PrintedSpecies> Table2 { get; } =
    [
        new("Diopside", 380), new("Fluorapatite", 256), new("Marialite", 244), new("Axinite-(Fe)", 194), new("Forsterite", 188),
        new("Grossular", 186), new("Enstatite", 182), new("Zircon", 172), new("Pyrope", 172), new("Albite", 166),
        new("Actinolite", 162), new("Beryl", 162), new("Kyanite", 156), new("Epidote", 150), new("Microcline", 146),
        new("Titanite", 140), new("Tremolite", 140), new("Elbaite", 134), new("Andalusite", 132), new("Rutile", 132),
    ];

    /// <summary>Table 3: samples after preprocessing.</summary>
    public static ImmutableArray<PrintedShare> Table3 { get; } =
    [
        new("USA", "United States of America", 9_656, 30), new("Canada", "Canada", 2_758, 16), new("Australia", "Australia", 836, 8), new("Others", "", 20_742, 46),
    ];

    /// <summary>Table 1's cumulative counts, by rank.</summary>
    public static ImmutableArray<int> CumulativeSamples { get; } = Cumulate();

    /// <summary>Blocks per stage (§4.2).</summary>
    public static ImmutableArray<int> Depths { get; } = [2, 2, 3, 2];

    /// <summary>Channels per stage (§4.2).</summary>
    public static ImmutableArray<int> Widths { get; } = [32, 64, 128, 256];

    private static ImmutableArray<int> Cumulate()
    {
        var sum = 0;
        return [.. Table1.Select(row => sum += row.Samples)];
    }
}
