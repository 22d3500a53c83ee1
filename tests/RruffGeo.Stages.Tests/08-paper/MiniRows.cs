using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

internal sealed record RawRow
{
    public string SpectrumId { get; init; } = "";
    public string Archive { get; init; } = "";
    public string Member { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Mineral { get; init; } = "";
    public string RruffId { get; init; } = "";
    public string Specimen { get; init; } = "";
    public string Acquisition { get; init; } = "";
    public string Scan { get; init; } = "Raman";
    [Unit("nm")] public double? LaserNanometres { get; init; }
    [Unit("°")] public double? Angle { get; init; }
    public string Orientation { get; init; } = "";
    public string IdealChemistry { get; init; } = "";
    public string MeasuredChemistry { get; init; } = "";
    public string Locality { get; init; } = "";
    public string Owner { get; init; } = "";
    public string Source { get; init; } = "";
    public string Description { get; init; } = "";
    public string Status { get; init; } = "";
    public string Url { get; init; } = "";
    [Unit("1")] public int Points { get; init; }
    [Unit("cm⁻¹")] public float FirstWavenumber { get; init; }
    [Unit("cm⁻¹")] public float LastWavenumber { get; init; }
    public string Diagnostics { get; init; } = "";
    [Unit("cm⁻¹")] public float[] Wavenumbers { get; init; } = [];
    [Unit("a.u.")] public float[] Intensities { get; init; } = [];
}

internal sealed record ResampledRow
{
    public string SpectrumId { get; init; } = "";
    [Unit("cm⁻¹")] public float NativeFirst { get; init; }
    [Unit("cm⁻¹")] public float NativeLast { get; init; }
    [Unit("1")] public float PaddingShare { get; init; }
    [Unit("1")] public float[] Intensities { get; init; } = [];
}
