namespace RruffGeo.Stages;

/// <summary>Which usable spectra a run is about (ours: the paper uses all).</summary>
internal static class SpectrumSelection
{
    private const double LaserTolerance = 1;

    /// <summary>Why a spectrum is not among those selected; null if it is.</summary>
    public static string? WhyNot(SpectrumDescription spectrum, ResampledParameters parameters)
    {
        if (parameters.Kind != "both" && spectrum.Kind != parameters.Kind)
            return $"Kind is '{spectrum.Kind}', selected is {parameters.Kind}.";
        if (parameters.Laser is { } laser && !(Math.Abs((spectrum.LaserNanometres ?? double.NaN) - laser) <= LaserTolerance))
            return FormattableString.Invariant($"Laser is {(spectrum.LaserNanometres is { } found ? FormattableString.Invariant($"{found} nm") : "not stated")}, selected is {laser} nm.");
        return parameters.Orientation switch
        {
            "oriented" when spectrum.Orientation is "" or "unoriented" => $"Orientation is '{spectrum.Orientation}', selected are oriented crystals.",
            "unoriented" when spectrum.Orientation != "unoriented" => $"Orientation is '{spectrum.Orientation}', selected are unoriented samples.",
            _ => null,
        };
    }
}
