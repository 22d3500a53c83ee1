namespace RruffGeo.Stages.Tests;

public sealed class SpectrumSelectionTests
{
    private static readonly SpectrumDescription Oriented = new() { Kind = "RAW", LaserNanometres = 514.5f, Orientation = "ccw" };
    private static readonly SpectrumDescription Powder = new() { Kind = "Processed", LaserNanometres = null, Orientation = "unoriented" };

    [Fact]
    public void Every_spectrum_is_selected_unless_asked_otherwise()
    {
        Assert.Null(SpectrumSelection.WhyNot(Oriented, new ResampledParameters()));
        Assert.Null(SpectrumSelection.WhyNot(Powder, new ResampledParameters()));
    }

    [Fact]
    public void Kinds_are_told_apart()
    {
        var raw = new ResampledParameters { Kind = "RAW" };
        Assert.Null(SpectrumSelection.WhyNot(Oriented, raw));
        Assert.Equal("Kind is 'Processed', selected is RAW.", SpectrumSelection.WhyNot(Powder, raw));
    }

    [Theory]
    [InlineData(514, null)] // 514 and 514.5 name one laser
    [InlineData(532, "Laser is 514.5 nm, selected is 532 nm.")]
    public void Lasers_are_selected_within_a_nanometre(double laser, string? expected) =>
        Assert.Equal(expected, SpectrumSelection.WhyNot(Oriented, new ResampledParameters { Laser = laser }));

    [Fact]
    public void A_laser_that_is_not_stated_is_never_selected() =>
        Assert.Equal("Laser is not stated, selected is 532 nm.", SpectrumSelection.WhyNot(Powder, new ResampledParameters { Laser = 532 }));

    [Fact]
    public void Oriented_crystals_and_unoriented_samples_are_told_apart()
    {
        Assert.Null(SpectrumSelection.WhyNot(Oriented, new ResampledParameters { Orientation = "oriented" }));
        Assert.NotNull(SpectrumSelection.WhyNot(Powder, new ResampledParameters { Orientation = "oriented" }));
        Assert.NotNull(SpectrumSelection.WhyNot(Oriented, new ResampledParameters { Orientation = "unoriented" }));
        Assert.Null(SpectrumSelection.WhyNot(Powder, new ResampledParameters { Orientation = "unoriented" }));
    }
}
