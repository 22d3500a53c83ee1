namespace RruffGeo.Demo;

/// <summary>How the scans of one specimen differ from other specimens of its mineral and locality.</summary>
/// <param name="Stretch">Factor on band positions.</param>
/// <param name="Broadening">Factor on band widths.</param>
/// <param name="Ratios">Factor on the height of each band.</param>
/// <param name="Background">Height of the fluorescence, share of the strongest band.</param>
/// <param name="Hump">Centre of the fluorescence, cm⁻¹.</param>
/// <param name="HumpWidth">Width of the fluorescence, cm⁻¹.</param>
/// <param name="Slope">Slope of the background, share of its height per 1,000 cm⁻¹.</param>
internal sealed record Fingerprint(
    double Stretch, double Broadening, double[] Ratios, double Background, double Hump, double HumpWidth, double Slope)
{
    /// <summary>
    /// The variation of one measurement: for each quantity <see cref="DemoParameters.Fingerprint"/> of what the specimen draws once
    /// and the rest of what the measurement draws anew.
    /// </summary>
    public static Fingerprint Of(DemoSpecimen specimen, string measurement, DemoParameters parameters)
    {
        var shared = DemoRandom.For(parameters.Seed, "specimen " + specimen.Id);
        var own = DemoRandom.For(parameters.Seed, "variation " + measurement);
        return new Fingerprint(
            Draw(0.997, 1.003), Draw(0.85, 1.15), [.. specimen.Mineral.Bands.Select(_ => Draw(0.25, 1.75))],
            Draw(0.05, 0.65), Draw(100, 1700), Draw(500, 1500), Draw(-0.5, 0.5));

        double Draw(double low, double high)
        {
            var (once, anew) = (shared.Between(low, high), own.Between(low, high));
            return anew + parameters.Fingerprint * (once - anew);
        }
    }
}
