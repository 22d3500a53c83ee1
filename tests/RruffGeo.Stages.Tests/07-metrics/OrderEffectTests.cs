using RruffGeo.Spectra;

namespace RruffGeo.Stages.Tests;

public sealed class OrderEffectTests
{
    // Native 1, 2, 3, 4 at 1 … 4, grid 0 … 5. A and B: 0 0 ⅓ ⅔ 1 0. C and D: 0 ¼ ½ ¾ 1 0, since the zeros are then the minimum.
    // Differences ¼, ⅙, 1/12: squares 1/16 + 1/36 + 1/144 = 14/144; √(14/144/6) = 0.127294.
    [Fact]
    public void Zeros_that_come_before_min_max_lift_a_spectrum_that_never_falls_to_zero()
    {
        var effect = OrderEffect.Of(
            [new RawSpectrum { SpectrumId = "a", Wavenumbers = [1, 2, 3, 4], Intensities = [1, 2, 3, 4] }], new WavenumberGrid(0, 5, 6), TestContext.Current.CancellationToken);

        Assert.Equal([("B", 1), ("C", 1), ("D", 1)], effect.Select(d => (d.Order, d.Spectra)));
        Assert.Equal([0.0, 0.127294, 0.127294], effect.Select(d => Math.Round(d.Distance, 6)));
    }

    [Fact]
    public void Without_spectra_nothing_is_said() => Assert.Empty(OrderEffect.Of([], new WavenumberGrid(0, 5, 6), TestContext.Current.CancellationToken));
}
