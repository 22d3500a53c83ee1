namespace RruffGeo.Demo;

/// <summary>What the simulated corpus holds; the initialisers are the embedded demo.</summary>
public sealed record DemoParameters
{
    /// <summary>
    /// A corpus in which row and specimen folds must agree: several specimens of each mineral at each locality, and nothing
    /// that two scans of one specimen share beyond what all specimens of that mineral and locality share.
    /// </summary>
    public static DemoParameters WithoutLeak { get; } =
        new() { Fingerprint = 0, SpecimensPerOccurrence = 4, Scans = 1, Kinds = DemoKinds.ProcessedOnly };

    /// <summary>Seed of everything that is drawn.</summary>
    public int Seed { get; init; } = 2024;

    /// <summary>Specimens of each mineral listed at a locality, 1 … 9.</summary>
    public int SpecimensPerOccurrence { get; init; } = 2;

    /// <summary>
    /// Most measurements of a specimen, 1 … 5: at 532 nm every specimen, at 780 or 785 nm two of three, two oriented
    /// at 514 nm and a broad scan every sixth.
    /// </summary>
    public int Scans { get; init; } = 5;

    /// <summary>Files of each measurement.</summary>
    public DemoKinds Kinds { get; init; } = DemoKinds.RawAndProcessed;

    /// <summary>Share of a specimen's own variation that all its scans have in common, 0 … 1. It is what leaks when rows are split.</summary>
    public double Fingerprint { get; init; } = 0.9;

    /// <summary>Strength of the country's effect on band positions and widths, 0 (none) … 5; 1 shifts bands by up to 0.9 %.</summary>
    public double CountryEffect { get; init; } = 1;

    /// <summary>Standard deviation of the detector noise, % of the strongest band, 0 … 50.</summary>
    public double NoisePercent { get; init; } = 0.8;

    /// <summary>Specimens whose locality or text says that they are synthetic, 0 … 100.</summary>
    public int SyntheticSpecimens { get; init; } = 4;

    /// <summary>Specimens of unknown locality, 0 … 100.</summary>
    public int UnknownSpecimens { get; init; } = 3;

    /// <summary>Throws if a value is outside its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Within(nameof(SpecimensPerOccurrence), SpecimensPerOccurrence, 1, 9);
        Within(nameof(Scans), Scans, 1, 5);
        Within(nameof(Fingerprint), Fingerprint, 0, 1);
        Within(nameof(CountryEffect), CountryEffect, 0, 5);
        Within(nameof(NoisePercent), NoisePercent, 0, 50);
        Within(nameof(SyntheticSpecimens), SyntheticSpecimens, 0, 100);
        Within(nameof(UnknownSpecimens), UnknownSpecimens, 0, 100);
        if (!Enum.IsDefined(Kinds))
            throw new ArgumentOutOfRangeException(nameof(Kinds), Kinds, "Expected RawAndProcessed or ProcessedOnly.");
    }

    private static void Within(string name, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
            throw new ArgumentOutOfRangeException(name, value, $"Expected {low} … {high}.");
    }
}
