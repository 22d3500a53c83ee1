using RruffGeo.Presentation.Figures;

namespace RruffGeo.Presentation.Tests;

public sealed class EqualEarthTests
{
    // At the equator θ = 0, so x = 2√3 λ / (3 A1) with A1 = 1.340264: for λ = π, 2.706629….
    [Fact]
    public void The_equator_is_a_straight_line_of_known_length()
    {
        var place = EqualEarth.Project(180, 0);
        Assert.Equal(2 * Math.Sqrt(3) * Math.PI / (3 * 1.340264), place.X, 12);
        Assert.Equal(0, place.Y, 12);
    }

    // Archimedes: the belt between the equator and latitude φ has area 2π sin φ on the unit sphere.
    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(90)]
    public void A_belt_has_the_area_it_has_on_the_globe(double latitude)
    {
        const int Steps = 20_000;
        var area = 0.0;
        for (var i = 0; i < Steps; i++)
        {
            var (a, b) = (EqualEarth.Project(180, latitude * i / Steps), EqualEarth.Project(180, latitude * (i + 1) / Steps));
            area += (a.X + b.X) * (a.Y - b.Y);
        }

        Assert.Equal(2 * Math.PI * Math.Sin(latitude * Math.PI / 180), area, 4);
    }
}
