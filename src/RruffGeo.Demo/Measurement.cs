namespace RruffGeo.Demo;

/// <summary>One simulated measurement: what the detector saw, and what remains once the background is taken off.</summary>
/// <param name="Wavenumbers">cm⁻¹, strictly increasing.</param>
/// <param name="Raw">Counts with background, noise and cosmic spikes.</param>
/// <param name="Processed">The same counts without background and spikes; 0 at both ends, as in RRUFF's files.</param>
internal sealed record Measurement(double[] Wavenumbers, double[] Raw, double[] Processed)
{
    /// <summary>Simulates <paramref name="specimen"/> under <paramref name="instrument"/>.</summary>
    public static Measurement Of(DemoSpecimen specimen, Instrument instrument, DemoParameters parameters)
    {
        var label = $"{specimen.Id} {instrument.Archive} {instrument.Laser} {instrument.Angle}";
        var draws = DemoRandom.For(parameters.Seed, label);
        var print = Fingerprint.Of(specimen, label, parameters);
        var bands = Bands(specimen, instrument, print, parameters);
        var gain = draws.Between(4_000, 30_000);
        var first = instrument.First + draws.Between(-3, 3);
        var residual = draws.Between(-0.02, 0.02);
        var background = print.Background * instrument.Fluorescence;

        var wavenumbers = new double[instrument.Points];
        var (raw, processed) = (new double[instrument.Points], new double[instrument.Points]);
        for (var i = 0; i < instrument.Points; i++)
        {
            var x = wavenumbers[i] = first + i * instrument.Step;
            var signal = 0.0;
            foreach (var (position, height, width) in bands)
                signal += height * LineShape.At(x, position, width);
            var fluorescence = LineShape.At(x, print.Hump, print.HumpWidth);
            signal += parameters.NoisePercent / 100 * draws.Normal();
            processed[i] = gain * (signal + residual * fluorescence);
            raw[i] = gain * (0.05 + signal + background * (fluorescence + 0.3 * (1 + print.Slope * x / 1000)));
        }

        for (var spike = draws.Below(4); spike > 0; spike--)
            raw[draws.Below(raw.Length)] += gain * draws.Between(0.05, 0.6);
        TakeOffChord(processed);
        return new Measurement(wavenumbers, raw, processed);
    }

    private static (double Position, double Height, double Width)[] Bands(
        DemoSpecimen specimen, Instrument instrument, Fingerprint print, DemoParameters parameters)
    {
        var country = CountryEffect.Of(specimen.Locality, parameters);
        var orientation = DemoRandom.For(parameters.Seed, $"orientation {specimen.Mineral.Name} {instrument.Angle}");
        var bands = specimen.Mineral.Bands
            .Select((band, i) => (
                band.Position * country.Stretch * print.Stretch,
                band.Height * print.Ratios[i] * (instrument.Angle == 0 ? 1 : orientation.Between(0.3, 1.7)),
                instrument.Resolution * country.Broadening * print.Broadening))
            .ToArray();
        var strongest = bands.Max(band => band.Item2);
        return [.. bands.Select(band => (band.Item1, band.Item2 / strongest, band.Item3))];
    }

    /// <summary>Subtracts the line through the first and the last point, so that both become exactly 0.</summary>
    private static void TakeOffChord(double[] values)
    {
        var (first, last) = (values[0], values[^1]);
        for (var i = 0; i < values.Length; i++)
            values[i] -= first + (last - first) * i / (values.Length - 1);
        values[0] = values[^1] = 0;
    }
}
