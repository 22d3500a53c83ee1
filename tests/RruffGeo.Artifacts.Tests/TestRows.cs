namespace RruffGeo.Artifacts.Tests;

internal enum Kind
{
    Raw,
    Processed,
}

internal sealed record Sample
{
    public string Name { get; init; } = "";

    public string? Note { get; init; }

    public bool Pure { get; init; }

    [Unit("1")]
    public int Count { get; init; }

    [Unit("1")]
    public int? Rank { get; init; }

    [Unit("byte")]
    public long Bytes { get; init; }

    [Unit("byte")]
    public long? Offset { get; init; }

    [Unit("cm⁻¹")]
    public float Shift { get; init; }

    [Unit("nm")]
    public double LaserNanometres { get; init; }

    [Unit("°")]
    public double? Angle { get; init; }

    [Unit("a.u.")]
    public float[] Intensities { get; init; } = [];

    public Kind Kind { get; init; }

    public string Label => $"{Name} {Kind}";
}

internal sealed record Spectrum
{
    public string SpectrumId { get; init; } = "";

    [Unit("a.u.")]
    public float[] Intensities { get; init; } = [];
}

internal sealed record NameOnly
{
    public string Name { get; init; } = "";
}
